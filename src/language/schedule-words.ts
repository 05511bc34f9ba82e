import { isDeepStrictEqual } from 'node:util';
import { type Suggestion, UserError } from '../model/errors.ts';
import { type Instant, type Temporal, type Zone, zoned } from '../model/time.ts';
import { describeRecurrence, findRecurrence, RECURRENCE_EXAMPLES } from '../recurrence/index.ts';
import type { Recurrence } from '../recurrence/recurrence.ts';
import { momentOf } from './date-range/format.ts';
import { DATE_WORDS } from './date-range/index.ts';
import { anyOf, MONTHS } from './date-range/vocabulary.ts';
import { mendings } from './mending.ts';
import type { Context, Language, Question } from './question.ts';
import { takeEnd } from './schedule-end.ts';
import { type SaidPlace, takePlace } from './schedule-place.ts';
import { takeZone } from './schedule-zone.ts';
import { createScissors, type Scissors } from './scissors.ts';
import { LONGEST_TEXT } from './tidy.ts';
import { DEFAULT_RANGE } from './verdict.ts';

export type { SaidPlace } from './schedule-place.ts';

/** What a schedule's words say; null is what they leave open. */
export interface ScheduleParts {
  readonly question: Question | null;
  /** false: the question's range is the default, to be chosen by how it repeats. */
  readonly isRangeSaid: boolean;
  readonly recurrence: Recurrence | null;
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
const KNOWN: ReadonlySet<string> = new Set([...DATE_WORDS, ...REPEATED.split(' '), 'monthly', 'morning', 'evening', 'business', 'working']);
/** Words that want something to repeat in a way that is not to be had. */
const REPEATS = /(?<!\S)(?:(?:every|each) [^\s,;]+(?: [^\s,;]+)?|hourly|quarterly|yearly|annually)/iu;
/** `weekly tags every monday`: the same said twice, not how to split. */
const ADJECTIVE = /^(?:(?:an?|the|my|our) )?(?:daily|weekly|monthly) /iu;
const STRETCH = new RegExp(
  `(?<!\\S)at \\d[\\d:.]*(?: ?[ap]m)? ?(?:[-–]|to|until) ?(?:[01]?\\d|2[0-4])(?:[:.]\\d{2})?(?![\\d/-])(?! ?(?:${anyOf(MONTHS)})\\b)`,
  'iu',
);
const LATER = /(?<!\b(?:the|week) )(?<!\S)(?:starting|beginning)(?! of)(?: on| from)? [^;]+/iu;

function takeWhenEmpty(scissors: Scissors): ScheduleParts['whenEmpty'] {
  if (scissors.take(SKIP)) return 'skip';
  return scissors.take(POST) ? 'post' : null;
}

/** The text with slips put right in the words that say when, where only one recurrence can be meant. */
function mended(text: string, { plain, today }: { readonly plain: string; readonly today: Temporal.PlainDate }) {
  const { recurrence } = findRecurrence(text, today);
  const others = mendings(text, { unknown: [plain], known: KNOWN })
    .map((other) => ({ ...other, found: findRecurrence(other.text, today).recurrence }))
    .filter(({ found }) => found && !isDeepStrictEqual(found, recurrence));
  const [first] = others;
  return first && others.every(({ found }) => isDeepStrictEqual(found, first.found)) ? first : { text, notes: [] };
}

interface SaidRecurrence extends Pick<ScheduleParts, 'recurrence' | 'isTimeSaid' | 'notes'> {}

function takeRecurrence(scissors: Scissors, today: Temporal.PlainDate): SaidRecurrence {
  const { text, notes } = mended(scissors.text(), { plain: scissors.plain(), today });
  scissors.replace(text);
  const stretch = STRETCH.exec(scissors.plain())?.[0];
  if (stretch) throw new UserError(`“${stretch}” is not one time of day.`, 'Name the times of the posts: “at 9:00 and 17:00”.');
  const { recurrence, isTimeSaid, spans } = findRecurrence(text, today);
  const repeats = recurrence ? null : REPEATS.exec(scissors.plain());
  if (repeats) {
    const without = text.replace(repeats[0], '');
    throw new UserError(
      `I cannot repeat a report “${repeats[0]}”.`,
      'I post daily, on weekdays, weekly or monthly, at the times you name.',
      {
        suggestions: RECURRENCE_EXAMPLES.slice(0, 3).map((example) => scissors.instead(`${without} ${example}`)),
      },
    );
  }
  for (const span of spans.toReversed()) scissors.cut(span);
  if (recurrence) scissors.replace(scissors.text().replace(ADJECTIVE, ''));
  return { recurrence, isTimeSaid, notes };
}

function refuseLater(scissors: Scissors): void {
  const later = LATER.exec(scissors.plain())?.[0].trim();
  if (later === undefined) return;
  throw new UserError('I cannot start a schedule later.', `Leave “${later}” out: the first post is the next one.`, {
    suggestions: [scissors.instead(scissors.text().replace(later, ''))],
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
    const isMended = notes.some((note) => note.endsWith(` as ${DEFAULT_RANGE}.`));
    return { question, isRangeSaid: question.range !== DEFAULT_RANGE || isDefaultSaid(scissors) || isMended, notes };
  };
}

/** The language of schedules over that of questions. */
export function createScheduleLanguage(language: Language): ScheduleLanguage {
  const takeQuestion = createQuestions(language);
  return {
    readSchedule(words, context) {
      // Mentions are longer than what is shown of them.
      if (words.length > 2 * LONGEST_TEXT) throw new UserError('That is too long for me to read.', 'Say it in fewer words.');
      const scissors = createScissors(words.replace(OPENING, ''));
      const place = takePlace(scissors);
      const zone = takeZone(scissors, context.zone);
      const local = { ...context, zone: zone ?? context.zone };
      const whenEmpty = takeWhenEmpty(scissors);
      const { recurrence, isTimeSaid, notes: read } = takeRecurrence(scissors, zoned(context.now, local.zone).toPlainDate());
      const until = takeEnd(scissors, { moment: momentOf(local), recurrence });
      refuseLater(scissors);
      const { question, isRangeSaid, notes } = takeQuestion(scissors, local);
      return { question, isRangeSaid, recurrence, isTimeSaid, place, zone, until, whenEmpty, notes: [...read, ...notes] };
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
