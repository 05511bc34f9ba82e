import { describe, expect, test } from '@jest/globals';
import { type Surface, validateBlocks, validateView } from '../block-kit/validate.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const x = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const option = (index: number) => ({ text: plain(`o${index}`), value: `v${index}` });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const select = (more: object) => actions({ type: 'static_select', action_id: 'a', ...more });
const section = (more: object) => ({ type: 'section', ...more });
const image = (more: object = {}) => ({ type: 'image', image_url: 'https://a.example/b.png', alt_text: 'A', ...more });
const input = (element: object) => ({ type: 'input', label: plain('L'), element });
const cell = (text: string) => ({ type: 'raw_text', text });
const table = (rows: number, columns = 1, text = 'a') => ({ type: 'table', rows: times(rows, () => times(columns, () => cell(text))) });
const dataTable = (rows: number, columns = 1) => ({ ...table(rows, columns), type: 'data_table', caption: 'C' });
const points = (labels: readonly string[]) => labels.map((label) => ({ label, value: 1 }));
const chart = (series: number, labels = ['Mon'], name = 's') => ({
  type: 'data_visualization',
  title: 'T',
  chart: {
    type: 'bar',
    series: times(series, (index) => ({ name: `${name}${index}`, data: points(labels) })),
    axis_config: { categories: labels },
  },
});
const pie = (value: number, segments = 1) => ({
  type: 'data_visualization',
  title: 'T',
  chart: { type: 'pie', segments: times(segments, (index) => ({ label: `l${index}`, value })) },
});
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });

