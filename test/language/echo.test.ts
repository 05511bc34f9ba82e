import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHARTS } from '../../src/charts/index.ts';
import { DATE_EXAMPLES } from '../../src/language/date-range/index.ts';
import { createLanguage } from '../../src/language/index.ts';
import { type Form, SHOWS } from '../../src/language/options.ts';
import type { Question } from '../../src/language/question.ts';
import { LONGEST_TEXT } from '../../src/language/tidy.ts';
import { DISTRIBUTIONS, type Filters } from '../../src/model/query.ts';
import { CONTEXT, rangeOf, TOPICS } from './context.ts';

const { say, understand } = createLanguage(TOPICS, CHARTS);

test('a question is said in the fewest words', () => {
  const filters: Filters = { groups: [12], tags: ['vip', 'two words'], withoutTags: ['spam'], tagged: true };
  expect(say({ report: 'tags', range: 'last week', distribution: 'day-hours', filters })).toBe(
    'tags last week by hour of day group:12 tag:vip,"two words" -tag:spam tagged',
  );
});

const AWKWARD = [
  'by',
  'by day',
  'last week',
  '2025',
  '12',
  'a:b',
  'R&D',
  '&amp;',
  '<@U1>',
  'say "hi"',
  '“x”',
  "'y'",
  'a,b',
  '\\',
  '-tag:x',
  'ŻÓŁĆ',
  '👩‍👩‍👧',
  'tags',
];
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const names = fc
  .oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 12 }))
  .map(oneLine)
  .filter((name) => name !== '');
const some = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(values, { minLength: 1, maxLength: 3 });

const filters: fc.Arbitrary<Filters> = fc
  .record(
    {
      agents: some(fc.constantFrom('anna@example.com', 'x.y+z@mail.example.org', 'ö@b.de')),
      groups: some(fc.nat({ max: 999_999_999 })),
      tags: some(names),
      withoutTags: some(names),
      tagged: fc.boolean(),
      clients: some(names),
    },
    { requiredKeys: [] },
  )
  .filter(
    ({ tags = [], withoutTags = [], tagged }) => !tags.some((tag) => withoutTags.includes(tag)) && !(tagged === false && tags.length > 0),
  );

const labels = DATE_EXAMPLES.map((words) => {
  const range = rangeOf(words);
  return range !== null && typeof range === 'object' ? range.label : words;
});

const kinds = fc.constantFrom(...CHARTS.map(({ name }) => name));
const forms: fc.Arbitrary<Form> = fc.oneof(
  fc.record({ show: fc.constantFrom(...SHOWS) }, { requiredKeys: [] }),
  fc.record({ chart: kinds, show: fc.constant('chart' as const) }, { requiredKeys: ['chart'] }),
);

const unshown: fc.Arbitrary<Question> = fc.record({
  report: fc.constantFrom(...TOPICS.map(({ name }) => name)),
  range: fc.constantFrom(...labels),
  // By hour only where a range allows it: see the distribution's own tests.
  distribution: fc.constantFrom(null, ...DISTRIBUTIONS.filter((distribution) => distribution !== 'hour')),
  filters,
});
const questions = fc.tuple(unshown, forms).map(([question, form]): Question => ({ ...question, ...form }));

test('a question that is said is understood as the same question', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const words = say(question);
      fc.pre([...words].length <= LONGEST_TEXT);
      expect(understand(words, CONTEXT)).toMatchObject({ kind: 'question', question, notes: [] });
    }),
    { numRuns: 500 },
  );
});
