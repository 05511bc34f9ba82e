import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LiveChatError } from '../../src/livechat/errors.ts';
import { readRetryAfter, waitBeforeRetry } from '../../src/livechat/retry.ts';
import { UserError } from '../../src/model/errors.ts';
import { NOW } from './support/answers.ts';

const EVER = Number.POSITIVE_INFINITY;

function waits(error: unknown, { random = 0.5, left = EVER } = {}): (number | null)[] {
  return [0, 1, 2].map((retries) => waitBeforeRetry({ error, retries, left, random: () => random }));
}

describe('the wait before the same call is made again', () => {
  test.each([
    [0, [500, 500, null]],
    [0.5, [750, 2250, null]],
    [1, [1000, 4000, null]],
  ])('is drawn at random and may grow, twice (%d)', (random, expected) => {
    const passing = [
      new LiveChatError('ServiceUnavailableError'),
      new LiveChatError('RequestTimeoutError'),
      new LiveChatError('ConnectionError', { transient: true }),
    ];
    expect(passing.map((error) => waits(error, { random }))).toEqual([expected, expected, expected]);
  });

  test('is two and four seconds where LiveChat limits us and does not say for how long', () => {
    const limits = [new LiveChatError('TooManyRequestsError'), new LiveChatError('LimitReachedError')];
    expect(limits.map((error) => waits(error))).toEqual([
      [2000, 4000, null],
      [2000, 4000, null],
    ]);
  });

  test('is what LiveChat wishes, up to half a minute', () => {
    const wishing = [0, 7_000, 30_000, 30_001].map((retryAfter) => new LiveChatError('TooManyRequestsError', { retryAfter }));
    expect(wishing.map((error) => waits(error))).toEqual([
      [0, 0, null],
      [7_000, 7_000, null],
      [30_000, 30_000, null],
      [null, null, null],
    ]);
  });

  test('ends before the time for the question does, or there is none', () => {
    const error = new LiveChatError('TooManyRequestsError');
    expect([2_001, 2_000, 0, -1].map((left) => waitBeforeRetry({ error, retries: 0, left, random: () => 0 }))).toEqual([
      2000,
      null,
      null,
      null,
    ]);
  });

  test.each([
    new LiveChatError('AuthenticationError'),
    new LiveChatError('AuthorizationError'),
    new LiveChatError('LicenseExpiredError'),
    new LiveChatError('WrongProductVersionError'),
    new LiveChatError('ValidationError'),
    new LiveChatError('GroupNotFoundError'),
    new LiveChatError('EntityTooLargeError'),
    new LiveChatError('NotFoundError'),
    new LiveChatError('UnsupportedVersionError'),
    new LiveChatError('MisdirectedRequestError'),
    new LiveChatError('NoAnswerError'),
    new LiveChatError('InternalError', { retryAfter: 1 }),
    new LiveChatError('ConnectionError', { transient: false }),
    new LiveChatError('UnreadableAnswerError'),
    new LiveChatError('AnswerTooLargeError'),
    new UserError('Words.', 'Words.'),
    new TypeError('a mistake of ours'),
  ])('is not there for what cannot help: $name', (error) => {
    expect(waits(error)).toEqual([null, null, null]);
  });

  test('never leaves its limits', () => {
    const seeds = fc.record({
      random: fc.double({ min: 0, max: 1, noNaN: true }),
      retries: fc.nat(5),
      left: fc.integer({ min: -1, max: 60_000 }),
    });
    fc.assert(
      fc.property(seeds, ({ random, retries, left }) => {
        const wait = waitBeforeRetry({ error: new LiveChatError('ServiceUnavailableError'), retries, left, random: () => random });
        expect(wait === null || (retries < 2 && wait >= 500 && wait <= 4_000 && wait < left)).toBe(true);
      }),
    );
  });
});

test.each([
  ['0', 0],
  ['120', 120_000],
  ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After: %s is %p ms', (header, expected) => {
  expect(readRetryAfter(header, NOW)).toBe(expected);
});
