import { isObject, type JsonObject, objectsIn, textAt } from '../json.ts';
import { block } from './blocks.ts';
import { visibleText } from './data-blocks.ts';
import { plain } from './objects.ts';
import { boolean, byType, type Complaint, complain, lengthOf, list, type Rule, type Surface, shape, string } from './rule.ts';

export type { Surface } from './rule.ts';

const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
const MOST_CHARTS = 2;
const MOST_MARKDOWN = 12_000;

/** What Slack says about blocks that it does not take: nothing, or one line for each fault. */
export function validateBlocks(blocks: unknown, surface: Surface): string[] {
  return printed(complaintsAbout(blocks, '/blocks', surface));
}

/** The same for a whole view, whose own fields have limits too. */
export function validateView(view: unknown): string[] {
  return printed(VIEW(view, '/view', 'modal'));
}

const viewFields = { private_metadata: string(3000, 0), callback_id: string(255), external_id: string(255) };
const blocksOn =
  (surface: Surface): Rule =>
  (value, at) =>
    complaintsAbout(value, at, surface);

const VIEW: Rule = byType({
  home: shape({ blocks: blocksOn('home') }, viewFields),
  modal: shape(
    { title: plain(24), blocks: blocksOn('modal') },
    { ...viewFields, submit: plain(24), close: plain(24), clear_on_close: boolean, notify_on_close: boolean, submit_disabled: boolean },
    ({ blocks, submit }, at) =>
      objectsIn(blocks).flatMap(({ type }, index) =>
        type === 'input' && submit === undefined
          ? complain('must define `submit` to use an `input` block in modals', `${at}/blocks/${index}/input`)
          : [],
      ),
  ),
});

function complaintsAbout(blocks: unknown, at: string, surface: Surface): readonly Complaint[] {
  const each = list(block, MOST_BLOCKS[surface], 0)(blocks, at, surface);
  return each.length > 0 ? each : acrossBlocks(placed(blocks, at), at);
}

interface Placed {
  readonly block: JsonObject;
  readonly at: string;
}

/** Every block with its place, those in containers too. */
function placed(blocks: unknown, at: string): readonly Placed[] {
  return objectsIn(blocks).flatMap((each, index) => [
    { block: each, at: `${at}/${index}` },
    ...placed(each.child_blocks, `${at}/${index}/child_blocks`),
  ]);
}

function acrossBlocks(blocks: readonly Placed[], at: string): readonly Complaint[] {
  const ofType = (...types: readonly string[]) => blocks.filter((each) => types.includes(textAt(each.block, 'type')));
  const markdown = ofType('markdown').map((each) => textAt(each.block, 'text'));
  return [
    ...repeated(blocks, 'block_id'),
    ...blocks.flatMap((each) => repeated(actionsIn(each), 'action_id')),
    ...ofType('table', 'data_table')
      .slice(1)
      .flatMap((each) => complain('only_one_table_allowed', each.at)),
    ...ofType('data_visualization')
      .slice(MOST_CHARTS)
      .flatMap((each) => complain('too many data_visualization blocks', each.at)),
    ...ofType('plan')
      .slice(1)
      .flatMap((each) => complain('only one plan block allowed', each.at)),
    ...(lengthOf(markdown.join('')) > MOST_MARKDOWN ? complain(`must be less than ${MOST_MARKDOWN + 1} characters`, at) : []),
  ];
}

function actionsIn({ block: { elements }, at }: Placed): readonly Placed[] {
  return objectsIn(elements).map((each, index) => ({ block: each, at: `${at}/elements/${index}` }));
}

function repeated(things: readonly Placed[], name: 'block_id' | 'action_id'): readonly Complaint[] {
  const seen = new Set<unknown>();
  return things.flatMap(({ block: thing, at }) => {
    const id = thing[name];
    if (id === undefined || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return complain(`\`${name}\` "${String(id)}" already exists`, `${at}/${name}`);
  });
}

const printed = (complaints: readonly Complaint[]): string[] =>
  complaints.map(({ message, pointer }) => `[ERROR] ${message} [json-pointer:${pointer}]`);

/** Room that a message of blocks has for text, in characters: measured by many, written down by nobody. Tables have their own limit. */
const MOST_TEXT = 13_200;
const BLOCK_COSTS = 100;

export function isTooLong(blocks: unknown): boolean {
  const weight = objectsIn(blocks).reduce(
    (sum, each) => sum + BLOCK_COSTS + lengthOf(visibleText([each, each.fields, each.child_blocks])),
    0,
  );
  return weight > MOST_TEXT;
}

/** Every picture that names a file of Slack's, with its place. */
export function slackFiles(value: unknown, at = '/blocks'): readonly { readonly file: JsonObject; readonly pointer: string }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => slackFiles(each, `${at}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name === 'slack_file' && isObject(field) ? [{ file: field, pointer: `${at}/slack_file` }] : slackFiles(field, `${at}/${name}`),
  );
}
