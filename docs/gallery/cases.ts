import type { ApiQuery } from '../../src/reports/report.ts';

/** One bucket as the Reports API writes it. */
export type Bucket = Readonly<Record<string, number>>;

export interface Case {
  /** Of its files. */
  readonly name: string;
  /** What there is to see. */
  readonly shows: string;
  /** Typed after `/livechat`. */
  readonly words: string;
  /** What the workspace has chosen; light where absent. */
  readonly style?: 'dark' | 'native';
  /** What the API answers for one bucket; null: it has none. */
  readonly bucket: (key: string, index: number, query: ApiQuery) => Bucket | null;
}

/** Between 0 and 1, the same for the same numbers. */
function noise(...of: readonly number[]): number {
  const mixed = of.reduce((hash, one) => Math.imul(hash ^ (one + 0x9e3779b9), 0x85ebca6b) ^ (hash >>> 13), 7);
  return ((mixed >>> 8) & 0xffff) / 0xffff;
}

const BY_HOUR = [3, 2, 2, 2, 3, 6, 14, 30, 48, 56, 58, 54, 46, 52, 54, 50, 42, 34, 28, 24, 18, 12, 8, 5];
const BY_WEEKDAY = [0.4, 1.2, 1.1, 1.05, 1, 0.95, 0.5];

/** How much is going on: 1 on a usual day or in a usual hour. */
function busyness(key: string): number {
  const [, date, hour] = /^(\d{4}-\d{2}-\d{2})?(?: ?(\d{2}):00)?/.exec(key) ?? [];
  const ofDay = date === undefined ? 1 : (BY_WEEKDAY[new Date(`${date}T00:00Z`).getUTCDay()] ?? 1);
  const ofHour = hour === undefined ? 1 : (BY_HOUR[Number(hour)] ?? 0) / 27;
  return ofDay * ofHour;
}

/** Uses of tags, the first the most used: `most` of them in a usual bucket. */
function uses(names: readonly string[], most: number): Case['bucket'] {
  return (key, index) =>
    Object.fromEntries(
      names.map((name, rank) => [name, Math.round(((most / (1 + rank * 0.7)) * busyness(key) * (2 + noise(index, rank))) / 2.5)]),
    );
}

function times(chats: number, isThere: (key: string, index: number) => boolean = () => true): Case['bucket'] {
  return (key, index) => {
    const count = Math.round(chats * busyness(key) * (0.8 + 0.4 * noise(index, 1)));
    const seconds = 620 + 380 * noise(index, 2) + 160 * Math.sin(index / 5);
    return count > 0 && isThere(key, index) ? { count, agents_chatting_duration: seconds, duration: seconds + 40 } : null;
  };
}

const TAGS = ['refund', 'billing', 'shipping', 'account', 'sizing: boots + jackets', 'vip'];
const MANY = Array.from({ length: 400 }, (_, index) => `campaign-${index + 1} autumn/winter`);
const NAMES = [
  'доставка',
  '配送の遅れ',
  '환불 요청',
  'ζημιά στη συσκευασία',
  'zażółć gęślą jaźń',
  '🎁 gift cards',
  '退货 🙏',
  'Größe stimmt nicht überein',
];
const isNight = (key: string) => /0[0-5]:00$/.test(key);

