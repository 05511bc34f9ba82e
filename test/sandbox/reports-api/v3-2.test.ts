import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { APP, type Ask, refused, runSandbox, WEB } from './running.ts';

const { ask, request, server } = runSandbox();

const DURATION = '/v3.2/reports/chats/agents_chatting_duration';
const TAGS = '/v3.2/reports/chats/tags';
const DAYS = { from: '2026-11-09T00:00:00+01:00', to: '2026-11-10T23:59:59+01:00' };

const duration = (query: Record<string, string> = {}, more: Partial<Ask> = {}): Ask => ({
  path: DURATION,
  query: { ...DAYS, ...query },
  ...more,
});
const tags = (query: Record<string, string> = {}, more: Partial<Ask> = {}): Ask => ({
  path: TAGS,
  query: { ...DAYS, distribution: 'day', ...query },
  ...more,
});

const durationReport = (total: number, records: object) => ({ status: 200, name: 'agents-chatting-duration-report', total, records });
const tagReport = (total: number, records: object) => ({ status: 200, name: 'tags-report', total, records });
const invalid = refused(400, 'validation');

const MONDAY = '2026-11-09';
const TUESDAY = '2026-11-10';
const WEDNESDAY = '2026-11-11';
/** What most rows are answered: a record for each of the two days. */
const durations = (monday: { count?: number }, tuesday: { count?: number }) =>
  durationReport((monday.count ?? 0) + (tuesday.count ?? 0), { [MONDAY]: monday, [TUESDAY]: tuesday });
const uses = (total: number, [monday, tuesday]: readonly [object, object]) => tagReport(total, { [MONDAY]: monday, [TUESDAY]: tuesday });
const of = (count: number, seconds?: number) => (seconds === undefined ? { count } : { count, seconds });

/** (100 + 201) / 2 is 150.5. */
const ALL_DURATIONS = durations(of(3, 151), of(2, 300));
const ALL_USES = uses(5, [{ spam: 2, support: 1 }, { Spam: 1 }]);
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const hours = (busy: Record<string, object>) => Object.fromEntries(HOURS.map((key) => [key, busy[key] ?? {}]));

