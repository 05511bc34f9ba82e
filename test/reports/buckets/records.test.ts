import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import type { Column } from '../../../src/model/result.ts';
import { aCount, aMean, bucketed, bucketOf, joiner, mapOf } from '../../../src/reports/buckets/records.ts';

const counts = bucketed('tags-report', mapOf(aCount));
const means = bucketed(
  'duration-report',
  z.object({ count: aCount.optional(), seconds: aMean.optional() }).transform((fields) => bucketOf({ ...fields })),
);
const issues = (decode: z.ZodType, body: string) =>
  decode.safeParse(JSON.parse(body)).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

const COLUMNS: readonly Column[] = [
  { key: 'count', label: 'Chats', unit: 'chats', combine: { by: 'sum' } },
  { key: 'seconds', label: 'Time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'count' } },
];

describe('answers that count by buckets', () => {
  test('come as maps, in their order, without what nobody asked for', () => {
    const body = '{"name":"tags-report","request":{"distribution":"day"},"total":5,"records":{"2026-11-10":{"vip":2},"2026-11-09":{}}}';
    expect(counts.parse(JSON.parse(body))).toEqual({
      total: 5,
      buckets: new Map([
        ['2026-11-10', new Map([['vip', 2]])],
        ['2026-11-09', new Map()],
      ]),
    });
  });

  test('that answer another question are refused', () => {
    expect(issues(counts, '{"name":"duration-report","total":1,"records":{}}')).toEqual(['name: Invalid input: expected "tags-report"']);
  });

  test('may be empty', () => {
    expect([counts.parse({}), counts.parse({ total: 0, records: {} })]).toEqual([
      { total: null, buckets: new Map() },
      { total: 0, buckets: new Map() },
    ]);
  });

  test('a field that is not there stays away, and one that we do not know is not looked at', () => {
    expect(means.parse({ records: { a: { count: 3, extra: 'x' }, b: { seconds: 8.37 } } }).buckets).toEqual(
      new Map([
        ['a', new Map([['count', 3]])],
        ['b', new Map([['seconds', 8.37]])],
      ]),
    );
  });

  test('names that mean something to JavaScript are only names', () => {
    const { buckets } = counts.parse(JSON.parse('{"records":{"__proto__":{"__proto__":3,"constructor":1,"toString":2}}}'));
    expect(buckets.get('__proto__')).toEqual(
      new Map([
        ['__proto__', 3],
        ['constructor', 1],
        ['toString', 2],
      ]),
    );
  });

  test.each([
    ['null'],
    ['[]'],
    ['{"total":-1}'],
    ['{"total":1.5}'],
    ['{"total":"5"}'],
    ['{"total":null}'],
    ['{"records":null}'],
    ['{"records":[]}'],
    ['{"records":{"2026-11-09":null}}'],
    ['{"records":{"2026-11-09":{"vip":-1}}}'],
    ['{"records":{"2026-11-09":{"vip":1.5}}}'],
    ['{"records":{"2026-11-09":{"vip":1e999}}}'],
    ['{"records":{"2026-11-09":{"vip":"3"}}}'],
    ['{"records":{"2026-11-09":{"vip":{"count":3}}}}'],
  ])('%s is refused', (body) => {
    expect(issues(counts, body)).toHaveLength(1);
  });

  test('a refusal says where', () => {
    expect(issues(counts, '{"records":{"2026-11-09":{"vip":"3"},"2026-11-10":null}}')).toEqual([
      'records.2026-11-09.vip: Invalid input: expected number, received string',
      'records.2026-11-10: Invalid input: expected object',
    ]);
    expect(issues(means, '{"records":{"2026-11-09":{"seconds":1e999}}}')).toEqual([
      'records.2026-11-09.seconds: Invalid input: expected number, received Infinity',
    ]);
  });
});

describe('joining the parts of a range', () => {
  const join = joiner(COLUMNS);

  test('a day that two parts share adds its counts and weighs its means', () => {
    const first = means.parse({ total: 4, records: { a: { count: 1, seconds: 8.37 }, b: { count: 3, seconds: 100 } } });
    const second = means.parse({ total: 2, records: { b: { count: 1, seconds: 200 }, c: { count: 1 } } });
    expect(join([first, second])).toEqual(
      means.parse({ total: 6, records: { a: { count: 1, seconds: 8.37 }, b: { count: 4, seconds: 125 }, c: { count: 1 } } }),
    );
  });

  test('a part without a total leaves the whole without one', () => {
    expect(join([means.parse({ total: 4 }), means.parse({})])).toEqual({ total: null, buckets: new Map() });
  });

  test('counts of any names come out as if they had been asked at once', () => {
    const parts = fc.array(fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.nat(1_000_000))), { maxLength: 4 });
    fc.assert(
      fc.property(parts, (bodies) => {
        const joined = joiner([])(bodies.map((records) => counts.parse({ total: 1, records })));
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum([...joined.buckets.values()].flatMap((bucket) => [...bucket.values()]))).toBe(
          sum(bodies.flatMap((records) => Object.values(records).flatMap((bucket) => Object.values(bucket)))),
        );
        expect(joined.total).toBe(bodies.length);
      }),
    );
  });
});
