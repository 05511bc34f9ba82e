import { describe, expect, test } from '@jest/globals';
import { readLifeCycle } from '../../src/livechat/life-cycle.ts';
import { NOW } from './support/answers.ts';
import { bench, liveChat, type Reply, withoutNetwork } from './support/livechat.ts';
import { tags } from './support/methods.ts';
import { byDay } from './support/question.ts';

withoutNetwork();

const HOUR = 60 * 60_000;
const legacy: Reply = { headers: { Legacy: '2027-03-31' } };
const deprecated: Reply = { headers: { Deprecation: '2026-12-31' } };

describe('the end of a version', () => {
  test.each<[Record<string, string>, object]>([
    [{}, {}],
    [{ Legacy: '2027-03-31' }, { legacyUntil: '2027-03-31' }],
    [{ deprecation: '2026-12-31' }, { deprecatedUntil: '2026-12-31' }],
    [{ Legacy: 'soon' }, {}],
    [{ Deprecation: '@1798675200' }, {}],
    [{ Deprecation: '2026-02-30' }, {}],
    [{ Deprecation: '2026-12-31T00:00:00Z' }, {}],
  ])('is read from the headers %j', (headers, expected) => {
    expect(readLifeCycle(new Headers(headers))).toEqual(expected);
  });

  test('comes with the answer, from the cache too', async () => {
    liveChat(legacy);
    const { api } = bench({ version: '3.5' });
    const sources = [(await api.fetch(tags, byDay())).source, (await api.fetch(tags, byDay())).source];
    expect(sources).toEqual([
      { version: '3.5', path: 'chats/tags', calls: 1, asOf: NOW, legacyUntil: '2027-03-31' },
      { version: '3.5', path: 'chats/tags', calls: 0, asOf: NOW, legacyUntil: '2027-03-31' },
    ]);
  });

  test('is written into the log once a day', async () => {
    liveChat(legacy, legacy, deprecated, deprecated, {});
    const { api, log, pass } = bench({ version: '3.5' });
    for (let group = 0; group < 5; group += 1) {
      await api.fetch(tags, byDay({ groups: [group] }));
      pass(12 * HOUR);
    }
    expect(log).toEqual([
      'info: Version 3.5 of the Reports API is supported until 2027-03-31.',
      'warn: Version 3.5 of the Reports API stops answering on 2026-12-31.',
    ]);
  });
});
