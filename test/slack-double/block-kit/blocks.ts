import { dataTable, dataVisualization, table } from './data-blocks.ts';
import { accessory, actionElement, cardAction, contextAction, inputElement } from './elements.ts';
import * as of from './objects.ts';
import { richText } from './rich-text.ts';
import { atLeastOne, boolean, byType, exactlyOne, list, matching, oneOf, onSurfaces, type Rule, shape, string, url } from './rule.ts';

const inMessages = (rule: Rule): Rule => onSurfaces(['message'], rule);
const notInModals = (rule: Rule): Rule => onSurfaces(['message', 'home'], rule);

const id = { block_id: string(255) };
const https = matching(/^https:\/\/[^\s]+$/, 'URL');
const contextElement = byType({ image: of.imageElement, plain_text: of.plain(3000), mrkdwn: of.mrkdwn(3000) });

/** What may stand in a container: no charts and no data tables. */
const CHILDREN = {
  actions: shape({ elements: list(actionElement, 25) }, id),
  context: shape({ elements: list(contextElement, 10) }, id),
  divider: shape({}, id),
  header: shape({ text: of.plain(150) }, { ...id, level: oneOf(1, 2, 3, 4) }),
  image: shape({ alt_text: of.altText }, { ...id, ...of.imageSource, title: of.plain(2000) }, of.hasOneSource),
  input: shape(
    { label: of.plain(2000), element: inputElement },
    { ...id, hint: of.plain(2000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richText,
  section: shape(
    {},
    { ...id, text: of.text(3000), fields: list(of.text(2000), 10), accessory, expand: boolean },
    atLeastOne('text', 'fields'),
  ),
  table: notInModals(table),
  video: shape(
    { video_url: https, thumbnail_url: url(), alt_text: string(), title: of.plain(199) },
    { ...id, title_url: https, author_name: string(49), provider_name: string(), provider_icon_url: url(), description: of.plain(199) },
  ),
};

const container = shape(
  { child_blocks: list(byType(CHILDREN), 10) },
  {
    ...id,
    title: of.plain(150),
    rich_text_title: richText,
    subtitle: of.text(150),
    icon: of.imageElement,
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
  exactlyOne('title', 'rich_text_title'),
);

const card = shape(
  {},
  {
    ...id,
    hero_image: of.imageElement,
    icon: of.imageElement,
    slack_icon: shape({ type: oneOf('icon'), name: string() }),
    title: of.text(150),
    subtitle: of.text(150),
    body: of.text(200),
    subtext: of.text(200),
    actions: list(cardAction, 3),
  },
  atLeastOne('hero_image', 'title', 'actions', 'body'),
);

const source = byType({ url: shape({ url: url(), text: string() }) });
const taskCard = (...statuses: readonly string[]): Rule =>
  shape(
    { task_id: string(), title: string(), status: oneOf(...statuses) },
    { ...id, details: richText, output: richText, sources: list(source) },
  );
const plannedTask = byType({ task_card: taskCard('pending', 'in_progress', 'complete', 'error') });

export const block = byType({
  ...CHILDREN,
  alert: onSurfaces(['modal'], shape({ text: of.text(200) }, { ...id, level: oneOf('default', 'info', 'warning', 'error', 'success') })),
  card,
  carousel: notInModals(shape({ elements: list(byType({ card }), 10) }, id)),
  container: notInModals(container),
  context_actions: inMessages(shape({ elements: list(contextAction, 5) }, id)),
  data_table: notInModals(dataTable),
  data_visualization: inMessages(dataVisualization),
  markdown: inMessages(shape({ text: string(12_000) }, id)),
  plan: inMessages(shape({ title: string() }, { ...id, tasks: list(plannedTask) })),
  task_card: inMessages(taskCard('in_progress', 'complete', 'error')),
});
