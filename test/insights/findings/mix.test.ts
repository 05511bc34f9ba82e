import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { split } from '../../../src/insights/findings/mix.ts';
import { CHATS, CHATTING, foundBy, saidBy } from './given.ts';

const DAYS = [100, 100, 100, 100, 100];
/** Weekdays take 600 s, weekends 1,200 s. */
const MEANS = [600, 600, 600, 600, 600, 1200, 1200];
const table = (chats: readonly number[], means: readonly number[]) => [[CHATS, chats] as const, [CHATTING, means] as const];
const BEFORE = table([...DAYS, 50, 10], MEANS);

describe('a mean that moved with its chats', () => {
  test('is told with the part that they moved to, and what comes of it', () => {
    const slower = MEANS.map((mean) => mean + 10);
    expect(foundBy('mix', { now: table([...DAYS, 50, 250], slower), before: BEFORE })).toEqual([
      {
        kind: 'mix',
        score: 67.18,
        sentence:
          'Chatting time is 2m 51s longer than the week before, 2m 41s of it because more of the chats came on Sundays, when they take longer (31%, before 2%).',
        numbers: [
          { label: 'Chatting time', value: '13m 55s' },
          { label: 'Chatting time, the week before', value: '11m 04s' },
          { label: 'Change', value: '2m 51s longer' },
          { label: 'From moved shares', value: '2m 41s longer' },
          { label: 'Weekday by weekday, without them', value: '10s longer' },
          { label: 'Share of chats on Sundays', value: '31%' },
          { label: 'Share of chats on Sundays, the week before', value: '2%' },
          { label: 'Chatting time on Sundays, beside that of all', value: '7m 35s longer' },
        ],
        about: 'mix on Sundays',
      },
    ]);
  });

  test('against its parts says that too', () => {
    const faster = MEANS.map((mean) => mean - 30);
    expect(saidBy('mix', { now: table([...DAYS, 50, 250], faster), before: BEFORE })).toEqual([
      'Chatting time is 2m 11s longer than the week before only because more of the chats came on Sundays, when they take longer (31%, before 2%). Weekday by weekday it is 30s shorter.',
    ]);
  });

  test('may as well be of fewer chats where they take longer', () => {
    expect(saidBy('mix', { now: BEFORE, before: table([...DAYS, 50, 250], MEANS) })).toEqual([
      'Chatting time is 2m 41s shorter than the week before because fewer of the chats came on Sundays, when they take longer (2%, before 31%).',
    ]);
  });

  test('is of parts of the day where rows are hours', () => {
    const means = Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 1200 : 600));
    const chats = (night: number) => Array.from({ length: 24 }, (_, hour) => (hour < 6 ? night : 40));
    expect(saidBy('mix', { distribution: 'day-hours', now: table(chats(40), means), before: table(chats(5), means) })).toEqual([
      'Chatting time is 2m 06s longer than the week before because more of the chats came at night (00:00–06:00), when they take longer (25%, before 4%).',
    ]);
  });
});

describe('no finding is made', () => {
  test.each([
    [
      'where the parts themselves moved',
      table(
        [...DAYS, 50, 10],
        MEANS.map((mean) => mean * 1.5),
      ),
      BEFORE,
    ],
    ['of few chats', table([5, 5, 5, 5, 5, 5, 30], MEANS), table([5, 5, 5, 5, 5, 5, 5], MEANS)],
    ['of what chance moves', table([...DAYS, 50, 14], MEANS), BEFORE],
    ['where no one part has moved', table([90, 90, 90, 90, 90, 125, 125], [600, 610, 620, 630, 640, 645, 645]), BEFORE],
  ])('%s', (_, now, before) => {
    expect(saidBy('mix', { now, before })).toEqual([]);
  });

  test('without a baseline, and of rows that are no weekdays and no hours', () => {
    const now = table([...DAYS, 50, 250], MEANS);
    expect([saidBy('mix', { now }), saidBy('mix', { distribution: 'week', now, before: BEFORE })]).toEqual([[], []]);
  });
});

test('what moved shares and what the parts make of a change is all of it, whatever the numbers', () => {
  const part = fc.record({
    name: fc.constantFrom('on Mondays', 'on Tuesdays', 'on Sundays'),
    chats: fc.nat({ max: 5000 }),
    chatsBefore: fc.nat({ max: 5000 }),
    mean: fc.nat({ max: 20_000 }),
    meanBefore: fc.nat({ max: 20_000 }),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 24 }), (parts) => {
      const found = split(parts);
      if (!found)
        return parts.reduce((sum, { chats }) => sum + chats, 0) < 100 || parts.reduce((sum, each) => sum + each.chatsBefore, 0) < 100;
      const { mean, meanBefore, mixed, within, groups } = found;
      const added = groups.reduce((sum, { adds }) => sum + adds, 0);
      const isAll = Math.abs(mean - meanBefore - mixed - within) < 1e-6 * (1 + mean + meanBefore);
      return isAll && Math.abs(added - mixed) < 1e-6 * (1 + mean + meanBefore);
    }),
  );
});
