import { type JsonObject, objectsIn, textAt } from './json.ts';

/** What a person gives: the value of a button or an option, the id of a channel, the words of an input; several of them for a multi select. */
export type Given = string | readonly string[];

export interface Interactive {
  readonly blockId: string;
  readonly element: JsonObject;
  /** In an input block that must be filled in. */
  readonly isRequired: boolean;
}

/** Everything that can be used in blocks, with the block ids that Slack makes up where the app gave none. */
export function interactiveIn(blocks: readonly JsonObject[]): readonly Interactive[] {
  return withBlockIds(blocks).flatMap((block) => [
    ...objectsIn([block.accessory, block.element, block.elements, block.actions].flat())
      .filter((element) => element.action_id !== undefined)
      .map((element) => ({ blockId: textAt(block, 'block_id'), element, isRequired: block.type === 'input' && block.optional !== true })),
    ...interactiveIn(objectsIn(block.child_blocks)),
    ...(block.type === 'carousel' ? interactiveIn(objectsIn(block.elements)) : []),
  ]);
}

export const withBlockIds = (blocks: readonly JsonObject[]): readonly JsonObject[] =>
  blocks.map((block, index) => (block.block_id === undefined ? { ...block, block_id: `block-${index}` } : block));

/** The one element that a person means; that it is not there, or not the only one, is a mistake of the test. */
export function theOne(blocks: readonly JsonObject[], actionId: string, value?: Given): Interactive {
  const named = interactiveIn(blocks).filter(({ element }) => element.action_id === actionId);
  const meant = named.length > 1 ? named.filter(({ element }) => element.value === value) : named;
  const [one] = meant;
  if (one && meant.length === 1) return one;
  const there = interactiveIn(blocks).map(({ element }) => textAt(element, 'action_id'));
  throw new Error(`${meant.length} elements called ${actionId}; there are: ${there.join(', ') || 'none'}`);
}

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ['users_select', 'selected_user'],
  ['multi_users_select', 'selected_users'],
  ['channels_select', 'selected_channel'],
  ['multi_channels_select', 'selected_channels'],
  ['conversations_select', 'selected_conversation'],
  ['multi_conversations_select', 'selected_conversations'],
  ['datepicker', 'selected_date'],
  ['timepicker', 'selected_time'],
]);

const ONE_OPTION = new Set(['static_select', 'external_select', 'overflow', 'radio_buttons']);
const MANY_OPTIONS = new Set(['multi_static_select', 'multi_external_select', 'checkboxes']);

/** How Slack writes down what was chosen or typed. */
export function chosen(element: JsonObject, given: Given): JsonObject {
  const type = textAt(element, 'type');
  const field = FIELD_OF.get(type);
  if (field) return { type, [field]: given };
  if (ONE_OPTION.has(type)) return { type, selected_option: optionFor(element, String(given)) };
  if (MANY_OPTIONS.has(type)) return { type, selected_options: [given].flat().map((value) => optionFor(element, value)) };
  if (type === 'datetimepicker') return { type, selected_date_time: Number(given) };
  return { type, value: given };
}

function optionFor(element: JsonObject, value: string): JsonObject {
  if (textAt(element, 'type').includes('external')) return { text: { type: 'plain_text', text: value, emoji: true }, value };
  const offered = [...objectsIn(element.options), ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options))];
  const option = offered.find((each) => each.value === value);
  if (!option) throw new Error(`No option ${value}; there are: ${offered.map((each) => textAt(each, 'value')).join(', ')}`);
  return option;
}

/** What an element holds before anybody touches it: its `initial_…`. */
export function initially(element: JsonObject): JsonObject {
  const initial = Object.entries(element).find(([name]) => name.startsWith('initial_'));
  if (!initial) return chosenNothing(element);
  const [name, value] = initial;
  const field = name === 'initial_value' ? 'value' : name.replace('initial_', 'selected_');
  return { type: element.type, [field]: value };
}

function chosenNothing(element: JsonObject): JsonObject {
  const type = textAt(element, 'type');
  if (MANY_OPTIONS.has(type)) return { type, selected_options: [] };
  return { type, [ONE_OPTION.has(type) ? 'selected_option' : (FIELD_OF.get(type) ?? 'value')]: null };
}

/** `{block: {action: what it holds}}`: buttons hold nothing. */
export function valuesOf(blocks: readonly JsonObject[], given: ReadonlyMap<string, Given>): JsonObject {
  const holding = interactiveIn(blocks).filter(({ element }) => element.type !== 'button' && element.type !== 'overflow');
  const values: Record<string, JsonObject> = {};
  for (const { blockId, element } of holding) {
    const actionId = textAt(element, 'action_id');
    const answer = given.get(actionId);
    values[blockId] = { ...values[blockId], [actionId]: answer === undefined ? initially(element) : chosen(element, answer) };
  }
  return values;
}
