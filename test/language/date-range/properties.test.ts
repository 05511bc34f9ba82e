import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, momentOf } from '../../../src/language/date-range/format.ts';
import { DATE_EXAMPLES, DATE_WORDS, findDate } from '../../../src/language/date-range/index.ts';
import { reportRange } from '../../../src/language/date-range/report-range.ts';
import { isClockUnit } from '../../../src/language/date-range/units.ts';
import { createLanguage } from '../../../src/language/index.ts';
import type { Asked, Context, Question } from '../../../src/language/question.ts';
import { UserError } from '../../../src/model/errors.ts';
import { type DateRange, startOf, WEEK_STARTS, zoned } from '../../../src/model/time.ts';
import { contextAt, TOPICS } from '../context.ts';

const contexts: fc.Arbitrary<Context> = fc
  .record({
    now: fc.date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true }),
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    weekStart: fc.constantFrom(...WEEK_STARTS),
    locale: fc.constantFrom('en-US', 'en-GB', 'de-DE'),
    yearStart: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ now, zone, ...habits }) => contextAt(now.toISOString(), zone, habits));

const BETWEEN =
  'the of in on at for from to until since before after and or with only vs by last next first half end rest same ago so far a an each';
const NUMBERS =
  '0 1 2 5 9 12 15 17 24 30 31 32 99 2024 2026 1st 15th 31st 9:00 17:30 25:00 9am 5pm 14pm 3/4 30/2 2026-11-09 2026-02-30 W45';
const SIGNS = ['-', '–', '..', '/', ',', '.', '’', '"', '\u0000', '\u0001', '\u202e', '\ud800', '👩‍👩‍👧', 'İ', 'ſ', '\u212a', '٣'];
const PHRASES =
  'weekdays mondays mornings nights weekends business hours fiscal FY26 Q3 H1 eom ytd fortnight half early late mid within'.split(' ');
const pieces = fc.constantFrom(...DATE_EXAMPLES, ...DATE_WORDS, ...BETWEEN.split(' '), ...NUMBERS.split(' '), ...SIGNS, ...PHRASES);
const texts = fc.oneof(
  { weight: 6, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 8 }).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 8 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

/** The first date of a text as a report can be about it; null where there is none. */
function rangeIn(text: string, context: Context): DateRange | null {
  const moment = momentOf(context);
  const found = findDate(text, moment);
  if (!found) return null;
  expect(found.index + found.length).toBeLessThanOrEqual(text.length);
  if (isRefusal(found)) {
    expect([found.objection.message, found.objection.hint]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
    return null;
  }
  expect([found.start.timeZoneId, found.end.timeZoneId]).toEqual([context.zone, context.zone]);
  const range = reportRange(text.slice(found.index, found.index + found.length), { stretch: found, moment });
  return 'message' in range ? null : range;
}

test('whatever is typed is no date, one refused in words, or a range of whole units in the zone of who asks', () => {
  fc.assert(
    fc.property(texts, contexts, (text, context) => {
      const range = rangeIn(text, context);
      if (!range) return;
      const { start, end, zone, granularity, partial, only } = range;
      expect([start < end, zone]).toEqual([true, context.zone]);
      const unit = isClockUnit(granularity) ? granularity : 'day';
      const isWhole = (instant: number): boolean => startOf(unit, zoned(instant, zone)).epochMilliseconds === instant;
      // `within 3 hours` begins now.
      expect({ start: isWhole(start) || start === context.now, end: isWhole(end) || partial }).toEqual({ start: true, end: true });
      if (partial) expect(end - context.now).toBeLessThanOrEqual(1000);
      if (only?.hours) expect([only.hours.from >= 0, only.hours.from < 24, only.hours.to > 0, only.hours.to <= 24]).not.toContain(false);
      if (only?.days) expect(only.days).toEqual([...new Set(only.days)].filter((day) => day >= 1 && day <= 7).sort());
    }),
    { numRuns: 1500 },
  );
});

const { understand, resolve, say } = createLanguage(TOPICS);

/** The answerable part of what is understood, or null. */
function asked(words: string, context: Context): Asked | null {
  try {
    const understood = understand(words, context);
    return understood.kind === 'question' ? understood : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function resolved(question: Question, context: Context): Asked | null {
  try {
    return resolve(question, context);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

const meant = (understood: Asked | null) => understood && { range: understood.range, baseline: understood.baseline };

const COMPARED = [
  '',
  ' vs previous',
  ' vs the week before',
  ' yoy',
  ' vs last month',
  ' compared to the same week last year',
  ' vs september',
];
const openings = fc.constantFrom(
  '',
  'on ',
  'on or after ',
  'on and after ',
  'in or after ',
  'from ',
  'from the start of ',
  'since ',
  'weekdays in ',
  'mondays 9-17 in ',
  '9am to 5pm on weekdays ',
  'mornings ',
);
const questions = fc
  .tuple(openings, fc.oneof(fc.constantFrom(...DATE_EXAMPLES), texts), fc.constantFrom('', "'s", '’s chats'), fc.constantFrom(...COMPARED))
  .map(([narrowed, date, owning, compared]) => `tags ${narrowed}${date}${owning}${compared}`);

test('what was understood and is said is understood as the same, compared and narrowed as it was', () => {
  fc.assert(
    fc.property(questions, contexts, (words, context) => {
      const understood = asked(words, context);
      if (!understood) return;
      const again = asked(say(understood.question), context);
      expect({ ...meant(again), question: again?.question }).toEqual({ ...meant(understood), question: understood.question });
    }),
    { numRuns: 700 },
  );
});

test('a question that was kept is on another day what it would be, were it asked then', () => {
  fc.assert(
    fc.property(questions, contexts, contexts, (words, day, another) => {
      const kept = asked(words, { ...another, ...day });
      if (!kept) return;
      expect(meant(resolved(kept.question, another))).toEqual(meant(asked(say(kept.question), another)));
    }),
    { numRuns: 400 },
  );
});
