import { describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../src/model/errors.ts';
import type { Fetched, ReportsApi } from '../../src/reports/report.ts';
import { tags } from '../../src/reports/tags.ts';
import { createConnectionWatch } from '../../src/usecases/connection.ts';

const NOON = Date.UTC(2026, 10, 18, 12, 0, 30);
const refused = new ServiceError('LiveChat does not accept the access token of this bot.', 'Whoever runs this bot can give it a new one.');

/** A watch over an API that does as it is told, and that counts how often it is asked. */
function watching() {
  let now = NOON;
  let works = true;
  const ranges: [number, number][] = [];
  const api: ReportsApi = {
    version: async () => '3.6',
    async fetch(method, { range }) {
      ranges.push([range.start, range.end]);
      if (!works) throw refused;
      const wire = method.decode.parse({ total: 0, records: {} });
      return { wire, source: { version: '3.6', path: method.path, calls: 1, asOf: now } } satisfies Fetched<typeof wire>;
    },
  };
  const faults: string[] = [];
  const record = (_: unknown, doing: string) => `ref${faults.push(doing)}`;
  const watch = createConnectionWatch({ api, report: tags, clock: () => now, zone: 'Europe/Warsaw', faults: { record } });
  return {
    watch,
    ranges,
    faults,
    check: () => watch.check(new AbortController().signal),
    pass: (ms: number) => {
      now += ms;
    },
    breakDown: () => {
      works = false;
    },
  };
}

describe('the connection to LiveChat', () => {
  test('is unknown until it was checked, then known', async () => {
    const { watch, check, ranges } = watching();
    const connected = { state: 'connected', source: { version: '3.6', path: 'chats/tags', calls: 1, asOf: NOON }, checkedAt: NOON };
    expect([watch.known, await check(), watch.known]).toEqual([{ state: 'unknown' }, connected, connected]);
    expect(ranges).toEqual([[Date.parse('2026-11-18T00:00:00+01:00'), Date.UTC(2026, 10, 18, 12)]]);
  });

  test('is checked once a minute at most, and once for all who ask at once', async () => {
    const { check, ranges, pass } = watching();
    await Promise.all([check(), check()]);
    pass(59_000);
    await check();
    const before = ranges.length;
    pass(2_000);
    await check();
    expect([before, ranges.length]).toEqual([1, 2]);
  });

  test('that is refused is told in words, and written down', async () => {
    const { check, faults, breakDown } = watching();
    breakDown();
    expect(await check()).toEqual({ state: 'broken', message: refused.message, hint: refused.hint, checkedAt: NOON });
    expect(faults).toEqual(['checking the connection']);
  });
});
