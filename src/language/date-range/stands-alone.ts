import { isFiller } from '../fillers.ts';
import { ordinalOf } from './vocabulary.ts';

/** Words beside which a date stands, as they stand beside any other. */
const BESIDE: ReadonlySet<string> = new Set(
  'and as by compared during except for from in last next of on only or per since than that this through till to until versus vs with without'.split(
    ' ',
  ),
);

const PERSON = '(?:i|you|he|she|it|we|they)';
const AFTER_PERSON = new RegExp(`(?:^|\\s)${PERSON}\\s*$`, 'iu');
/** `march to the beat` */
const BEFORE_AIM = 'to (?:an?|the|my|your|our|their)(?! (?:\\d|present))';
const BEFORE_VERB = new RegExp(`^\\s*(?:be|have|need|want|${BEFORE_AIM}|${PERSON})(?![\\p{L}\\p{N}])`, 'iu');
const AFTER_PREPOSITION = /(?:^|\s)(?:in|for|of|since|during|from|to|than|and)\s*$/iu;

/** Words with those on both sides of them. */
interface Beside {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** `it may be`, `may I`; but `in may we had` is a month. */
const isVerb = ({ before, words, after }: Beside): boolean =>
  /^\p{L}+$/u.test(words) && (AFTER_PERSON.test(before) || (BEFORE_VERB.test(after) && !AFTER_PREPOSITION.test(before)));

const BEFORE_NUMBER =
  /(?:^|\s)(?:than|(?:average|avg|mean|median|rating|score|rate)(?: of)?|is|was|be|top|over|under|at least|at most)\s*$/iu;
const AFTER_NUMBER = /^ (?:of|average|avg|or|and (?:more|less))(?![\p{L}\p{N}])/iu;

const ALL_THE_TIME = /^(?:on )?24\/7(?:['’]s?)?$/iu;
const BEFORE_DECIMAL = /(?:^|\s)of\s*$/iu;

/** `1/2 of the chats`, `worse than 4.5`, `rating of 4.5`; `24/7` is all the time, and never in July. */
const isNumber = ({ before, words, after }: Beside): boolean =>
  (/^\d+[./]\d+$/u.test(words) && (BEFORE_NUMBER.test(before) || AFTER_NUMBER.test(after))) ||
  (/^\d+\.\d+$/u.test(words) && BEFORE_DECIMAL.test(before)) ||
  ALL_THE_TIME.test(words);

/** `first chat`: one of several. A day is `the first`. */
const isRank = ({ before, words }: Beside): boolean =>
  /^\p{L}/u.test(words) && ordinalOf(words) !== undefined && !/(?:^|\s)on $/iu.test(before);

const isBeside = (word: string): boolean => isFiller(word) || BESIDE.has(word.toLowerCase().replace(/[,.:;!?]+$/u, ''));

/** Whether words that need not be a date are one beside these: `may` is none in `you may not`. */
export function standsAlone(said: Beside): boolean {
  const [last = ''] = /\S+\s*$/u.exec(said.before) ?? [];
  const [next = ''] = /^\s*\S+/u.exec(said.after) ?? [];
  return isBeside(last.trim()) && isBeside(next.trim()) && ![isVerb, isNumber, isRank].some((isOther) => isOther(said));
}
