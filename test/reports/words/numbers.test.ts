import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { count, counted, duration, inWords } from '../../../src/reports/words/numbers.ts';

test('counts have thousands apart', () => {
  expect([0, -0, 999, 2318, 1e12, -1500].map(count)).toEqual(['0', '0', '999', '2,318', '1,000,000,000,000', '-1,500']);
});

test('one is not many', () => {
  expect([counted(0, 'chat'), counted(1, 'chat'), counted(1980, 'chat')]).toEqual(['0 chats', '1 chat', '1,980 chats']);
});

test('durations have two units at most, rounded to the smaller one', () => {
  const lengths = [0, 0.4, 45, 59.6, 60, 875, 3599.4, 3599.6, 3720, 7199, 93_784, 1e12, -90];
  expect(lengths.map(duration)).toEqual([
    '0s',
    '0s',
    '45s',
    '1m 00s',
    '1m 00s',
    '14m 35s',
    '59m 59s',
    '1h 00m',
    '1h 02m',
    '2h 00m',
    '26h 03m',
    '277,777,777h 47m',
    '-1m 30s',
  ]);
});

test('no data is not 0', () => {
  expect([
    inWords(null, 'seconds'),
    inWords(0, 'seconds'),
    inWords(null, 'chats'),
    inWords(0, 'chats'),
    inWords(null, 'uses', '–'),
  ]).toEqual(['no data', '0s', 'no data', '0', '–']);
});

test('a duration never shows 60 of anything', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (seconds) => !/\b60[smh]/.test(duration(seconds))));
});
