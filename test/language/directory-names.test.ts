import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_TEXT } from '../../src/language/tidy.ts';
import type { Directory } from '../../src/model/directory.ts';
import type { Filters } from '../../src/model/query.ts';
import { CONTEXT } from './context.ts';
import { DIRECTORY, language, read } from './directory-given.ts';

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const AWKWARD = [
  'Anna',
  'anna',
  'by day',
  'last week',
  'team',
  'group',
  'R&D',
  '&amp;',
  '<@U1>',
  'say "hi"',
  '“x”',
  "'y'",
  'a, b and c',
  '\\',
  '👩‍👩‍👧',
  'ß',
];
const names = fc
  .oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 12 }))
  .filter((name) => oneLine(name) !== '' && !/^\d+$|@/.test(oneLine(name)));
const directories = fc.record({
  agents: fc
    .uniqueArray(names, { selector: oneLine, maxLength: 5 })
    .map((all) => all.map((name, at) => ({ id: `a${at}@shop.example`, name }))),
  groups: fc.uniqueArray(names, { selector: oneLine, maxLength: 5 }).map((all) => all.map((name, id) => ({ id, name }))),
  tags: fc.uniqueArray(names, { selector: oneLine, maxLength: 5 }),
});
const inQuotes = (name: string): string =>
  `"${name.replace(/["\\]/g, '\\$&')}"`.replace(/&(?=(?:lt|gt|amp);)/g, '&amp;').replaceAll('<', '&lt;');

test('whatever names are, they are found in quotes', () => {
  fc.assert(
    fc.property(directories, (directory) => {
      const context = { ...CONTEXT, directory };
      const filtersOf = (words: string): Filters | string => {
        const found = language.understand(words, context);
        return found.kind === 'question' ? found.question.filters : found.kind;
      };
      for (const { id, name } of directory.agents) expect(filtersOf(`duration agent:${inQuotes(name)}`)).toEqual({ agents: [id] });
      for (const { id, name } of directory.groups) expect(filtersOf(`duration group:${inQuotes(name)}`)).toEqual({ groups: [id] });
      for (const tag of directory.tags) expect(filtersOf(`duration tag:${inQuotes(tag)}`)).toEqual({ tags: [tag] });
    }),
    { numRuns: 200 },
  );
});

test('what is said of a question is read back as the same question, with a directory and without', () => {
  const questions = directories.chain((directory) =>
    fc.record({
      directory: fc.constant(directory),
      filters: fc.record(
        {
          agents: fc.uniqueArray(fc.constantFrom('a0@shop.example', 'a1@shop.example', 'gone@shop.example'), { minLength: 1 }),
          groups: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1 }),
          // As LiveChat spells them: that is what is kept of a question.
          ...(directory.tags.length > 0 && { tags: fc.uniqueArray(fc.constantFrom(...directory.tags.map(oneLine)), { minLength: 1 }) }),
        },
        { requiredKeys: [] },
      ),
    }),
  );
  fc.assert(
    fc.property(questions, ({ directory, filters }) => {
      const question = { report: 'duration', range: 'last week', distribution: null, filters };
      const words = language.say(question);
      fc.pre([...words].length <= LONGEST_TEXT);
      const spelt = {
        ...filters,
        ...(filters.tags && { tags: filters.tags.map((tag) => directory.tags.find((each) => oneLine(each) === tag)) }),
      };
      expect([language.understand(words, CONTEXT), language.understand(words, { ...CONTEXT, directory })]).toMatchObject([
        { question, notes: [] },
        { question: { ...question, filters: spelt }, notes: [] },
      ]);
    }),
    { numRuns: 200 },
  );
});

test('no text costs much, however many names there are', () => {
  const numbers = Array.from({ length: 2_000 }, (_, at) => at);
  const crowded = (): Directory => ({
    ...DIRECTORY,
    agents: numbers.map((at) => ({ id: `a${at}@shop.example`, name: `Agent${at} Nr ${at * 7}` })),
    tags: numbers.map((at) => `tag number ${at} of many`),
  });
  const cost = (words: string, directory: Directory): number => {
    const started = performance.now();
    read(words, directory);
    return performance.now() - started;
  };
  const directory = crowded();
  const others = Array.from({ length: 37 }, (_, at) => `for ag${at}x`).join(' ');
  // The fastest of several: tests run beside it.
  for (const words of ['for xyz '.repeat(37), others, 'for a b c d e f g h i j k l m n o p q', `for ${'x'.repeat(290)}`])
    expect(Math.min(...[1, 2, 3].map(() => cost(words, directory)))).toBeLessThan(300);
  expect(Math.min(...[1, 2, 3].map(() => cost('duration for anna', crowded())))).toBeLessThan(200);
});
