import { expect, test } from '@jest/globals';
import { nearest, slips } from '../../src/language/nearness.ts';

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
