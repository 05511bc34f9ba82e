import { expect, test } from '@jest/globals';
import { CHARTS } from '../../src/charts/index.ts';
import { createLanguage } from '../../src/language/index.ts';
import { changedForm, createForms, type Form, joined, SHOWS, sayForm } from '../../src/language/options.ts';
import { createScheduleLanguage } from '../../src/language/schedule-words.ts';
import { UserError } from '../../src/model/errors.ts';
import { CONTEXT, TOPICS } from './context.ts';

const language = createLanguage(TOPICS, CHARTS);
const { find } = createForms(CHARTS);

test.each([
  ['as table', 'table'],
  ['as a table', 'table'],
  ['As Table', 'table'],
  ['in a table', 'table'],
  ['only the table', 'table'],
  ['just a table', 'table'],
  ['table only', 'table'],
  ['without chart', 'table'],
  ['without the picture', 'table'],
  ['with no graph', 'table'],
  ['no chart', 'table'],
  ['as chart', 'chart'],
  ['as a chart', 'chart'],
  ['as only a chart', 'chart'],
  ['as picture', 'chart'],
  ['as graph', 'chart'],
  ['only the chart', 'chart'],
  ['chart only', 'chart'],
  ['no table', 'chart'],
  ['as csv', 'csv'],
  ['as a CSV file', 'csv'],
  ['in csv format', 'csv'],
  ['as a spreadsheet', 'csv'],
  ['export csv', 'csv'],
  ['csv', 'csv'],
])('%s is shown as %s', (text, show) => {
  expect(find(text)).toEqual({ value: { show }, index: 0, length: text.length });
});

test.each<[string, Form]>([
  ['as heatmap', { chart: 'heatmap' }],
  ['as a heat map', { chart: 'heatmap' }],
  ['heatmap', { chart: 'heatmap' }],
  ['with a heatmap and a table', { chart: 'heatmap' }],
  ['into a heatmap', { chart: 'heatmap' }],
  ['as a line', { chart: 'line' }],
  ['as lines', { chart: 'line' }],
  ['as a line chart', { chart: 'line' }],
  ['draw it as a trend', { chart: 'line' }],
  ['as bars', { chart: 'bar' }],
  ['switch to bars', { chart: 'bar' }],
  ['bar graph', { chart: 'bar' }],
  ['as a column chart', { chart: 'bar' }],
  ['as stacked bars', { chart: 'stacked-bar' }],
  ['as a stacked-bar', { chart: 'stacked-bar' }],
  ['a stacked bar chart', { chart: 'stacked-bar' }],
  ['As Pie', { chart: 'pie' }],
  ['in a pie chart', { chart: 'pie' }],
  ['as a doughnut', { chart: 'pie' }],
  ['only the heatmap', { show: 'chart', chart: 'heatmap' }],
  ['as only a pie', { show: 'chart', chart: 'pie' }],
  ['line chart only', { show: 'chart', chart: 'line' }],
  ['without the heatmap', { show: 'table' }],
])('%s is shown as %j', (text, value) => {
  expect(find(text)).toEqual({ value, index: 0, length: text.length });
});

test('every form is said as it is read', () => {
  const forms: Form[] = [
    ...SHOWS.map((show) => ({ show })),
    ...CHARTS.flatMap(({ name: chart }): Form[] => [{ chart }, { chart, show: 'chart' }]),
  ];
  expect(forms.map((form) => find(sayForm(form).join(' '))?.value)).toEqual(forms);
});

test.each(['table', 'the chart', 'as tables-turned', 'without tags', 'as', 'stable', 'bars', 'the line', 'pie', 'as pies-and-more'])(
  '“%s” says nothing of the form',
  (text) => {
    expect(find(text)).toBeNull();
  },
);

test('a kind of chart has its table beside it, unless only the picture is wanted', () => {
  const [pie, table, chart, csv] = [{ chart: 'pie' }, { show: 'table' }, { show: 'chart' }, { show: 'csv' }] as const;
  expect(
    [
      [table, table],
      [pie, table],
      [chart, pie],
      [chart, pie, table],
      [pie, { chart: 'line' }],
      [pie, csv],
    ].map(joined),
  ).toEqual([[table], [pie], [{ show: 'chart', chart: 'pie' }], [pie], [pie, { chart: 'line' }], [pie, csv]]);
});

test.each<[Form, Form, Form]>([
  [{ show: 'table' }, {}, { show: 'table' }],
  [{ show: 'table' }, { chart: 'pie' }, { chart: 'pie' }],
  [{ show: 'chart' }, { chart: 'pie' }, { show: 'chart', chart: 'pie' }],
  [{ chart: 'line' }, { chart: 'pie' }, { chart: 'pie' }],
  [{ chart: 'line' }, { show: 'chart', chart: 'pie' }, { show: 'chart', chart: 'pie' }],
  [{ show: 'chart', chart: 'pie' }, { show: 'table' }, { show: 'table' }],
  [{ chart: 'pie' }, { show: 'chart' }, { show: 'chart' }],
])('after %j, %j is %j', (before, said, form) => {
  expect(changedForm(before, said)).toEqual(form);
});

