import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DATE_EXAMPLES } from '../../src/language/date-range/index.ts';
import { createLanguage } from '../../src/language/index.ts';
import type { Context, Question, Topic, Understanding } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import { CONTEXT, contextAt, inShort, outcomeOf, rangeOf, TOPICS } from './context.ts';
import { CRUMBS } from './crumbs.ts';

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
  const question: Question = { report: 'tags', range: 'last week', distribution: null, filters: { groups: [12], tags: ['vip'] } };
  const range = {
    start: Date.parse('2026-11-09T00:00:00+01:00'),
    end: Date.parse('2026-11-16T00:00:00+01:00'),
    zone: 'Europe/Warsaw',
    label: 'last week',
    granularity: 'week',
    partial: false,
  } as const;
  const fromSunday = { start: Date.parse('2026-11-08T00:00:00+01:00'), end: Date.parse('2026-11-15T00:00:00+01:00') };
  const weekBefore = { start: Date.parse('2026-11-02T00:00:00+01:00'), end: range.start, label: 'the week before' };
  const expected: Understanding = {
    kind: 'question',
    question,
    range,
    before: { ...range, ...weekBefore },
    distribution: 'day',
    notes: [],
    otherwise: [{ question, range: { ...range, ...fromSunday }, habit: { weekStart: 'sunday' } }],
  };
  expect(understand('tags last week for group 12 tag:vip', CONTEXT)).toEqual(expected);
});

const LAST_WEEK = '2026-11-09 2026-11-16 week';
const OCTOBER = '2026-10-01 2026-11-01 month';
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
    ["yesterday's tags", ['tags yesterday', '2026-11-17 2026-11-18 day', 'hour']],
    ['last week’s duration', ['duration last week', LAST_WEEK, 'day']],
    ["tags february's reports", ['tags February', '2026-02-01 2026-03-01 month', 'day']],
    [
      'tags from the start of last week on weekdays',
      ['tags from the start of last week on weekdays', '2026-11-09 2026-11-18T10:00 week so far', 'day'],
    ],
    ['tags on or after 1 oct', ['tags on or after 1 Oct', '2026-10-01 2026-11-18T10:00 day so far', 'day']],
    ['tags tag:vip last week', ['tags last week tag:vip', LAST_WEEK, 'day']],
    ['tags for tag billing untagged', ['Chats cannot be both tagged and untagged.', 'tags today tag:billing', 'tags today untagged']],
    [
      'last tag:vip week',
      ["I don't know what “last” and “week” mean.", 'duration today tag:vip', 'tags today tag:vip', 'ratings today tag:vip'],
    ],
  ])('%s', (words, understood) => {
    expect(inWords(words)).toEqual(understood);
  });
});

describe('everyday questions', () => {
  // A report may be called by a word that is also said of every other.
  const alias = (topic: Topic): Topic => (topic.name === 'duration' ? { ...topic, aliases: ['chat duration', 'chats'] } : topic);
  const everyday = createLanguage(TOPICS.filter(({ name }) => name !== 'chats').map(alias));
  test.each([
    ['average chat duration last week', 'duration last week'],
    ['avg duration last week', 'duration last week'],
    ['what were the most used tags last week?', 'tags last week'],
    ['how many tags did we have last week', 'tags last week'],
    ['"tags last week"', 'tags last week'],
    ['“tags last week”?', 'tags last week'],
    ['tags,last week', 'tags last week'],
    ['show me tags last week please', 'tags last week'],
    ['hi, tags last week please!', 'tags last week'],
    ['how many chats yesterday', 'duration yesterday'],
    ['tags of chats yesterday', 'tags yesterday'],
    ['tags last week each day', 'tags last week by day'],
    ['tags every hour yesterday', 'tags yesterday by hour'],
    ['tags from monday', 'tags since Monday'],
    ['tags from last week', 'tags last week'],
  ])('%s', (words, understood) => {
    const asked = everyday.understand(words, CONTEXT);
    expect(asked).toMatchObject({ kind: 'question', notes: [] });
    expect('question' in asked && everyday.say(asked.question)).toBe(understood);
  });
});

describe('what is read in one of several ways is said', () => {
  test.each([
    ['tags 03/04/2026', 'en-US', 'tags 4 March 2026', 'I read 03/04/2026 as 4 March 2026.'],
    ['tags 03/04/2026', 'en-GB', 'tags 3 April 2026', 'I read 03/04/2026 as 3 April 2026.'],
    ['tags 2/1..3/7', 'en-US', 'tags 1 February..7 March', 'I read 2/1 as 1 February.', 'I read 3/7 as 7 March.'],
    ['tags 13/4/2026', 'en-US', 'tags 13/4/2026'],
    ['tags 3/3/2026', 'en-US', 'tags 3/3/2026'],
    ['top 5 tags', 'en-US', 'tags today', 'The table shows the top ten, so “top 5” changes nothing.'],
  ])('%s in %s', (words, locale, understood, ...notes) => {
    const [question, , , ...told] = inWords(words, { ...CONTEXT, locale });
    expect([question, ...told]).toEqual([understood, ...notes]);
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
    ['help me', ['help', null]],
    ['hi', ['help', null]],
    ['Hello!', ['help', null]],
    ['thanks', ['help', null]],
    ['please show me', ['help', null]],
  ])('“%s”', (words, understood) => {
    expect(inWords(words)).toEqual(understood);
  });
});

