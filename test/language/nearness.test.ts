import { expect, test } from '@jest/globals';
import { DATE_WORDS } from '../../src/language/date-range/index.ts';
import { likelySlips, nearest, slips } from '../../src/language/nearness.ts';

test.each([
  ['tags', 'tags', 0],
  ['tgas', 'tags', 1],
  ['tag', 'tags', 1],
  ['tajs', 'tags', 1],
  ['ttags', 'tags', 1],
  ['duratoin', 'duration', 1],
  ['', 'tags', 4],
  ['ca', 'abc', 3],
])('%s is so many slips from %s: %d', (one, other, count) => {
  expect([slips(one, other), slips(other, one)]).toEqual([count, count]);
});

test('the nearest are known words that a slip or two make of the word', () => {
  const known = ['last', 'past', 'yesterday', 'may'];
  expect(['lst', 'ast', 'yestrdya', 'ma', 'march'].map((word) => nearest(word, known))).toEqual([
    ['last'],
    ['last', 'past'],
    ['yesterday'],
    [],
    [],
  ]);
});

test('a likely slip can hardly be another word or a name', () => {
  const known = ['last', 'week', 'hour', 'june', 'march', 'monday', 'friday', 'august', 'october', 'today', 'yesterday'];
  const words = [
    'lst',
    'las',
    'weeek',
    'huor',
    'octber',
    'mondey',
    'yestrdya',
    'week',
    'lost',
    'Jane',
    'marco',
    'frida',
    'augusta',
    'flibber',
  ];
  expect(words.map((word) => likelySlips(word.toLowerCase(), known)[0] ?? null)).toEqual([
    ...['last', 'last', 'week', 'hour', 'october', 'monday', 'yesterday'],
    ...[null, null, null, null, null, null, null],
  ]);
});

test('an ordinary word or name is no slip of what dates are made of', () => {
  const words =
    'later latest reset star started startup meaning marking merging mourn moving walking warning computed even event knight sam earl'.split(
      ' ',
    );
  expect(words.filter((word) => likelySlips(word, DATE_WORDS).length > 0)).toEqual([]);
  expect(['mornign', 'afternon', 'evenning', 'bussiness', 'workng'].map((word) => likelySlips(word, DATE_WORDS))).toEqual([
    ['morning'],
    ['afternoon'],
    ['evening'],
    ['business'],
    ['working'],
  ]);
});