/** Each row of docs/sandbox.md, asked. */
// biome-ignore format: a row is a line
const ROWS: readonly (readonly [row: number, fact: string, ask: Ask, answer: object])[] = [
  [1, 'only GET is taken', duration({}, { method: 'POST' }), refused(405, 'validation')],
  [2, 'a header may name the version', duration({}, { path: '/reports/chats/agents_chatting_duration', headers: { 'X-API-Version': '3.2' } }), ALL_DURATIONS],
  [2, 'the path wins over the header', duration({}, { headers: { 'X-API-Version': '3.6' } }), ALL_DURATIONS],
  [3, 'a range without its beginning is refused', duration({ from: '' }), invalid],
  [3, 'a range without its end is refused', tags({ to: '' }), invalid],
  [3, 'a day that no calendar has is refused', duration({ from: '2026-02-30T00:00:00Z' }), invalid],
  [3, 'a time without an offset is refused', duration({ to: '2026-11-10T23:59:59' }), invalid],
  [3, 'a word is no time', tags({ from: 'yesterday' }), invalid],
  [4, 'a date alone is refused', duration({ from: MONDAY }), invalid],
  [5, 'a raw + in the query is refused', { path: DURATION, query: 'from=2026-11-09T00:00:00+01:00&to=2026-11-10T23:59:59+01:00' }, invalid],
  [6, 'fractions of a second are taken', duration({ from: '2026-11-09T00:00:00.000000001+01:00', to: '2026-11-09T23:59:58.9+01:00' }), durationReport(1, { [MONDAY]: of(1, 201) })],
  [6, 'ten digits are too many', duration({ from: '2026-11-09T00:00:00.0000000001+01:00' }), invalid],
  [7, 'both ends belong to the range', duration({ to: '2026-11-11T00:00:00+01:00' }), durationReport(6, { [MONDAY]: of(3, 151), [TUESDAY]: of(2, 300), [WEDNESDAY]: of(1, 60) })],
  [7, 'a range of one instant holds that instant', duration({ to: DAYS.from }), durationReport(1, { [MONDAY]: of(1, 100) })],
  [8, 'a range that ends before it begins is refused', duration({ from: DAYS.to, to: DAYS.from }), invalid],
  [9, 'a range may be as long as it likes', tags({ from: '2007-01-01T00:00:00Z', to: '2027-12-31T23:59:59Z', distribution: 'year' }), tagReport(7, { ...Object.fromEntries(Array.from({ length: 21 }, (_, year) => [2007 + year, {}])), 2026: { Spam: 1, spam: 2, support: 1, vip: 1 } })],
  [9, 'the future is empty', duration({ from: '2026-11-30T00:00:00Z', to: '2026-12-01T23:59:59Z' }), durationReport(0, { '2026-11-30': {}, '2026-12-01': {} })],
  [10, 'the offset of from cuts the days', duration({ from: '2026-11-09T00:00:00Z', to: '2026-11-10T22:59:59Z' }), durations(of(2, 201), of(2, 300))],
  [11, 'another offset of to moves the end, not the days', duration({ to: '2026-11-10T22:59:59Z' }), ALL_DURATIONS],
  [12, 'the offset stays the same over a change of clocks', duration({ from: '2026-10-24T00:00:00+02:00', to: '2026-10-26T00:59:59+02:00', distribution: 'day' }), durationReport(1, { '2026-10-24': {}, '2026-10-25': {}, '2026-10-26': of(1, 45) })],
  [13, 'a chat counts where it starts, however long it lasts', duration({ from: '2026-11-09T23:59:59+01:00', to: '2026-11-10T00:00:29+01:00' }), durations(of(1), {})],
  [14, 'every conversation counts', duration({}), ALL_DURATIONS],
  [15, 'a list means any of', duration({ agents: 'anna@shop.example,ben@shop.example' }), durations(of(2, 151), of(1, 300))],
  [15, 'several filters mean all of', duration({ agents: 'anna@shop.example,ben@shop.example', groups: '1', customer_client_ids: `${WEB},x` }), durations(of(1, 201), {})],
  [15, 'tags takes the same filters of agents and groups', tags({ agents: 'ben@shop.example', groups: '0,7' }), uses(1, [{ spam: 1, support: 1 }, {}])],
  [16, 'without tagged, tagged and untagged chats count', duration({}), ALL_DURATIONS],
  [17, 'tagged=true keeps chats with a tag', duration({ tagged: 'true' }), durations(of(2, 151), of(1, 300))],
  [17, 'tagged=1 is tagged=true', duration({ tagged: '1', groups: '1' }), durations(of(1, 201), of(1, 300))],
  [17, 'tagged=false keeps chats without', duration({ tagged: 'false' }), durations(of(1), of(1))],
  [17, 'tagged=0 is tagged=false', duration({ tagged: '0', groups: '1' }), durations(of(1), {})],
  [17, 'tagged=yes is refused', duration({ tagged: 'yes' }), invalid],
  [18, 'no chat is untagged and has a tag', duration({ tagged: 'false', tags: 'spam' }), durations({}, {})],
  [19, 'tagged=true adds nothing to a tag', duration({ tagged: 'true', tags: 'spam' }), durations(of(2, 151), {})],
  [20, ':with: and :without: are plain names where chats are counted', duration({ tags: ':with:,:without:' }), durations({}, {})],
  [21, 'count has the chats that nobody joined', duration({ groups: '1' }), durations(of(2, 201), of(1, 300))],
  [22, 'a chat with two of the agents counts once', duration({ agents: 'anna@shop.example,ben@shop.example', groups: '0' }), durations(of(2, 151), {})],
  [23, 'seconds is the mean, halves rounded up', duration({ tags: 'spam' }), durations(of(2, 151), {})],
  [24, 'seconds is the time of agents, not of the chat', duration({ customer_client_ids: APP }), durations({}, of(1, 300))],
  [25, 'a chat that nobody joined has no seconds', duration({ tagged: '0' }), durations(of(1), of(1))],
  [26, 'total is the sum of the counts', duration({}), ALL_DURATIONS],
  [27, 'total of tags is chats, tagged or not', tags({}), ALL_USES],
  [28, 'names keeps chats with these tags and shows only these', tags({ names: 'support,Spam' }), uses(2, [{ support: 1 }, { Spam: 1 }])],
  [29, ':without: counts the untagged', tags({ names: ':without:' }), uses(2, [{ ':without:': 1 }, { ':without:': 1 }])],
  [29, ':with: counts the tagged, and leaves days without empty', tags({ names: ':with:', groups: '0' }), uses(2, [{ ':with:': 2 }, {}])],
  [30, 'a pseudo-name stands alone', tags({ names: ':with:,spam' }), invalid],
  [30, 'two pseudo-names are one too many', tags({ names: ':with:', tags: ':without:' }), invalid],
  [31, 'tags is another word for names when it holds a pseudo-name', tags({ tags: ':without:' }), uses(2, [{ ':without:': 1 }, { ':without:': 1 }])],
  [31, 'tags with a name is not known to tags', tags({ tags: 'spam' }), ALL_USES],
  [32, 'tags wants a distribution', tags({ distribution: '' }), invalid],
  [33, 'durations by year are refused', duration({ distribution: 'year' }), invalid],
  [33, 'an unknown distribution is refused', tags({ distribution: 'week' }), invalid],
  [34, 'hours have a date', tags({ distribution: 'hour', from: '2026-11-10T08:00:00+01:00', to: '2026-11-10T09:59:59+01:00' }), tagReport(2, { '2026-11-10 08:00': {}, '2026-11-10 09:00': { Spam: 1 } })],
  [34, 'months and years are cut short', tags({ distribution: 'month' }), tagReport(5, { '2026-11': { Spam: 1, spam: 2, support: 1 } })],
  [35, 'day-hours adds the days up', duration({ distribution: 'day-hours' }), durationReport(5, hours({ '00:00': of(1, 100), '09:00': of(3, 251), '23:00': of(1) }))],
  [36, 'every bucket of the range is there', duration({ groups: '7', distribution: 'day-hours' }), durationReport(0, hours({}))],
  [37, 'a tag without uses is left out', tags({ groups: '1' }), uses(3, [{ spam: 1, support: 1 }, { Spam: 1 }])],
  [38, 'a part of a day goes by the name of the day', tags({ from: '2026-11-09T09:00:00+01:00', to: '2026-11-10T02:00:00+01:00' }), uses(2, [{ spam: 1, support: 1 }, {}])],
  [40, 'nothing found is 0 and empty days', tags({ names: 'nobody uses this' }), uses(0, [{}, {}])],
  [41, 'unknown agents, tags and clients find nothing', duration({ agents: 'x@shop.example', tags: 'x', customer_client_ids: 'x' }), durations({}, {})],
  [42, 'an unknown group finds nothing', tags({ groups: '99' }), uses(0, [{}, {}])],
  [42, 'a group that is no number is refused', duration({ groups: '0,Billing' }), invalid],
  [43, 'empty is absent, spaces do not matter, unknown keys neither', duration({ agents: '', groups: ' 0 , ,1', colour: 'red' }), ALL_DURATIONS],
  [43, 'a repeated list is one list', { path: TAGS, query: `${new URLSearchParams({ ...DAYS, distribution: 'day' })}&names=spam&names=support` }, uses(2, [{ spam: 2, support: 1 }, {}])],
  [43, 'a repeated date is refused', { path: TAGS, query: `${new URLSearchParams({ ...DAYS, distribution: 'day' })}&to=2026-11-11T00:00:00Z` }, invalid],
  [44, 'e-mail addresses are the same in any case', duration({ agents: 'ANNA@shop.example,ben@SHOP.example' }), durations(of(2, 151), of(1, 300))],
  [44, 'tags are not', tags({ names: 'Spam' }), uses(1, [{}, { Spam: 1 }])],
  [45, 'v3.2 says its name and does not repeat the request', tags({}), ALL_USES],
  [47, 'a token of one agent reads the chats of all', duration({}), ALL_DURATIONS],
  [49, 'a wrong token is refused', duration({}, { headers: { Authorization: 'Bearer sandbox:stranger' } }), refused(401, 'authentication')],
  [50, 'a token without reports_read is refused', duration({}, { headers: { Authorization: 'Bearer sandbox:unscoped' } }), refused(403, 'authorization')],
];

