import { expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import { findShow, SHOWS, sayShow } from '../../src/language/options.ts';
import { createScheduleLanguage } from '../../src/language/schedule-words.ts';
import { UserError } from '../../src/model/errors.ts';
import { CONTEXT, TOPICS } from './context.ts';

const language = createLanguage(TOPICS);

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
])('%s is shown as %s', (text, value) => {
  expect(findShow(text)).toEqual({ value, index: 0, length: text.length });
});

test('every form is said as it is read', () => {
  expect(SHOWS.map((show) => findShow(sayShow(show))?.value)).toEqual(SHOWS);
});

test.each(['table', 'the chart', 'as tables-turned', 'without tags', 'as', 'stable'])('“%s” says nothing of the form', (text) => {
  expect(findShow(text)).toBeNull();
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