test.each([
  'tags last week by day as table',
  'as a table: tags by day, last week',
  'last week, only the table of tags by day',
  'table of tags last week by day',
])('the form may stand anywhere: %s', (words) => {
  expect(language.understand(words, CONTEXT)).toMatchObject({
    kind: 'question',
    question: { report: 'tags', range: 'last week', distribution: 'day', filters: {}, show: 'table' },
    notes: [],
  });
});

test.each([
  'tags last week as stacked bars',
  'stacked bars of tags last week',
  'as a stacked bar chart: tags, last week',
  'draw tags last week as stacked',
  'tags last week as table as stacked bars',
])('a kind of chart may stand anywhere: %s', (words) => {
  expect(language.understand(words, CONTEXT)).toMatchObject({
    kind: 'question',
    question: { report: 'tags', range: 'last week', distribution: null, filters: {}, chart: 'stacked-bar' },
    notes: [],
  });
});

test('a heatmap is split by hour, unless another split is said or there are too many hours', () => {
  const splits = ['tags last week', 'tags last week by day', 'tags this year'].map((words) => {
    const found = language.understand(`${words} as heatmap`, CONTEXT);
    return found.kind === 'question' && [found.question.distribution, found.distribution];
  });
  const resolved = language.resolve({ report: 'tags', range: 'last month', distribution: null, filters: {}, chart: 'heatmap' }, CONTEXT);
  expect([...splits, resolved.distribution]).toEqual([[null, 'hour'], ['day', 'day'], [null, 'month'], 'hour']);
});

test('the bare name of a kind is asked about, and a slip in it put right', () => {
  expect(language.understand('tags last week pie', CONTEXT)).toMatchObject({
    kind: 'unclear',
    message: "I don't know what “pie” means.",
    suggestions: [{ words: 'tags last week as pie' }, { words: 'tags last week' }, { words: 'duration last week' }],
  });
  expect(language.understand('tags last week as heatmpa', CONTEXT)).toMatchObject({
    question: { chart: 'heatmap' },
    notes: ['I read “heatmpa” as heatmap.'],
  });
});

test('a tag in quotes is no form, and a slip is put right', () => {
  expect(language.understand('tags last week tag:"as table"', CONTEXT)).toMatchObject({
    question: { report: 'tags', range: 'last week', distribution: null, filters: { tags: ['as table'] } },
  });
  expect(language.understand('tags last week as tabel', CONTEXT)).toMatchObject({
    question: { show: 'table' },
    notes: ['I read “tabel” as table.'],
  });
});

function refusal(run: () => unknown) {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint, suggestions } = error;
    return { message, hint, suggestions };
  }
}

test('two forms are refused, each with a button', () => {
  expect(refusal(() => language.understand('tags last week as pie as csv', CONTEXT))).toMatchObject({
    suggestions: [{ words: 'tags last week as pie' }, { words: 'tags last week as csv' }],
  });
  expect(refusal(() => language.understand('tags last week as table as csv', CONTEXT))).toEqual({
    message: 'I can answer in one form at a time.',
    hint: 'Ask for each of them alone.',
    suggestions: ['tags last week as table', 'tags last week as csv'].map((words) => ({ label: words, words })),
  });
});

test('a schedule keeps its form, and has no CSV', () => {
  const schedules = createScheduleLanguage(language);
  const read = (words: string) => schedules.readSchedule(words, CONTEXT);
  expect(read('tags last week as a table every monday at 9:00').question).toEqual({
    report: 'tags',
    range: 'last week',
    distribution: null,
    filters: {},
    show: 'table',
  });
  expect(
    ['tags as heatmap every monday', 'every friday in <#C1|support> only the heatmap of tags'].map((words) => read(words).question),
  ).toEqual([
    { report: 'tags', range: 'today', distribution: null, filters: {}, chart: 'heatmap' },
    { report: 'tags', range: 'today', distribution: null, filters: {}, chart: 'heatmap', show: 'chart' },
  ]);
  expect(refusal(() => read('tags as csv every monday at 9:00 in <#C1|support>'))).toEqual({
    message: 'I cannot post a CSV on a schedule.',
    hint: 'Schedule the table, and ask for the CSV when you need it.',
    suggestions: [
      {
        label: 'tags as table in #support at 9:00 every monday',
        words: 'schedule tags as table in <#C1|support> at 9:00 every monday',
      },
    ],
  });
});
