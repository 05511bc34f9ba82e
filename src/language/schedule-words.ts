import { isDeepStrictEqual } from 'node:util';
import { type Suggestion, UserError } from '../model/errors.ts';
import { type Instant, type Zone, zoned } from '../model/time.ts';
import { describeDays, describeRecurrence, findRecurrence, withoutQuotes } from '../recurrence/index.ts';
import type { Recurrence } from '../recurrence/recurrence.ts';
import { type Moment, momentOf } from './date-range/format.ts';
import { DATE_WORDS } from './date-range/index.ts';
import { anyOf, MONTHS } from './date-range/vocabulary.ts';
import { mendings } from './mending.ts';
import type { Context, Language, Question } from './question.ts';
import { takeEnd } from './schedule-end.ts';
import { hidden, withoutReportHours } from './schedule-hours.ts';
import { nearestTo } from './schedule-nearest.ts';
import { refuseOnce } from './schedule-once.ts';
import { type SaidPlace, takePlace } from './schedule-place.ts';
import { type Half, refuseSeveral } from './schedule-several.ts';
import { begun, findStart } from './schedule-start.ts';
import { takeZone } from './schedule-zone.ts';
import { createScissors, type Scissors } from './scissors.ts';
import { LONGEST_TEXT } from './tidy.ts';
import { DEFAULT_RANGE, NO_REPORT } from './verdict.ts';

export { type SaidPlace, unknownName } from './schedule-place.ts';

/** What a schedule's words say; null is what they leave open. */
export interface ScheduleParts {
  readonly question: Question | null;
  /** false: the question's range is the default, to be chosen by how it repeats. */
  readonly isRangeSaid: boolean;
  readonly recurrence: Recurrence | null;
  /** What the same words mean to other people, to be offered; null: they all mean the same. */
  readonly otherwise: Recurrence | null;
  /** false: the recurrence's time is the usual one. */
  readonly isTimeSaid: boolean;
  readonly place: SaidPlace | null;
  readonly zone: Zone | null;
  /** The last moment of the last day, in the schedule's zone; always to come. */
  readonly until: Instant | 'never' | null;
  readonly whenEmpty: 'post' | 'skip' | null;
  /** What the person should know about how it was read, in sentences. */
  readonly notes: readonly string[];
}

/** What can be said of a schedule. */
export interface SayableSchedule extends Pick<ScheduleParts, 'question' | 'until' | 'whenEmpty'> {
  readonly recurrence: Recurrence;
  readonly zone: Zone;
}

export interface ScheduleLanguage {
  /** Words as Slack sends them, without the verb, in any order. A UserError in the person's words for what cannot be. */
  readSchedule(words: string, context: Context): ScheduleParts;
  /** Words that, read again, give the same; without the place, which has no words that a person could type. */
  saySchedule(schedule: SayableSchedule): string;
}

const OPENING = /^\s*(?:please )?(?:schedule|post|send|share)(?! me\b)\s/iu;
const IT_IS = "(?: (?:it|there)(?:['’]s| is))?";
const EMPTY = `${IT_IS} (?:empty|nothing(?: to (?:report|say|show))?)(?![^\\s,;.])`;
const SKIP = new RegExp(`(?<!\\S)(?:(?:unless|(?:skip|silent|quiet)(?: it)? (?:if|when))${EMPTY}|if${IT_IS} not empty(?![^\\s,;.]))`, 'iu');
const POST = new RegExp(`(?<!\\S)(?:post )?even (?:if|when)${EMPTY}`, 'iu');

const REPEATED = 'every each mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays daily weekly biweekly fortnightly';
const SPOKEN = 'monthly noon half past once twice starting';
const HOURS = 'three four five seven eight nine eleven twelve';
const KNOWN: ReadonlySet<string> = new Set([...DATE_WORDS, ...REPEATED.split(' '), ...SPOKEN.split(' '), ...HOURS.split(' ')]);
/** Words that want something to repeat in a way that is not to be had. */
const REPEATS =
  /(?<!\S)(?:(?:once|twice|thrice|(?:[2-9]|two|three|four|five|several|many) times) (?:an?|per|every|each|the) (?:hour|day|week|month|quarter|year)|(?:every|each) [^\s,;]+(?: (?!at )[^\s,;]+)?|hourly|quarterly|yearly|annually)/iu;
