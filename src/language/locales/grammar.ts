import { nth } from './lexicon.ts';
import type { Rule } from './rules.ts';

const ordinal = (number: string): string => nth(Number(number));

/** A number that is a day, because nothing follows that makes it something else. */
const BARE_DAY = "(\\d{1,2})(?! ?(?:{month}|{unit}|of|to|and|am|pm|h|'|[\\d/:~–-]|\\.\\d))(?![\\d\\p{L}])";
/** What a date may end with, before a word that joins it to another. */
const ENDED = '(?:\\d|{month}|{weekday}|{unit}|{day}|[ap]m|[snrt][tdh]|on|at),? ';
const STEP_OF = '(?! (?:the )?(?:{n} )?(?:{unit}|{weekday}|{month}))';
const LENGTH = '{n} {unit}(?:(?:,| and|, and) {n} {unit}){0,3}';

/** From English words in another order to plain English. After all rules of a language, and the same for all of them. */
export const GRAMMAR: readonly Rule[] = [
  ['(?<= ) +', ''],
  ['(\\d{1,2})(?:st|nd|rd|th)', (_, number = '') => ordinal(number)],
  // `entre el 4 y el 22 de este mes`: numbers that are days of a month.
  [
    '(?:the )?(\\d{1,2}) ?(to|and|-) ?(?:the )?(\\d{1,2}),? (?:of )?(?:the )?(?:((?:this|last|next) month)|month(?: (this|last|next))?)',
    (_, one = '', joint = '', other = '', month = '', step = '') =>
      `${ordinal(one)} ${joint === '-' ? 'to' : joint} ${ordinal(other)} of ${month || (step ? `${step} month` : 'the month')}`,
  ],
  ['(\\d)(?=(?:{month}|{weekday}|{unit})(?!\\p{L}))', '$1 '],
  ['({month})(?=\\d)', '$1 '],
  ['(?<!\\d)(\\d{1,2})[-/ ]({month})[-/ ]({year})', '$1 $2 $3'],
  ['({year})[-/ ]({month})[-/ ](\\d{1,2})', '$1 $2 $3'],
  ['({month})[-/]({year})[-/](\\d{1,2})', '$3 $1 $2'],
  ['(\\d{1,2})[-/]({year})[-/]({month})', '$1 $3 $2'],
  ['(\\d{1,2})[-/]({month})(?![-/]?\\d)', '$1 $2'],
  // `hace 3 días`, `il y a 3 jours`.
  [`before now (?:the )?(${LENGTH})`, '$1 ago'],
  // `semana pasada`, `3 últimos meses`, `octubre pasado`; but `monday next week`.
  ['this (?=(?:last|next) )', ''],
  [`({n}) ({unit}) (last|next)${STEP_OF}`, '$3 $1 $2'],
  ['({n}) (last|next) ({unit})', '$2 $1 $3'],
  [`({unit}|{weekday}|{month}) (this|last|next|penultimate|overnext)${STEP_OF}`, '$2 $1'],
  [
    '(?:the )?(?:penultimate ({unit})|({unit}) before (?:the )?(?:last|previous))',
    (_, one = '', other = '') => `${one || other} before last`,
  ],
  ['(?:the )?(?:overnext ({unit})|({unit}) after (?:the )?next)', (_, one = '', other = '') => `${one || other} after next`],
  // `el día 4`, `15 de octubre de 2016`, `primer lunes de octubre de 2016`.
  ['(?:the )?day (?=\\d{1,2}(?!\\d| ?{unit}))', 'the '],
  ['(\\d{1,2}|{nth}) of (?:the )?(?={month})', '$1 '],
  ['({month}),? (?:of|in) (?:the )?(?:year )?({year})', '$1 $2'],
  ['((?:{nth}|\\d) quarter)[- ](?={year})', '$1 '],
  ['(\\d{1,2}) quarter', (_, number = '') => `${ordinal(number)} quarter`],
  ['(?:the )?(first|second) half year(?: (?=of|{year}))?', (_, which = '') => (which === 'first' ? 'H1 ' : 'H2 ')],
  ['({weekday}),? (\\d{1,2})(?= (?:to|and|-) (?:the )?{weekday})', (_, weekday = '', day = '') => `${weekday} ${ordinal(day)}`],
  [`({weekday}),? (?:the )?${BARE_DAY}`, (_, weekday = '', day = '') => `${weekday} ${ordinal(day)}`],
  [`the ${BARE_DAY}`, (_, day = '') => `the ${ordinal(day)}`],
  ['the (?=\\d|[QH]\\d|(?:{month}|{weekday}|{step}|{day}|{nth}|weekend)(?!\\p{L}))', ''],
  ['the (?=the |week \\d)', ''],
  ['({edge}) of ({unit})', '$1 of the $2'],
  ['since (?={edge})', 'since the '],
  // `los lunes de octubre`: every one of them, unless one is picked.
  ['(?<!(?:{nth}|{step}|every) )({weekday}|weekend)s? (?:of|in) (?:the )?(?={month}|(?:this|last) (?:month|quarter|year))', '$1s in '],
  // `gestern bis 12 Uhr`
  ['({day}|{weekday}) to (?=\\d{1,2}(?::\\d\\d| ?[ap]m)|noon|midnight)', '$1 until '],
  // A beginning and an end.
  [`(?<!${ENDED})to (?=(?:the )?{date})`, 'until '],
  [`({n} {unit}) since(?= {date})`, '$1 from'],
  ['since ([^;"]{1,40}?) (?:to|until|[-–]) (?=(?:the )?{date})', 'from $1 to '],
  [`(?<!${ENDED})of ([^;"]{1,40}?) (?:to|until|[-–]) (?=(?:the )?{date})`, 'from $1 to '],
  ['of ({clock}) ?(?:to|until|[-–]) ?(?={clock}(?![-/.\\d]))', 'from $1 to '],
  ['(from|between) (\\d{1,2}) (to|and) (?=\\d{1,2}:\\d\\d)', '$1 $2:00 $3 '],
  ['(?<![\\d.:/-])([2-9]|[1-9]\\d{1,2}|few|couple of) (second|minute|hour|day|week|month|quarter|year|weekend)', '$1 $2s'],
];