describe('what is misspelt or unknown', () => {
  test.each([
    ['tgas last week', ['tags last week', LAST_WEEK, 'day', 'I read “tgas” as tags.']],
    ['chating time last week', ['duration last week', LAST_WEEK, 'day', 'I read “chating time” as duration.']],
    ['tags lst week', ['tags last week', LAST_WEEK, 'day', 'I read “lst” as last.']],
    ['tgas lst week', ['tags last week', LAST_WEEK, 'day', 'I read “tgas” as tags.', 'I read “lst” as last.']],
    ['tags last wek', ['tags last week', LAST_WEEK, 'day', 'I read “wek” as week.']],
    ['tags last monht', ['tags last month', OCTOBER, 'day', 'I read “monht” as month.']],
    ['tags last weeek', ['tags last week', LAST_WEEK, 'day', 'I read “weeek” as week.']],
    ['tags las week', ['tags last week', LAST_WEEK, 'day', 'I read “las” as last.']],
    ['tags octber', ['tags October', OCTOBER, 'day', 'I read “octber” as October.']],
    ['tags mondey', ['tags Monday', '2026-11-16 2026-11-17 day', 'hour', 'I read “mondey” as Monday.']],
    ['tags by huor', ['tags today by hour', TODAY, 'hour', 'I read “huor” as hour.']],
    ['tags by wek last month', ['tags last month by week', OCTOBER, 'week', 'I read “wek” as week.']],
    ['tags flibber', ["I don't know what “flibber” means.", 'tags today', 'tags last week', 'tags this week']],
    ['tags Jane', ["I don't know what “Jane” means.", 'tags Jan', 'tags today', 'tags last week']],
    ['tags Frida last week', ["I don't know what “Frida” means.", 'tags Friday last week', 'tags last week', 'duration last week']],
    [
      'tags tag:"lst x" flibber lst week',
      ["I don't know what “flibber lst week” means.", 'tags today tag:"lst x"', 'tags last week tag:"lst x"', 'tags this week tag:"lst x"'],
    ],
    [
      'duration last week tag stove recall',
      [
        "I don't know what “recall” means.",
        'duration last week tag:"stove recall"',
        'duration last week tag:stove',
        'tags last week tag:stove',
      ],
    ],
    ['satisfaction last week', ["I don't know what “satisfaction” means.", 'ratings last week', 'duration last week', 'chats last week']],
    ['tags foo last week bar', ["I don't know what “foo” and “bar” mean.", 'tags last week', 'duration last week', 'chats last week']],
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
    ['tags by day by week', ['I can answer about one split at a time.', 'tags today by day', 'tags today by week']],
    ['tags group:general', ["I don't know a group “general”.", 'tags today']],
    ['tags agent Anna last week', ["I don't know an agent “Anna”.", 'tags last week']],
    ['tags last week tag:', ['“tag:” says no name.', 'tags last week']],
    ['tags tagged untagged', ['Chats cannot be both tagged and untagged.', 'tags today tagged', 'tags today untagged']],
    ['tags until 5 nov', ['“until 5 Nov” has no beginning.', 'tags 1 November 2026 to 5 November 2026', 'tags last 3 years']],
    ['tags 15-1 oct', ['“15-1 oct” ends before it begins.', 'tags 1 October to 15 October']],
    ['tags 25th to 5th', ['“25th to 5th” ends before it begins.', 'tags 5th to 25th', 'tags 25 October 2026 to 5 November 2026']],
    ['tags next week next month', ['I can answer about one range at a time.', 'tags today']],
    ['tags by quarter', ['I cannot split by quarter.', 'tags today']],
    ['tags last week by agent', ['I cannot split by agent.', 'tags last week']],
    ['duration by tag', ['I cannot split by tag.', 'duration today']],
    ['tags by agent anna@x.io', ['I cannot split by agent.', 'tags today agent:anna@x.io']],
  ])('%s', (words, understood) => {
    expect(inWords(words)).toEqual(understood);
  });
});

test('a hint says what can be split by, and how to have a part of what cannot', () => {
  const splits = 'I can split by hour, hour of day, day, week, weekday, month or year.';
  expect(
    ['quarter', 'minute', 'agent', 'group', 'tag'].map((what) => outcomeOf(() => understand(`tags by ${what}`, CONTEXT))),
  ).toMatchObject([
    { hint: `${splits} For one quarter name it: “Q3”.` },
    { hint: splits },
    { hint: `${splits} For one agent write “agent:anna@example.com”.` },
    { hint: `${splits} For one group write “group:2”.` },
    { hint: `${splits} For one tag write “tag:vip”.` },
  ]);
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

test('hostile text is read to its end', () => {
  const texts = CRUMBS.map((crumb) => `${crumb} `.repeat(20_000 / (crumb.length + 1)));
  const outcomes = texts.map((text) => outcomeOf(() => understand(text, CONTEXT)));
  expect(outcomes.filter((outcome) => !('kind' in outcome || outcome.message !== ''))).toEqual([]);
});

test('a language is about at least one report', () => {
  expect(() => createLanguage([])).toThrow('There is no report to ask about.');
});
