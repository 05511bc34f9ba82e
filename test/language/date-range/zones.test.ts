import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DATE_EXAMPLES } from '../../../src/language/date-range/index.ts';
import { startOf, WEEK_STARTS, zoned } from '../../../src/model/time.ts';
import { contextAt, rangeOf } from '../context.ts';

const contexts = fc
  .record({
    now: fc.date({ min: new Date('2013-01-01T00:00:00Z'), max: new Date('2037-12-31T00:00:00Z'), noInvalidDate: true }),
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    weekStart: fc.constantFrom(...WEEK_STARTS),
  })
  .map(({ now, zone, weekStart }) => contextAt(now.toISOString(), zone, { weekStart }));

test('in every zone at every moment an example is a range of whole units that has begun, and its label is the same range', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DATE_EXAMPLES), contexts, (words, context) => {
      const range = rangeOf(words, context);
      // A half or a quarter of this year may not have begun, a weekday of this week neither.
      if (range === null || typeof range === 'string') return expect(range).toMatch(/has not begun yet|longer than a report can be/);
      const { start, end, zone, granularity, label, partial } = range;
      const whole = (instant: number): number =>
        startOf(granularity === 'hour' ? 'hour' : 'day', zoned(instant, zone), context.weekStart).epochMilliseconds;
      expect(zone).toBe(context.zone);
      expect(start).toBeLessThan(end);
      expect(whole(start)).toBe(start);
      expect(partial ? Math.abs(end - context.now) <= 1000 : whole(end) === end && end <= context.now).toBe(true);
      expect(rangeOf(label, context)).toEqual(range);
    }),
    { numRuns: 1000 },
  );
});

test('yesterday, today and the weeks meet without a gap in every zone', () => {
  const edges = (words: string, context: ReturnType<typeof contextAt>): readonly [number, number] => {
    const range = rangeOf(words, context);
    if (range === null || typeof range === 'string') throw new Error(`${words}: ${range}`);
    return [range.start, range.end];
  };
  fc.assert(
    fc.property(contexts, (context) => {
      expect(edges('yesterday', context)[1]).toBe(edges('today', context)[0]);
      expect(edges('day before yesterday', context)[1]).toBe(edges('yesterday', context)[0]);
      expect(edges('last week', context)[1]).toBe(edges('this week', context)[0]);
      expect(edges('last 4 weeks', context)[1]).toBe(edges('last week', context)[1]);
    }),
    { numRuns: 300 },
  );
});
