import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import { createScheduleLanguage } from '../../src/language/schedule-words.ts';
import { zoned } from '../../src/model/time.ts';
import { describeRecurrence } from '../../src/recurrence/index.ts';
import { CONTEXT, outcomeOf, TOPICS } from './context.ts';

const language = createLanguage(TOPICS);
const { readSchedule } = createScheduleLanguage(language);

/** What is posted when, and the last day; with `?` a range that was not said. */
function inShort(words: string): unknown {
  const parts = outcomeOf(() => readSchedule(words, CONTEXT));
  if ('message' in parts) return [parts.message, ...parts.words];
  const { question, isRangeSaid, recurrence, until } = parts;
  return {
    question: question && language.say(question) + (isRangeSaid ? '' : '?'),
    recurrence: recurrence && describeRecurrence(recurrence),
    ...(typeof until === 'number' && { until: zoned(until, CONTEXT.zone).toPlainDate().toString() }),
  };
}

describe('hours of a report are not times of its posts', () => {
  test.each([
    ['tags yesterday 9am to 5pm every weekday at 18:00', 'tags yesterday 9am to 5pm', 'every weekday at 18:00'],
    ['tags every weekday at 18:00 9am to 5pm yesterday', 'tags 9am to 5pm yesterday', 'every weekday at 18:00'],
    ['tags between 2 and 4pm yesterday every monday at 9:00', 'tags between 2 and 4pm yesterday', 'every Monday at 09:00'],
    ['tags monday 9am to 5pm every weekday at 18:00', 'tags Monday 9am to 5pm', 'every weekday at 18:00'],
    ['tags from yesterday 9am to today 5pm every weekday at 18:00', 'tags from yesterday 9am to today 5pm', 'every weekday at 18:00'],
    ['tags last week 9am to 5pm every monday at 9', 'tags last week 9am to 5pm', 'every Monday at 09:00'],
    ['tags weekdays 9am to 5pm last week on the 1st at 8', 'tags weekdays 9am to 5pm last week', 'on the 1st of every month at 08:00'],
    ['tags 9am to 5pm every weekday at 18:00', 'tags 9am to 5pm', 'every weekday at 18:00'],
    ['tags yesterday 9am until 5pm daily', 'tags yesterday 9am until 5pm', 'every day at 09:00'],
  ])('%s', (words, question, recurrence) => {
    expect(inShort(words)).toEqual({ question, recurrence });
  });

  test.each([
    ['tags every monday at 9', 'every Monday at 09:00'],
    ['tags every day at 9:00 and 17:00', 'every day at 09:00 and 17:00'],
    ['tags every monday at 9 and 5pm', 'every Monday at 09:00 and 17:00'],
  ])('%s has only times of posts', (words, recurrence) => {
    expect(inShort(words)).toEqual({ question: 'tags today?', recurrence });
  });

  test('one time beside a day is that of the posts', () => {
    expect(inShort('tags yesterday at 8 every monday')).toEqual({ question: 'tags yesterday', recurrence: 'every Monday at 08:00' });
  });

  test.each(['9:00-17:00', '9:00 to 17:00', '9am to 5pm'])('every weekday %s can mean both, and is refused', (hours) => {
    expect(inShort(`tags every weekday ${hours}`)).toEqual([`“${hours}” is not one time of day.`]);
  });
});

describe('a range that is counted from a day is not the beginning or the end of a schedule', () => {
  test.each(['3 days from 1 Nov', 'for 3 days from 1 Nov', 'from 1 Nov for 3 days', '2 weeks starting 20 Oct'])('%s', (range) => {
    expect([inShort(`tags ${range} every monday at 9`), inShort(`tags every monday at 9 ${range}`)]).toEqual(
      Array(2).fill({ question: `tags ${range}`, recurrence: 'every Monday at 09:00' }),
    );
  });

  test('so many weeks beside a range are those of the schedule', () => {
    expect(inShort('tags last month for 3 weeks daily')).toEqual({
      question: 'tags last month',
      recurrence: 'every day at 09:00',
      until: '2026-12-09',
    });
  });
});