/** `weekly tags every monday`: the same said twice, not how to split. */
const ADJECTIVE = /^(?:(?:an?|the|my|our) )?(?:daily|weekly|monthly) /iu;
const STRETCH = new RegExp(
  `(?<!\\S)at \\d[\\d:.]*(?: ?[ap]m)? ?(?:[-–]|to|until) ?(?:[01]?\\d|2[0-4])(?:[:.]\\d{2})?(?![\\d/-])(?! ?(?:${anyOf(MONTHS)})\\b)`,
  'iu',
);
function takeWhenEmpty(scissors: Scissors): ScheduleParts['whenEmpty'] {
  if (scissors.take(SKIP)) return 'skip';
  return scissors.take(POST) ? 'post' : null;
}

/** The start that is said, and the text without it and without the hours of a report. */
function apart(text: string, moment: Moment) {
  const plain = withoutQuotes(text);
  const start = findStart(plain, moment);
  return { start, ...withoutReportHours(start ? hidden(plain, start) : plain, moment) };
}

/** The text with slips put right in the words that say when. Where several recurrences can be meant, they are offered. */
function mended(scissors: Scissors, moment: Moment) {
  const text = scissors.text();
  const meaning = (words: string) => {
    const { recurrence, isTimeSaid } = findRecurrence(apart(words, moment).rest, moment.now.toPlainDate());
    return recurrence && { recurrence, isTimeSaid };
  };
  const plainly = meaning(text);
  const others = mendings(text, { unknown: [scissors.plain()], known: KNOWN })
    .map((other) => ({ ...other, found: meaning(other.text) }))
    .filter(({ found }) => found && !isDeepStrictEqual(found, plainly));
  const [first] = others;
  if (!first) return { text, notes: [] };
  if (others.every(({ found }) => isDeepStrictEqual(found, first.found))) return first;
  if (plainly) return { text, notes: [] };
  const slip = /“.*?”/.exec(first.notes[0] ?? '')?.[0];
  throw new UserError(`I don't know what ${slip} means.`, 'Press the one that you mean.', {
    suggestions: others.map((other) => scissors.instead(other.text)),
  });
}

interface SaidRecurrence extends Pick<ScheduleParts, 'recurrence' | 'otherwise' | 'isTimeSaid' | 'notes'> {}

function takeRecurrence(scissors: Scissors, moment: Moment): SaidRecurrence {
  const { text, notes } = mended(scissors, moment);
  scissors.replace(text);
  const { start, rest, stretch = STRETCH.exec(rest)?.[0] } = apart(text, moment);
  if (stretch) {
    const hint = 'Name the times of the posts: “at 9:00 and 17:00”. For hours of a report name their day: “yesterday 9:00-17:00”.';
    throw new UserError(`“${stretch}” is not one time of day.`, hint);
  }
  const { recurrence, otherwise, isTimeSaid, spans } = findRecurrence(rest, (start?.date ?? moment.now).toPlainDate());
  if (!recurrence) refuseRepeat(scissors, isTimeSaid);
  const begins = start ? begun(recurrence, start, { scissors, moment }) : recurrence;
  const taken = [...spans, ...(start ? [start] : [])].sort((one, other) => one.index - other.index);
  for (const span of taken.toReversed()) scissors.cut(span);
  if (recurrence) scissors.replace(scissors.text().replace(ADJECTIVE, ''));
  // Only weeks are counted from a day.
  const isSure = !otherwise || (start !== null && begins?.days.kind === 'weekly');
  return {
    recurrence: begins,
    otherwise: isSure ? null : otherwise,
    isTimeSaid,
    notes: [...notes, ...(isSure ? [] : doubt(text, spans, begins))],
  };
}

/** Words that are read in two ways are told with the one that was chosen. */
function doubt(
  text: string,
  spans: readonly { readonly index: number; readonly length: number }[],
  recurrence: Recurrence | null,
): readonly string[] {
  const said = spans.map(({ index, length }) => text.slice(index, index + length)).find((words) => /^(?:on )?(?:every|each) /i.test(words));
  const meant = recurrence && describeDays(recurrence).replace(/^on /, '');
  return [`I read “${said}” as ${meant}.`];
}

function refuseRepeat(scissors: Scissors, isTimeSaid: boolean): void {
  const [repeats] = REPEATS.exec(scissors.plain()) ?? [];
  if (repeats === undefined) return;
  const without = scissors.text().replace(repeats, '');
  throw new UserError(`I cannot repeat a report “${repeats}”.`, 'I post daily, on weekdays, weekly or monthly, at the times you name.', {
    suggestions: nearestTo(repeats, { isTimeSaid }).map((near) => scissors.instead(`${without} ${near}`)),
  });
}

type SaidQuestion = Pick<ScheduleParts, 'question' | 'isRangeSaid' | 'notes'>;

