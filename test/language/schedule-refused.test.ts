import { describe, expect, test } from '@jest/globals';
import { CONTEXT, outcomeOf } from './context.ts';
import { inShort, readSchedule } from './schedule-given.ts';

describe('two schedules in one sentence are offered one by one', () => {
  test.each([
    ['tags every monday at 9 and duration every friday at 17', ['tags every monday at 9', 'duration every friday at 17']],
    ['tags daily at 9 to me, duration every friday', ['tags daily at 9 to me', 'duration every friday']],
    [
      'tags every monday at 9 and duration every friday at 17 in <#C1|support>',
      ['tags every monday at 9 in <#C1|support>', 'duration every friday at 17 in <#C1|support>'],
    ],
    [
      'tags for group 2 every monday at 9 in <#C1> and every friday at 17 in <#C2>',
      ['tags for group 2 every monday at 9 in <#C1>', 'tags group:2 every friday at 17 in <#C2>'],
    ],
  ])('%s', (words, halves) => {
    expect(inShort(words)).toEqual(['These are two schedules, and I set up one at a time.', ...halves.map((half) => `schedule ${half}`)]);
    for (const half of halves) expect(readSchedule(half, CONTEXT)).toMatchObject({ question: {}, recurrence: {}, notes: [] });
  });
  test.each([
    ['tags every monday and every thursday at 9', 'every Monday and Thursday at 09:00'],
    ['weekly tags, every monday at 9', 'every Monday at 09:00'],
    ['tags on the 1st and on the 15th at 9', 'on the 1st and 15th of every month at 09:00'],
    ['tags every day at 9 and at 17', 'every day at 09:00 and 17:00'],
  ])('%s is one', (words, recurrence) => {
    expect(inShort(words)).toEqual({ question: 'tags today?', recurrence });
  });
});

describe('what is to be posted once is offered as what repeats, and now', () => {
  test.each([
    ['tags tomorrow at 9', 'tomorrow', ['schedule tags every day at 9', 'schedule tags every Thursday at 9', 'tags']],
    ['tags on friday at 9', 'on friday', ['schedule tags every day at 9', 'schedule tags every Friday at 9', 'tags']],
    ['tags next monday', 'next monday', ['schedule tags every day at 9:00', 'schedule tags every Monday at 9:00', 'tags']],
    ['tags last week in 2 hours', 'in 2 hours', ['schedule tags last week every day at 9:00', 'tags last week']],
    ['tomorrow at 9', 'tomorrow', ['schedule every day at 9', 'schedule every Thursday at 9']],
  ])('%s', (words, once, offers) => {
    expect(inShort(words)).toEqual([`A schedule posts again and again, not once: “${once}”.`, ...offers]);
  });
});

describe('what cannot be is refused in words', () => {
  test.each([
    ['tags daily in #support', ['I cannot tell which channel “#support” is.']],
    ['tags daily to @anna', ['I cannot tell which person “@anna” is.']],
    ['tags daily in <#C1|a> and <#C2|b>', ['I can post a schedule to one place.']],
    ['tags daily until yesterday in <#C1|a>', ['“until yesterday” is over already.', 'schedule tags in <#C1|a> daily']],
    ['tags daily until christmas', ["I don't know when “until christmas” is."]],
    ['tags daily at 25:00', ['“25:00” is not a time of day.']],
    ['tags daily at 9-17', ['“at 9-17” is not one time of day.']],
    [
      'tags every 2 months',
      [
        'I cannot repeat a report “every 2 months”.',
        'schedule tags on the 1st at 9:00',
        'schedule tags on the last day of the month at 18:00',
      ],
    ],
    [
      'tags twice a month at 10 to me',
      [
        'I cannot repeat a report “twice a month”.',
        'schedule tags at 10 on the 1st and 15th to me',
        'schedule tags at 10 every 2 weeks on Monday to me',
      ],
    ],
    [
      'tags twice a day',
      [
        'I cannot repeat a report “twice a day”.',
        'schedule tags every day at 9:00 and 17:00',
        'schedule tags every weekday at 9:00 and 17:00',
      ],
    ],
    [
      'tags three times a week',
      [
        'I cannot repeat a report “three times a week”.',
        'schedule tags every Monday, Wednesday and Friday at 9:00',
        'schedule tags every weekday at 9:00',
      ],
    ],
    ['tags every tursday', ["I don't know what “tursday” means.", 'schedule tags every tuesday', 'schedule tags every thursday']],
    [
      'tags daily at 9 IST',
      [
        '“IST” is the name of several clocks.',
        'schedule tags daily at 9 Asia/Kolkata time',
        'schedule tags daily at 9 Europe/Dublin time',
        'schedule tags daily at 9 Asia/Jerusalem time',
      ],
    ],
    ['tags every friday from 2026-11-27', ['I cannot start a schedule later.', 'schedule tags every friday']],
    ['tags daily starting 7 dec', ['I cannot start a schedule later.', 'schedule tags daily']],
    ['tags tomorrow daily in <#C1|a>', ['“tomorrow” has not begun yet.', 'schedule tags yesterday in <#C1|a> daily']],
    [
      'tags stove last week daily',
      [
        "I don't know what “stove” means.",
        'schedule tags last week daily',
        'schedule duration last week daily',
        'schedule chats last week daily',
      ],
    ],
    ['x'.repeat(601), ['That is too long for me to read.']],
  ])('%s', (words, expected) => {
    expect(inShort(words)).toEqual(expected);
  });

  test('what is suggested can be read', () => {
    for (const words of [
      'tags daily until yesterday in <#C1|a>',
      'tags stove every monday at 9 in <#C1|a> until 31 dec',
      'tags every hour',
    ]) {
      const { words: suggested } = { words: [], ...outcomeOf(() => readSchedule(words, CONTEXT)) };
      expect(suggested.map((other) => readSchedule(other, CONTEXT).recurrence)).not.toContain(null);
    }
  });
});