/** Report × shape: what people get to see, and what a picture could get wrong. */
export const CASES: readonly Case[] = [
  { name: 'tags-empty', shows: 'Nothing to draw: a sentence, no picture', words: 'tags last week', bucket: () => null },
  { name: 'tags-one-bucket', shows: 'One day: the tags beside each other', words: 'tags yesterday by day', bucket: uses(TAGS, 40) },
  { name: 'tags-usual', shows: 'A week', words: 'tags last week', bucket: uses(TAGS, 40) },
  { name: 'tags-huge', shows: '400 tags on 31 days: seven of them and all others', words: 'tags last month', bucket: uses(MANY, 90_000) },
  { name: 'tags-partial', shows: 'Today is still filling', words: 'tags this week', bucket: uses(TAGS, 40) },
  { name: 'tags-comparison', shows: 'A week beside another', words: 'tags last week vs the week before', bucket: uses(TAGS, 40) },
  {
    name: 'tags-ranking-comparison',
    shows: 'One day beside another',
    words: 'tags yesterday by day vs the day before',
    bucket: uses(TAGS, 40),
  },
  { name: 'tags-names', shows: 'Names in any script', words: 'tags last week', bucket: uses(NAMES, 40) },
  { name: 'tags-heatmap', shows: 'Hours of a week', words: 'tags last week by hour', bucket: uses(TAGS, 9) },
  {
    name: 'tags-heatmap-huge',
    shows: 'Hours of a month, averaged',
    words: 'tags last month by hour',
    bucket: uses(MANY.slice(0, 40), 9_000),
  },
  { name: 'tags-pie', shows: 'Shares, by choice', words: 'tags yesterday by day as pie', bucket: uses(TAGS, 40) },
  {
    name: 'tags-pie-names',
    shows: 'Shares of many tags, in any script',
    words: 'tags last month as pie',

    bucket: uses([...NAMES, ...MANY.slice(0, 12)], 900),
  },
  { name: 'tags-line', shows: 'The same week as lines, by choice', words: 'tags last week as line', bucket: uses(TAGS, 40) },
  { name: 'duration-empty', shows: 'Nothing to draw', words: 'duration last week', bucket: () => null },
  { name: 'duration-one-bucket', shows: 'One day', words: 'duration yesterday by day', bucket: times(300) },
  { name: 'duration-usual', shows: 'A month', words: 'duration last month', bucket: times(300) },
  { name: 'duration-huge', shows: 'Three years, month by month', words: 'duration last 36 months by month', bucket: times(9_000) },
  {
    name: 'duration-long',
    shows: 'A year of days: a thin line, a thinned axis',
    words: 'duration last 365 days by day',
    bucket: times(300),
  },
  { name: 'duration-partial', shows: 'This hour is still filling', words: 'duration today by hour', bucket: times(14) },
  { name: 'duration-comparison', shows: 'A week beside another', words: 'duration last week vs the week before', bucket: times(300) },
  {
    name: 'duration-gaps',
    shows: 'Nobody there at night',
    words: 'duration last 3 days by hour',
    bucket: times(14, (key) => !isNight(key)),
  },
  { name: 'duration-weekdays', shows: 'Weekdays go round: bars', words: 'duration last month by weekday', bucket: times(300) },
  {
    name: 'duration-heatmap',
    shows: 'Hours of four weeks, nobody there at night',
    words: 'duration last 28 days by hour',
    bucket: times(14, (key) => !isNight(key)),
  },
  { name: 'dark-stacked', shows: 'By night', words: 'tags last week vs the week before', style: 'dark', bucket: uses(TAGS, 40) },
  { name: 'dark-line', shows: 'By night', words: 'duration last week vs the week before', style: 'dark', bucket: times(300) },
  {
    name: 'dark-heatmap',
    shows: 'By night, with gaps',
    words: 'duration last 28 days by hour',
    style: 'dark',
    bucket: times(14, (key) => !isNight(key)),
  },
  { name: 'dark-pie', shows: 'By night', words: 'tags last week as pie', style: 'dark', bucket: uses([...TAGS, ...NAMES], 40) },
  { name: 'tags-usual-day', shows: 'A day beside a usual one', words: 'tags yesterday vs usual', bucket: uses(TAGS, 9) },
  { name: 'duration-usual-day', shows: 'A day beside a usual one', words: 'duration yesterday vs usual', bucket: times(14) },
  {
    name: 'native-tags',
    shows: 'Slack’s own bars and sortable table',
    words: 'tags last week',
    style: 'native',
    bucket: uses(TAGS.slice(0, 3), 40),
  },
  {
    name: 'native-many',
    shows: 'A stack that Slack cannot draw: a picture, and no table that would not fit',
    words: 'tags last month',
    style: 'native',
    bucket: uses(MANY, 90),
  },
  { name: 'native-pie', shows: 'Slack’s own pie', words: 'tags yesterday by day as pie', style: 'native', bucket: uses(TAGS, 40) },
  {
    name: 'native-comparison',
    shows: 'Slack’s own lines, two weeks',
    words: 'duration last week vs the week before',
    style: 'native',
    bucket: times(300),
  },
  {
    name: 'native-gaps',
    shows: 'Slack’s lines know no gaps: a picture, with Slack’s table',
    words: 'duration yesterday by hour',
    style: 'native',
    bucket: times(14, (key) => !isNight(key)),
  },
  {
    name: 'native-names',
    shows: 'Names in any script, in Slack’s own blocks',
    words: 'tags last week',
    style: 'native',
    bucket: uses(NAMES, 40),
  },
];
