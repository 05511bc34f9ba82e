import type { DateRange, Temporal, WeekStart } from '../model/time.ts';
import { isDayFirst } from './date-range/chrono/index.ts';
import { isRefusal, type Moment, type Reading } from './date-range/format.ts';
import { tidied } from './date-range/report-range.ts';
import { anyOf, dayInWords, ORDINAL, WEEKDAYS } from './date-range/vocabulary.ts';
import { wholeDate } from './date-range/whole-date.ts';
import { type SaidDate, withDatesInWords } from './parts.ts';
import type { Habit, OtherReading, Question } from './question.ts';

/** More nobody reads beside an answer. */
const MOST = 3;

interface Asking {
  readonly question: Question;
  /** What the words were taken for. */
  readonly range: DateRange;
  readonly said: SaidDate;
  readonly moment: Moment;
  /** What the question would be about with these words for its range; null: it could not be answered. */
  readonly rangeFor: (words: string, moment: Moment) => DateRange | null;
}

/** Words that may say what was meant, and the moment at which they do: that of whoever has the habit. */
interface Candidate {
  readonly words: string;
  readonly habit?: Habit;
  readonly moment?: Moment;
}

/** What the words of a range may mean as well, nearest first; nothing where they can mean one thing only. */
export function otherReadings(asking: Asking): readonly OtherReading[] {
  const { question, range, said, moment, rangeFor } = asking;
  const { date } = said;
  if (isRefusal(date)) return [];
  const found: OtherReading[] = [];
  for (const candidate of [
    ...inOtherOrder(said, date, moment),
    ...doubtful(said, date),
    ...byOtherWeeks(said, moment),
    ...earlier(asking, date),
  ]) {
    const other = rangeFor(candidate.words, candidate.moment ?? moment);
    if (!other || [range, ...found.map((each) => each.range)].some((known) => isSame(known, other))) continue;
    found.push({ question: { ...question, range: other.label }, range: other, ...(candidate.habit && { habit: candidate.habit }) });
  }
  return found.slice(0, MOST);
}

const isSame = (one: DateRange, other: DateRange): boolean => one.start === other.start && one.end === other.end;

/** 3/4 with the numbers the other way round. Who has said which way they write may be taken at their word. */
function inOtherOrder({ typed }: SaidDate, { ambiguous = [] }: Reading, moment: Moment): readonly Candidate[] {
  if (ambiguous.length === 0 || moment.dayFirst !== undefined) return [];
  const dayFirst = !isDayFirst(moment);
  const words = withDatesInWords(typed, new Map(ambiguous.map((each) => [each.words, each.other])));
  // With dots the day stands first everywhere: there is nothing to be remembered.
  const read = wholeDate(typed, { ...moment, dayFirst });
  const isHabit = read && !isRefusal(read) && read.ambiguous?.some(({ taken }, index) => taken === ambiguous[index]?.other);
  return [{ words, ...(isHabit && { habit: { dayFirst } }) }];
}

const doubtful = ({ typed }: SaidDate, { doubtful: doubt }: Reading): readonly Candidate[] =>
  doubt ? [{ words: typed.replace(doubt.words, () => doubt.instead) }] : [];

const FIRST_DAYS: ReadonlyMap<unknown, WeekStart> = new Map([
  [1, 'monday'],
  [6, 'saturday'],
  [7, 'sunday'],
]);

/** A locale that is none at all counts as one that nobody knows. */
function isKnown(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** On which day weeks begin where people write as the locale does. */
function customary(locale: string): WeekStart | undefined {
  const tag = locale.replaceAll('_', '-');
  if (!isKnown(tag)) return undefined;
  // A getter in older versions of Node, a method in newer ones, and in neither a part of TypeScript's types.
  const known: Intl.Locale & { weekInfo?: { firstDay: number }; getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(tag);
  return FIRST_DAYS.get((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay);
}

/** Weeks as they begin where the person's locale is at home, when that is another day than they begin on here. */
function byOtherWeeks({ words }: SaidDate, moment: Moment): readonly Candidate[] {
  const weekStart = moment.isWeekStartSaid ? undefined : customary(moment.locale);
  return weekStart && weekStart !== moment.weekStart ? [{ words, habit: { weekStart }, moment: { ...moment, weekStart } }] : [];
}

const WEEKDAY = new RegExp(`(?<!\\p{L})(?:on )?${anyOf(WEEKDAYS)}(?!\\p{L})\\.?`, 'iu');
const DAY = new RegExp(`(?<![\\p{L}\\d])(?:the )?(?:${ORDINAL})(?!\\p{L})`, 'iu');

/** The words with what they leave out. */
const STATED: Record<NonNullable<Reading['recurs']>, (words: string, days: readonly Temporal.PlainDate[]) => readonly string[]> = {
  week: (words, [day]) => (day ? [words.replace(WEEKDAY, dayInWords(day))] : []),
  month: (words, [day]) => (day ? [words.replace(DAY, dayInWords(day))] : []),
  year: (words, days) => days.map(({ year }) => `${tidied(words)} ${year}`),
};

/** The one before the most recent: `monday` a week, `october` a year earlier. */
function earlier({ said: { words }, moment, rangeFor }: Asking, { recurs, start }: Reading): readonly Candidate[] {
  const before = recurs ? wholeDate(words, { ...moment, now: start.subtract({ seconds: 1 }) }) : null;
  if (!recurs || !before || isRefusal(before)) return [];
  const days = [before.start, before.end.subtract({ seconds: 1 })].map((time) => time.toPlainDate());
  return STATED[recurs](words, days)
    .filter((stated) => rangeFor(stated, moment)?.start === before.start.epochMilliseconds)
    .map((stated) => ({ words: stated }));
}
