import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAYS_OF_HOURS, hoursIn, hoursUpTo } from '../../src/insights/hours.ts';
import { LIKES } from '../../src/insights/like-days.ts';
import { againstUsual, partOfDay } from '../../src/insights/usual.ts';
import type { ApiVersion } from '../../src/model/api-version.ts';
import { type DateRange, type Instant, startOf, Temporal, type Zone, zoned } from '../../src/model/time.ts';
import { agentsChattingDuration } from '../../src/reports/agents-chatting-duration.ts';
import type { ReportsApi } from '../../src/reports/report.ts';
import { tags } from '../../src/reports/tags.ts';
import { sourceOf } from '../reports/given.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const REPORTS = { duration: agentsChattingDuration, tags };
const at = (moment: string): Instant => Date.parse(moment);

interface Chat {
  readonly at: Instant;
  readonly seconds: number;
  readonly tag: string;
}

/** LiveChat over some chats: what one answer says of an hour that the clocks repeat is about both of its halves. */
function liveChat(chats: readonly Chat[], version: ApiVersion): ReportsApi {
  return {
    version: async () => version,
    async fetch(method, { range }) {
      const hours = new Map<string, Chat[]>();
      for (const chat of chats.filter((one) => one.at >= range.start && one.at < range.end)) {
        const wall = zoned(chat.at, range.zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
        const key = `${wall.slice(0, 13).replace('T', ' ')}:00`;
        hours.set(key, [...(hours.get(key) ?? []), chat]);
      }
      const told = method.path === 'chats/tags' ? usesOf : (of: readonly Chat[]) => meanOf(of, version);
      const records = Object.fromEntries([...hours].map(([key, of]) => [key, told(of)]));
      return { wire: method.decode.parse({ records }), source: sourceOf(version) };
    },
  };
}

function usesOf(chats: readonly Chat[]): Record<string, number> {
  const uses: Record<string, number> = {};
  for (const { tag } of chats) uses[tag] = (uses[tag] ?? 0) + 1;
  return uses;
}

function meanOf(chats: readonly Chat[], version: ApiVersion): Record<string, number> {
  const mean = chats.reduce((sum, { seconds }) => sum + seconds, 0) / chats.length;
  return { count: chats.length, [version === '3.2' ? 'seconds' : 'agents_chatting_duration']: mean };
}

interface Asking {
  readonly report: keyof typeof REPORTS;
  readonly api: ReportsApi;
  readonly now: Instant;
  readonly zone: Zone;
}

/** The columns that say anything, by key; the last digits of means are those of the order of adding. */
async function numbers({ report, api, now, zone }: Asking, { isItsOwn = false } = {}): Promise<object> {
  const range = isItsOwn ? itsOwn(now, zone) : hoursUpTo(now, zone);
  const { table } = await REPORTS[report].ask(api, {
    range,
    distribution: 'hour',
    filters: {},
    weekStart: 'monday',
    mostDaysByHour: DAYS_OF_HOURS,
  });
  const part = partOfDay(zoned(now, zone));
  // What is asked in the zone itself is read as it is.
  const here = isItsOwn ? table : hoursIn(zone, table, { range, day: part.day });
  const round = (value: number | null) => value && Math.round(value * 1e6) / 1e6;
  const found = againstUsual(here, part);
  return Object.fromEntries(
    found.flatMap(({ key, value, usual, volume }) => (value || usual ? [[key, [round(value), round(usual), round(volume)]]] : [])),
  );
}

/** The hours of a zone itself, from midnight of the first day that is looked at. */
function itsOwn(now: Instant, zone: Zone): DateRange {
  const moment = zoned(now, zone);
  const start = moment.toPlainDate().subtract({ weeks: LIKES }).toZonedDateTime(zone).epochMilliseconds;
  return { start, end: startOf('hour', moment).epochMilliseconds, zone, label: 'today', granularity: 'hour', partial: true };
}

const chat = (before: Instant): fc.Arbitrary<Chat> =>
  fc.record({
    at: fc
      .oneof(
        fc.integer({ min: 0, max: DAYS_OF_HOURS * DAY }),
        // Around the same hours of the days that count, and around midnight.
        fc.tuple(fc.nat({ max: LIKES }), fc.integer({ min: 0, max: 27 * HOUR })).map(([weeks, back]) => weeks * 7 * DAY + back),
      )
      .map((back) => before - back),
    seconds: fc.integer({ min: 1, max: 7200 }),
    tag: fc.constantFrom('refund', 'vip', 'bug'),
  });

/** Within weeks of a change of clocks: both of Europe and America, and of Australia. */
const moment = fc
  .tuple(
    fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'),
    fc.integer({ min: -2 * DAY, max: DAYS_OF_HOURS * DAY }),
  )
  .map(([day, after]) => at(day) + after);

const WHOLE = [
  'Europe/Warsaw',
  'America/New_York',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Santiago',
  'Atlantic/Azores',
  'Australia/Sydney',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
];
const BETWEEN = [
  'Asia/Kolkata',
  'Australia/Adelaide',
  'America/St_Johns',
  'Pacific/Marquesas',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  '+05:20',
];

const given = (zones: readonly Zone[]) =>
  moment.chain((now) =>
    fc.record({
      now: fc.constant(now),
      zone: fc.constantFrom(...zones),
      chats: fc.array(chat(now), { minLength: 1, maxLength: 120 }),
      version: fc.constantFrom<ApiVersion>('3.2', '3.6'),
      report: fc.constantFrom('duration', 'tags'),
    }),
  );

describe('the hours that zones share', () => {
  test.each([
    ['of whole hours, which are asked in UTC', WHOLE],
    ['of half and quarter hours', BETWEEN],
    ['that change their clocks by half an hour', ['Australia/Lord_Howe']],
  ])('make the numbers of each %s', async (_, zones) => {
    await fc.assert(
      fc.asyncProperty(given(zones), async ({ chats, version, ...asking }) => {
        const given = { ...asking, api: liveChat(chats, version) };
        expect(await numbers(given)).toEqual(await numbers(given, { isItsOwn: true }));
      }),
      { numRuns: 50 },
    );
  });

  test('are asked in as few zones as there are beginnings of an hour', () => {
    const now = at('2026-12-18T13:20Z');
    const asked = (zones: readonly Zone[]) => [...new Set(zones.map((zone) => hoursUpTo(now, zone).zone))];
    const named = Intl.supportedValuesOf('timeZone');
    expect([asked(WHOLE), asked(BETWEEN), asked(named).sort()]).toEqual([
      ['UTC'],
      ['Asia/Kolkata', 'Asia/Kathmandu', '+05:20'],
      ['Asia/Kathmandu', 'Asia/Kolkata', 'UTC'],
    ]);
  });

  test('are one range of the weeks that are looked back at: the same for all, and wide enough for who is a day behind', () => {
    const now = at('2026-11-18T13:20Z');
    const [range, ...others] = ['UTC', 'Europe/Warsaw', 'Etc/GMT+12', 'Pacific/Kiritimati'].map((zone) => hoursUpTo(now, zone));
    expect([range, others]).toEqual([
      {
        start: at('2026-09-22T00:00Z'),
        end: at('2026-11-18T13:00Z'),
        zone: 'UTC',
        label: 'today',
        granularity: 'hour',
        partial: true,
      },
      [range, range, range],
    ]);
  });

  test('of a zone are asked in the zone itself while its clocks have moved by half an hour', () => {
    const asked = ['2026-10-03T13:00Z', '2026-11-18T13:00Z', '2026-12-18T13:00Z'].map(
      (now) => hoursUpTo(at(now), 'Australia/Lord_Howe').zone,
    );
    expect(asked).toEqual(['Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']);
  });
});

test('an hour that the clocks repeat is two rows of one key, and what is of no hour of these days is none', () => {
  const now = at('2026-10-25T03:00Z');
  const keys = [
    '2026-10-18 00:00',
    '2026-10-24 21:00',
    '2026-10-24 22:00',
    '2026-10-25 00:00',
    '2026-10-25 01:00',
    '2026-10-25 02:00',
    ':total:',
  ];
  const table = { rowLabel: 'Hour', columns: [], rows: keys.map((key) => ({ key, label: key, values: [1] })) };
  const { rows } = hoursIn('Europe/Warsaw', table, { range: hoursUpTo(now, 'Europe/Warsaw'), day: Temporal.PlainDate.from('2026-10-25') });
  expect(rows.map(({ key, label }) => [key, label])).toEqual([
    ['2026-10-18 02:00', '2026-10-18 00:00'],
    ['2026-10-25 00:00', '2026-10-24 22:00'],
    ['2026-10-25 02:00', '2026-10-25 00:00'],
    ['2026-10-25 02:00', '2026-10-25 01:00'],
    ['2026-10-25 03:00', '2026-10-25 02:00'],
  ]);
});
