import { expect, test } from '@jest/globals';
import { createNames } from '../../src/language/pick.ts';
import { TOPICS } from './context.ts';

const names = createNames(TOPICS);
const nameOf = (topic: { readonly name: string } | null | undefined): string | undefined => topic?.name;

test.each([
  ['tags last week', 'tags', 'tags'],
  ['last week TOPICS', 'tags', 'TOPICS'],
  ['how many chats today', 'chats', 'how many chats'],
  ['Chat satisfaction', 'ratings', 'Chat satisfaction'],
  ['tags usage', 'tags', 'tags usage'],
])('in “%s” the report %s is called “%s”', (text, report, words) => {
  const found = names.find(text);
  expect([nameOf(found?.value), text.slice(found?.index, (found?.index ?? 0) + (found?.length ?? 0))]).toEqual([report, words]);
});

test.each(['tag:vip', 'untagged', '-tags', 'hashtags', 'tags@example.com', ''])('“%s” names no report', (text) => {
  expect(names.find(text)).toBeNull();
});

test.each([
  ['tgas', 'tags'],
  ['duratoin', 'duration'],
  ['chating time', 'duration'],
  ['raitngs', 'ratings'],
  ['ta', undefined],
  ['week', undefined],
])('%s can only mean %s', (word, report) => {
  expect(nameOf(names.mend(word))).toBe(report);
});

test('reports that are alike come nearest first', () => {
  expect(names.like('durations').map(nameOf)[0]).toBe('duration');
  expect(names.like('rating').map(nameOf)[0]).toBe('ratings');
});

test('a name that two reports have is the earlier one', () => {
  const [first, second] = TOPICS;
  if (!first || !second) throw new Error('two topics');
  expect(nameOf(createNames([first, { ...second, aliases: ['tags'] }]).find('tags')?.value)).toBe('tags');
});

test('a name may hold signs that mean something in a pattern', () => {
  const [first] = TOPICS;
  if (!first) throw new Error('a topic');
  expect(nameOf(createNames([{ ...first, name: 'c++ (all)' }]).find('c++ (all) today')?.value)).toBe('c++ (all)');
});
