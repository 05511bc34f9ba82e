import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLanguage, DATE_EXAMPLES } from '../../src/language/index.ts';
import type { Context, Understanding } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import { CONTEXT, contextAt, inShort, outcomeOf, rangeOf, TOPICS } from './context.ts';

const { understand, say } = createLanguage(TOPICS);

/** What is understood, in short: the question in words with its range and distribution; the message of a problem with its suggestions. */
function inWords(words: string, context: Context = CONTEXT): readonly (string | null)[] {
  const understood = outcomeOf(() => understand(words, context));
  if (!('kind' in understood)) return [understood.message, ...understood.words];
  if (understood.kind === 'help') return ['help', understood.topic];
  if (understood.kind === 'unclear') return [understood.message, ...understood.suggestions.map((suggestion) => suggestion.words)];
  return [say(understood.question), inShort(understood.range), understood.distribution, ...understood.notes];
}

test('a question is understood whole', () => {
  const expected: Understanding = {
    kind: 'question',
    question: { report: 'tags', range: 'last week', distribution: null, filters: { groups: [12], tags: ['vip'] } },
    range: {
      start: Date.parse('2026-11-09T00:00:00+01:00'),
      end: Date.parse('2026-11-16T00:00:00+01:00'),
      zone: 'Europe/Warsaw',
      label: 'last week',
      granularity: 'week',
      partial: false,
    },
    distribution: 'day',
    notes: [],
  };
  expect(understand('tags last week for group 12 tag:vip', CONTEXT)).toEqual(expected);
});

const LAST_WEEK = '2026-11-09 2026-11-16 week';
const TODAY = '2026-11-18 2026-11-18T10:00 day so far';

describe('words in any order, with others around them', () => {
  test.each([
    ['last week tags', ['tags last week', LAST_WEEK, 'day']],
    ['by weekday for the last week topics', ['tags last week by weekday', LAST_WEEK, 'weekday']],
    ['show me the tags report for last week, please', ['tags last week', LAST_WEEK, 'day']],
    ['Total chats by day in October', ['chats October by day', '2026-10-01 2026-11-01 month', 'day']],
    [
      'duration for <mailto:a@b.co|a@b.co> since monday',
      ['duration since Monday agent:a@b.co', '2026-11-16 2026-11-18T10:00 day so far', 'day'],
    ],
    ['tags tag:vip last week', ['tags last week tag:vip', LAST_WEEK, 'day']],
    ['tags for tag billing untagged', ['Chats cannot be both tagged and untagged.']],
    [
      'last tag:vip week',
      ["I don't know what “last” and “week” mean.", 'duration today tag:vip', 'tags today tag:vip', 'ratings today tag:vip'],
    ],
  ])('%s', (words, understood) => {
    expect(inWords(words)).toEqual(understood);
  });
});

describe('what is left out', () => {
  test.each([
    ['', ['tags today', TODAY, 'hour']],
    ['duration', ['duration today', TODAY, 'hour']],
    ['last week', ['tags last week', LAST_WEEK, 'day', 'No report was named, so this is Chat tags.']],
    ['untagged', ['tags today untagged', TODAY, 'hour', 'No report was named, so this is Chat tags.']],
    ['help', ['help', null]],
    ['?', ['help', null]],
    ['help Dates', ['help', 'dates']],
  ])('“%s”', (words, understood) => {
    expect(inWords(words)).toEqual(understood);
  });
});

describe('what is misspelt or unknown', () => {
  test.each([
    ['tgas last week', ['tags last week', LAST_WEEK, 'day', 'I read “tgas” as tags.']],
    ['chating time last week', ['duration last week', LAST_WEEK, 'day', 'I read “chating time” as duration.']],
    ['tags lst week', ["I don't know what “lst week” means.", 'tags last week', 'tags today']],
    ['tags octobr', ["I don't know what “octobr” means.", 'tags October', 'tags today']],
    ['tags by wek last month', ["I don't know what “by wek” means.", 'tags last month by week', 'tags last month']],
    ['top 5 tags', ["I don't know what “top 5” means.", 'tags today']],
    ['tags vs last week', ["I don't know what “vs” means.", 'tags last week']],
    ['satisfaction last week', ["I don't know what “satisfaction” means.", 'ratings last week', 'duration last week', 'chats last week']],
    ['tags foo last week bar', ["I don't know what “foo” and “bar” mean.", 'tags last week']],
  ])('%s', (words, understood) => {
    expect(inWords(words)).toEqual(understood);
  });
});