describe('v3.2', () => {
  for (const [row, fact, what, answer] of ROWS) test(`row ${row}: ${fact}`, async () => expect(await ask(what)).toEqual(answer));

  test('row 18: told to be strict, it refuses tagged beside tags', async () => {
    server.switches.change({ strictTags: true });
    expect(await ask(duration({ tagged: 'true', tags: 'spam' }))).toEqual(invalid);
  });

  test('row 27: told to, it gives the sum of the tag counts for a total', async () => {
    server.switches.change({ legacySumTotal: true });
    expect(await ask(tags({}))).toEqual({ ...ALL_USES, total: 4 });
  });

  test('row 34: told to, it spells its keys in another way', async () => {
    server.switches.change({ bucketKeys: { hour: 'YYYY-MM-DDTHH:00:00Z', 'day-hours': 'H' } });
    const nineOClock = { from: '2026-11-09T09:00:00+01:00', to: '2026-11-09T09:59:59+01:00' };
    expect([
      await ask(duration({ ...nineOClock, distribution: 'hour' })),
      await ask(duration({ ...nineOClock, distribution: 'day-hours' })),
    ]).toEqual([
      durationReport(1, { '2026-11-09T09:00:00+01:00': of(1, 201) }),
      durationReport(1, Object.fromEntries(HOURS.map((_, hour) => [hour, hour === 9 ? of(1, 201) : {}]))),
    ]);
  });

  test('row 39: buckets come in the order of time, tags in that of the alphabet', async () => {
    const text = await (await request(tags({ distribution: 'month', to: '2026-12-01T00:00:00+01:00' }))).text();
    expect(text).toBe('{"name":"tags-report","total":6,"records":{"2026-11":{"Spam":1,"spam":2,"support":1,"vip":1},"2026-12":{}}}');
  });

  test('row 46: a deprecated version says until when it answers', async () => {
    const { headers } = await request(duration());
    expect([headers.get('Deprecation'), headers.get('Legacy')]).toEqual(['2027-06-30', null]);
  });

  test('row 48: a chat counts from its first second on, and not before', async () => {
    const from = '2026-11-11T00:00:00+01:00';
    const asked = duration({ from, to: '2026-11-11T23:59:59+01:00' });
    const at = async (time: string) => {
      await request({ method: 'POST', path: '/_sandbox/clock', body: JSON.stringify({ now: time }) });
      return ask(asked);
    };
    expect([await at('2026-11-10T22:59:59.999Z'), await at(from)]).toEqual([
      durationReport(0, { [WEDNESDAY]: {} }),
      durationReport(1, { [WEDNESDAY]: of(1, 60) }),
    ]);
  });

  test('row 49: without a token it says what is missing', async () => {
    const response = await fetch(new URL(DURATION, (await request(duration())).url));
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 401,
      body: { error: { type: 'authentication', message: 'No `Authorization` header' } },
    });
  });

  test('docs/sandbox.md has the rows that are tested here, and no other', () => {
    const documented = [...readFileSync('docs/sandbox.md', 'utf8').matchAll(/^\| (\d+) \|/gm)].map(([, row]) => Number(row));
    const tested = new Set([...ROWS.map(([row]) => row), 18, 27, 34, 39, 46, 48, 49]);
    expect(documented).toEqual([...tested].sort((one, other) => one - other));
  });
});