/** A limit: a block that just keeps it, one that just breaks it, and what Slack says to that. */
const LIMITS: readonly (readonly [what: string, kept: object, broken: object, message: string, place: string])[] = [
  [
    'section text',
    section({ text: mrkdwn(x(3000)) }),
    section({ text: mrkdwn(x(3001)) }),
    'must be less than 3001 characters',
    '/text/text',
  ],
  ['a text says something', section({ text: mrkdwn('a') }), section({ text: mrkdwn('') }), 'must be more than 0 characters', '/text/text'],
  [
    'field text',
    section({ fields: [plain(x(2000))] }),
    section({ fields: [plain(x(2001))] }),
    'must be less than 2001 characters',
    '/fields/0/text',
  ],
  [
    'fields',
    section({ fields: times(10, () => plain('a')) }),
    section({ fields: times(11, () => plain('a')) }),
    'no more than 10 items allowed',
    '/fields',
  ],
  ['section has words', section({ fields: [plain('a')] }), section({}), 'must provide at least one of: text, fields', ''],
  [
    'unknown property',
    section({ text: plain('a') }),
    section({ text: plain('a'), colour: 'red' }),
    'invalid additional property: colour',
    '',
  ],
  [
    'header',
    { type: 'header', text: plain(x(150)) },
    { type: 'header', text: plain(x(151)) },
    'must be less than 151 characters',
    '/text/text',
  ],
  [
    'header is plain',
    { type: 'header', text: plain('a') },
    { type: 'header', text: mrkdwn('a') },
    'unsupported type: mrkdwn',
    '/text/type',
  ],
  [
    'header level',
    { type: 'header', text: plain('a'), level: 4 },
    { type: 'header', text: plain('a'), level: 5 },
    'must be a valid enum value',
    '/level',
  ],
  [
    'block_id',
    { type: 'divider', block_id: x(255) },
    { type: 'divider', block_id: x(256) },
    'must be less than 256 characters',
    '/block_id',
  ],
  ['known blocks', { type: 'divider' }, { type: 'marquee' }, 'unsupported type: marquee', '/type'],
  [
    'context',
    { type: 'context', elements: times(10, () => mrkdwn('a')) },
    { type: 'context', elements: times(11, () => mrkdwn('a')) },
    'no more than 10 items allowed',
    '/elements',
  ],
  ['actions', actions(...times(25, () => button())), actions(...times(26, () => button())), 'no more than 25 items allowed', '/elements'],
  ['actions hold something', actions(button()), actions(), 'must provide at least 1 items', '/elements'],
  [
    'button text',
    actions(button({ text: plain(x(75)) })),
    actions(button({ text: plain(x(76)) })),
    'must be less than 76 characters',
    '/elements/0/text/text',
  ],
  [
    'button value',
    actions(button({ value: x(2000) })),
    actions(button({ value: x(2001) })),
    'must be less than 2001 characters',
    '/elements/0/value',
  ],
  [
    'button style',
    actions(button({ style: 'danger' })),
    actions(button({ style: 'green' })),
    'must be a valid enum value',
    '/elements/0/style',
  ],
  [
    'button url',
    actions(button({ url: 'https://a.example' })),
    actions(button({ url: 'javascript:1' })),
    'must be a valid URL',
    '/elements/0/url',
  ],
  [
    'action_id',
    actions(button({ action_id: x(255) })),
    actions(button({ action_id: x(256) })),
    'must be less than 256 characters',
    '/elements/0/action_id',
  ],
  [
    'action_id is unique in its block',
    actions(button({ action_id: 'a' }), button({ action_id: 'b' })),
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    '`action_id` "a" already exists',
    '/elements/1/action_id',
  ],
  [
    'confirm text',
    actions(button({ confirm: { text: plain(x(300)) } })),
    actions(button({ confirm: { text: plain(x(301)) } })),
    'must be less than 301 characters',
    '/elements/0/confirm/text/text',
  ],
  [
    'options',
    select({ options: times(100, option) }),
    select({ options: times(101, option) }),
    'no more than 100 items allowed',
    '/elements/0/options',
  ],
  [
    'option value',
    select({ options: [{ ...option(0), value: x(150) }] }),
    select({ options: [{ ...option(0), value: x(151) }] }),
    'must be less than 151 characters',
    '/elements/0/options/0/value',
  ],
  [
    'options or groups',
    select({ options: [option(0)] }),
    select({ options: [option(0)], option_groups: [{ label: plain('g'), options: [option(0)] }] }),
    'must provide only one of: options, option_groups',
    '/elements/0',
  ],
  [
    'initial option',
    select({ options: [option(0)], initial_option: option(0) }),
    select({ options: [option(0)], initial_option: option(1) }),
    'must be one of the provided options',
    '/elements/0/initial_option',
  ],
  [
    'overflow',
    actions({ type: 'overflow', options: times(5, option) }),
    actions({ type: 'overflow', options: times(6, option) }),
    'no more than 5 items allowed',
    '/elements/0/options',
  ],
  [
    'checkboxes',
    actions({ type: 'checkboxes', options: times(10, option) }),
    actions({ type: 'checkboxes', options: times(11, option) }),
    'no more than 10 items allowed',
    '/elements/0/options',
  ],
  [
    'date',
    actions({ type: 'datepicker', initial_date: '2026-11-16' }),
    actions({ type: 'datepicker', initial_date: '16.11.2026' }),
    'must be a valid date',
    '/elements/0/initial_date',
  ],
  [
    'inputs stand in inputs',
    input({ type: 'plain_text_input' }),
    actions({ type: 'plain_text_input' }),
    'unsupported type: plain_text_input',
    '/elements/0/type',
  ],
  ['image address', image(), image({ image_url: `https://a.example/${x(3000)}` }), 'must be less than 3001 characters', '/image_url'],
  [
    'image address is one',
    image({ image_url: 'http://a.example' }),
    image({ image_url: 'file:///a.png' }),
    'must be a valid URL',
    '/image_url',
  ],
  ['alt text', image({ alt_text: x(2000) }), image({ alt_text: x(2001) }), 'must be less than 2001 characters', '/alt_text'],
  ['alt text is required', image(), { type: 'image', image_url: 'https://a.example' }, 'missing required field: alt_text', ''],
  ['one source of an image', image(), image({ slack_file: { id: 'F1' } }), 'must provide only one of: image_url, slack_file', ''],
  [
    'rich text says something',
    rich({ type: 'text', text: 'a' }),
    rich({ type: 'text', text: '' }),
    'must be more than 0 characters',
    '/elements/0/elements/0/text',
  ],
  ['markdown', { type: 'markdown', text: x(12_000) }, { type: 'markdown', text: x(12_001) }, 'must be less than 12001 characters', '/text'],
  ['table rows', table(100), table(101), 'no more than 100 items allowed', '/rows'],
  ['table columns', table(1, 20), table(1, 21), 'no more than 20 items allowed', '/rows/0'],
  ['table characters', table(10, 10, x(100)), table(10, 10, x(101)), 'must be less than 10001 characters', '/rows'],
  ['cells are not empty', table(1), table(1, 1, ''), 'must be more than 0 characters', '/rows/0/0/text'],
  ['data table rows', dataTable(201), dataTable(202), 'no more than 201 items allowed', '/rows'],
  ['data table has data', dataTable(2), dataTable(1), 'must provide at least 2 items', '/rows'],
  [
    'data table is even',
    dataTable(2, 2),
    { ...dataTable(2, 2), rows: [[cell('a'), cell('b')], [cell('a')]] },
    'must provide exactly 2 items',
    '/rows/1',
  ],
  [
    'data table header',
    dataTable(2),
    { ...dataTable(2), rows: [[rich({ type: 'text', text: 'a' })], [cell('a')]] },
    'unsupported type: rich_text',
    '/rows/0/0/type',
  ],
  [
    'page size',
    { ...dataTable(2), page_size: 100 },
    { ...dataTable(2), page_size: 101 },
    'must be less than or equal to 100',
    '/page_size',
  ],
  ['chart title', { ...pie(1), title: x(50) }, { ...pie(1), title: x(51) }, 'must be less than 51 characters', '/title'],
  ['series', chart(12), chart(13), 'no more than 12 items allowed', '/chart/series'],
  ['series name', chart(1, ['Mon'], x(19)), chart(1, ['Mon'], x(20)), 'must be less than 21 characters', '/chart/series/0/name'],
  ['segments', pie(1, 12), pie(1, 13), 'no more than 12 items allowed', '/chart/segments'],
  ['segments are positive', pie(0.1), pie(0), `must be greater than or equal to ${Number.MIN_VALUE}`, '/chart/segments/0/value'],
  [
    'container',
    { type: 'container', title: plain('T'), child_blocks: times(10, () => ({ type: 'divider' })) },
    { type: 'container', title: plain('T'), child_blocks: times(11, () => ({ type: 'divider' })) },
    'no more than 10 items allowed',
    '/child_blocks',
  ],
  [
    'no charts in containers',
    { type: 'container', title: plain('T'), child_blocks: [table(1)] },
    { type: 'container', title: plain('T'), child_blocks: [pie(1)] },
    'unsupported type: data_visualization',
    '/child_blocks/0/type',
  ],
  [
    'card words',
    { type: 'card', body: mrkdwn(x(200)) },
    { type: 'card', body: mrkdwn(x(201)) },
    'must be less than 201 characters',
    '/body/text',
  ],
];