describe('what is understood but cannot be answered', () => {
  test.each([
    ['tags next week by day', ['“next week” has not begun yet.', 'tags last week by day']],
    ['tags tomorrow for group 2', ['“tomorrow” has not begun yet.', 'tags yesterday group:2']],
    ['tags last 5 years', ['“last 5 years” is longer than a report can be.', 'tags last 3 years', 'tags last year']],
    ['tags 30 feb', ['There is no 30 February.', 'tags February']],
    ['tags last quarter by hour', ['“last quarter” has too many hours to show.', 'tags last quarter by day']],
    ['tags duration last week', ['I can answer about one report at a time.', 'tags last week', 'duration last week']],
    ['tags last week last month', ['I can answer about one range at a time.', 'tags last week', 'tags last month']],
    ['tags by day by week', ['I can answer about one distribution at a time.', 'tags today by day', 'tags today by week']],
    ['tags group:general', ["I don't know a group “general”."]],
  ])('%s', (words, understood) => {
    expect(inWords(words)).toEqual(understood);
  });
});

test('a long text says what of it was not read', () => {
  const understood = understand(`tags last week ${'please '.repeat(39)}by day weekly`, CONTEXT);
  expect(understood).toMatchObject({
    kind: 'question',
    notes: [expect.stringMatching(/^Only the first 300 characters were read, without “weekly”\.$/)],
  });
});

test('the same question is another range on another day', () => {
  expect(inWords('tags last week', contextAt('2026-11-23T10:00:00+01:00', 'Europe/Warsaw'))[1]).toBe('2026-11-16 2026-11-23 week');
});

test('every example of a date can be asked of a report', () => {
  const unanswered = DATE_EXAMPLES.filter((words) => inShort(rangeOf(words)) !== inWords(`tags ${words}`)[1]);
  expect(unanswered).toEqual([]);
});

const CRUMBS = [
  ...DATE_EXAMPLES,
  ...[
    'tags',
    'duration',
    'by',
    'by day',
    'for',
    'from',
    'to',
    '-',
    '..',
    'between',
    'and',
    'the',
    'last',
    '1',
    '31',
    '2026',
    'feb',
    'friday',
    'so far',
  ],
  ...[
    'tag:',
    'tag:"',
    'tag:a,b',
    '-tag:x',
    'group:1',
    'agent:a@b.co',
    '"',
    '“',
    '\\',
    '<',
    '<a|',
    '&amp;',
    '\u0000',
    '\ud800',
    '👩‍👩‍👧',
    'ſ',
    '\u212a',
    'İ',
  ],
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...CRUMBS), { maxLength: 12 }).map((all) => all.join(' ')),
  fc.array(fc.constantFrom(...CRUMBS), { maxLength: 12 }).map((all) => all.join('')),
);
const contexts = fc.constantFrom(
  CONTEXT,
  contextAt('2026-03-29T03:00:00+02:00', 'Europe/Warsaw', { weekStart: 'sunday' }),
  contextAt('2024-02-29T23:59:59.999-03:30', 'America/St_Johns', { weekStart: 'saturday', locale: 'en-GB' }),
  contextAt('2026-01-01T00:00:00+14:00', 'Pacific/Kiritimati', { locale: 'pl-PL' }),
);

test('any text is understood, unclear or refused in words, and whatever is suggested can be asked', () => {
  fc.assert(
    fc.property(texts, contexts, (words, context) => {
      const ask = (text: string): Understanding | UserError => {
        try {
          return understand(text, context);
        } catch (error) {
          if (error instanceof UserError) return error;
          throw error;
        }
      };
      const understood = ask(words);
      if ('suggestions' in understood) {
        expect(understood.suggestions.map((suggestion) => ask(suggestion.words))).toEqual(
          understood.suggestions.map(() => expect.objectContaining({ kind: 'question' })),
        );
      }
      if ('question' in understood) {
        const { question, range } = understood;
        expect([range.start < range.end, range.zone, question.range]).toEqual([true, context.zone, range.label]);
        expect(ask(say(question))).toMatchObject({ kind: 'question', question, range });
      }
    }),
    { numRuns: 400 },
  );
});

test('hostile text costs no time', () => {
  const slowest = Math.max(
    ...CRUMBS.map((crumb) => {
      const text = `${crumb} `.repeat(20_000 / (crumb.length + 1));
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        outcomeOf(() => understand(text, CONTEXT));
        return performance.now() - start;
      });
      return Math.min(...times);
    }),
  );
  // A few milliseconds alone on a machine; the rest is for tests that run beside it.
  expect(slowest).toBeLessThan(60);
});

test('a language is about at least one report', () => {
  expect(() => createLanguage([])).toThrow('There is no report to ask about.');
});