const NOTHING: SaidQuestion = { question: null, isRangeSaid: false, notes: [] };

const isDefaultSaid = (scissors: Scissors): boolean => new RegExp(`(?<!\\S)${DEFAULT_RANGE}`, 'i').test(scissors.plain());

function createQuestions(language: Language) {
  const again = (scissors: Scissors, suggestions: readonly Suggestion[]): readonly Suggestion[] =>
    suggestions.map(({ words }) => scissors.instead(isDefaultSaid(scissors) ? words : words.replace(` ${DEFAULT_RANGE}`, '')));
  const understand = (text: string, { scissors, context }: { readonly scissors: Scissors; readonly context: Context }) => {
    try {
      return language.understand(text, context);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(error.message, error.hint, { cause: error, suggestions: again(scissors, error.suggestions) });
    }
  };
  return (scissors: Scissors, context: Context): SaidQuestion => {
    if (scissors.text() === '') return NOTHING;
    const understood = understand(scissors.text(), { scissors, context });
    if (understood.kind === 'help') return NOTHING;
    if (understood.kind === 'unclear') {
      const hint = 'Say what, when and where: “tags last week every Monday at 9:00 in #support”.';
      throw new UserError(understood.message, hint, { suggestions: again(scissors, understood.suggestions) });
    }
    const { question, notes } = understood;
    if (question.show === 'csv') {
      const instead = language.say({ ...question, show: 'table' });
      throw new UserError('I cannot post a CSV on a schedule.', 'Schedule the table, and ask for the CSV when you need it.', {
        suggestions: again(scissors, [{ label: instead, words: instead }]),
      });
    }
    const isMended = notes.some((note) => note.endsWith(` as ${DEFAULT_RANGE}.`));
    return { question, isRangeSaid: question.range !== DEFAULT_RANGE || isDefaultSaid(scissors) || isMended, notes };
  };
}

/** The language of schedules over that of questions. */
export function createScheduleLanguage(language: Language): ScheduleLanguage {
  const takeQuestion = createQuestions(language);
  const readOne = (words: string, context: Context): ScheduleParts => {
    const scissors = createScissors(words);
    const place = takePlace(scissors);
    const said = takeZone(scissors, context);
    const local = { ...context, zone: said?.zone ?? context.zone };
    const moment = momentOf(local);
    const whenEmpty = takeWhenEmpty(scissors);
    const { notes: read, ...when } = takeRecurrence(scissors, moment);
    const { recurrence, isTimeSaid } = when;
    const until = takeEnd(scissors, { moment, recurrence });
    if (!recurrence) refuseOnce(scissors, { moment, isTimeSaid });
    const { notes, ...what } = takeQuestion(scissors, local);
    return { ...what, ...when, place, zone: said?.zone ?? null, until, whenEmpty, notes: [...(said?.notes ?? []), ...read, ...notes] };
  };
  const readHalf = (words: string, context: Context): Half | null => {
    try {
      const { question, recurrence, isTimeSaid, zone, notes } = readOne(words, context);
      const isReportNamed = question !== null && !notes.some((note) => note.startsWith(NO_REPORT));
      return { question, isReportNamed, recurs: recurrence !== null, isTimeSaid, zone };
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  };
  return {
    readSchedule(words, context) {
      // Mentions are longer than what is shown of them.
      if (words.length > 2 * LONGEST_TEXT) throw new UserError('That is too long for me to read.', 'Say it in fewer words.');
      const text = words.replace(OPENING, '');
      refuseSeveral(text, { read: (half) => readHalf(half, context), say: (question) => language.say(question) });
      return readOne(text, context);
    },
    saySchedule({ question, recurrence, zone, until, whenEmpty }) {
      const last = typeof until === 'number' ? `until ${zoned(until, zone).toPlainDate()}` : until && 'until further notice';
      const empty = whenEmpty && (whenEmpty === 'skip' ? 'unless empty' : 'even if empty');
      const parts = [question && language.say(question), describeRecurrence(recurrence), `${zone} time`, last, empty];
      return parts.filter((part) => part !== null).join(' ');
    },
  };
}

const AFTERNOON = '15:00';

/** The range of a schedule that names none: the latest that is over when it is posted, or today's, where the day is. */
export function usualRange({ days, times }: Recurrence): string {
  switch (days.kind) {
    case 'daily':
    case 'weekdays':
      return times.length > 1 || times.some((time) => time >= AFTERNOON) ? 'today' : 'yesterday';
    case 'weekly':
      return days.every === 1 ? 'last week' : `last ${days.every} weeks`;
    case 'monthly':
    case 'nth-day':
      return 'last month';
  }
}