describe('a message block', () => {
  test.each(LIMITS)('%s', (_what, kept, broken, message, place) => {
    expect([validateBlocks([kept], 'message'), validateBlocks([broken], 'message')]).toEqual([
      [],
      [`[ERROR] ${message} [json-pointer:/blocks/0${place}]`],
    ]);
  });

  test('a chart has one point for every category', () => {
    const odd = chart(1);
    odd.chart.series = [{ name: 's', data: points(['Tue']) }];
    expect(validateBlocks([odd], 'message')).toEqual([
      '[ERROR] data labels must match `axis_config.categories` [json-pointer:/blocks/0/chart/series/0/data]',
    ]);
  });
});

const divider = (index: number) => ({ type: 'divider', block_id: `d${index}` });

describe('together', () => {
  test.each<[string, readonly object[], readonly object[], string]>([
    ['fifty blocks', times(50, divider), times(51, divider), 'no more than 50 items allowed [json-pointer:/blocks]'],
    [
      'block ids are unique',
      [divider(1), divider(2)],
      [divider(1), divider(1)],
      '`block_id` "d1" already exists [json-pointer:/blocks/1/block_id]',
    ],
    ['one table', [table(1)], [table(1), dataTable(2)], 'only_one_table_allowed [json-pointer:/blocks/1]'],
    ['two charts', [pie(1), pie(1)], [pie(1), pie(1), pie(1)], 'too many data_visualization blocks [json-pointer:/blocks/2]'],
    [
      'all markdown',
      [
        { type: 'markdown', text: x(6000) },
        { type: 'markdown', text: x(6000) },
      ],
      [
        { type: 'markdown', text: x(6000) },
        { type: 'markdown', text: x(6001) },
      ],
      'must be less than 12001 characters [json-pointer:/blocks]',
    ],
  ])('%s', (_what, kept, broken, message) => {
    expect([validateBlocks(kept, 'message'), validateBlocks(broken, 'message')]).toEqual([[], [`[ERROR] ${message}`]]);
  });
});

describe('surfaces', () => {
  test.each<[string, object, readonly Surface[]]>([
    ['section', section({ text: plain('a') }), ['message', 'modal', 'home']],
    ['data_visualization', pie(1), ['message']],
    ['markdown', { type: 'markdown', text: 'a' }, ['message']],
    ['table', table(1), ['message', 'home']],
    ['data_table', dataTable(2), ['message', 'home']],
    ['alert', { type: 'alert', text: plain('a') }, ['modal']],
    ['datetimepicker', actions({ type: 'datetimepicker' }), ['message', 'modal']],
    ['number_input', input({ type: 'number_input', is_decimal_allowed: false }), ['modal']],
  ])('%s', (_type, block, surfaces) => {
    const all: readonly Surface[] = ['message', 'modal', 'home'];
    expect(all.filter((surface) => validateBlocks([block], surface).length === 0)).toEqual(surfaces);
  });
});

describe('a view', () => {
  const modal = (more: object = {}) => ({ type: 'modal', title: plain('T'), blocks: [], ...more });
  test.each<[string, object, object, string]>([
    [
      'title',
      modal({ title: plain(x(24)) }),
      modal({ title: plain(x(25)) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['title is required', modal(), { type: 'modal', blocks: [] }, 'missing required field: title [json-pointer:/view]'],
    [
      'private_metadata',
      modal({ private_metadata: x(3000) }),
      modal({ private_metadata: x(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a hundred blocks',
      modal({ blocks: times(100, divider) }),
      modal({ blocks: times(101, divider) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'inputs are submitted',
      modal({ submit: plain('S'), blocks: [input({ type: 'plain_text_input' })] }),
      modal({ blocks: [input({ type: 'plain_text_input' })] }),
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
    ],
    [
      'home has no title',
      { type: 'home', blocks: [] },
      { type: 'home', title: plain('T'), blocks: [] },
      'invalid additional property: title [json-pointer:/view]',
    ],
  ])('%s', (_what, kept, broken, message) => {
    expect([validateView(kept), validateView(broken)]).toEqual([[], [`[ERROR] ${message}`]]);
  });
});
