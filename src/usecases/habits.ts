import { isDeepStrictEqual } from 'node:util';
import type { Habit } from '../language/question.ts';
import { WEEK_STARTS } from '../model/time.ts';
import { WEEK_START_NAMES } from '../presentation/settings/settings-words.ts';

/** Habits as buttons say them, and as people are told of them. */
export const HABITS: readonly { readonly word: string; readonly habit: Habit; readonly told: string }[] = [
  { word: 'day-first', habit: { dayFirst: true }, told: 'dates day first' },
  { word: 'month-first', habit: { dayFirst: false }, told: 'dates month first' },
  ...WEEK_STARTS.map((weekStart) => ({
    word: `weeks-${weekStart}`,
    habit: { weekStart },
    told: `weeks from ${WEEK_START_NAMES[weekStart]}`,
  })),
];

function entryOf(habit: Habit): (typeof HABITS)[number] {
  const known = HABITS.find((each) => isDeepStrictEqual(each.habit, habit));
  if (!known) throw new Error(`There is no word for a habit: ${JSON.stringify(habit)}`);
  return known;
}

export const wordFor = (habit: Habit): string => entryOf(habit).word;

/** `weeks from Sunday`, `dates day first`. */
export const toldOf = (habit: Habit): string => entryOf(habit).told;
