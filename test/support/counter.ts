import type { Distribution, Filters } from '../../src/model/query.ts';
import type { WeekStart } from '../../src/model/time.ts';
import type { Chat } from '../../src/sandbox/chats.ts';

/*
 * Counts chats by hand, to compare the sandbox and the product with. It shares no code with either: wall clocks are read off
 * Intl.DateTimeFormat, filters and means are written a second time. It is slow and does not care.
 */

export interface CountOptions {
  readonly filters?: Filters;
  /** Inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** A name of the tz database. */
  readonly zone: string;
  readonly distribution: Distribution;
  readonly weekStart?: WeekStart;
}

export interface Counted {
  readonly count: number;
  /** Seconds that agents spent in a chat, over chats with agents; not rounded. */
  readonly agentMean: number | null;
  /** Seconds from a chat's beginning to its end, over all chats; not rounded. */
  readonly durationMean: number | null;
  /** How many chats carry each tag. */
  readonly tags: ReadonlyMap<string, number>;
}

export interface Count {
  /** Everything at once. */
  readonly total: Counted;
  /** In the order of time (hours of the day and weekdays in theirs), empty ones included. */
  readonly buckets: ReadonlyMap<string, Counted>;
}

export function count(chats: readonly Chat[], options: CountOptions): Count {
  const { filters = {}, start, end } = options;
  const keyAt = keyReader(options);
  const counted = chats.filter((chat) => start <= chat.startedAt && chat.startedAt < end && passes(chat, filters));
  const buckets = new Map<string, Chat[]>(keysOf(options, keyAt).map((key) => [key, []]));
  for (const chat of counted) buckets.get(keyAt(chat.startedAt))?.push(chat);
  return { total: summary(counted), buckets: new Map([...buckets].map(([key, inside]) => [key, summary(inside)])) };
}

function passes(chat: Chat, { agents, groups, tags, withoutTags, tagged, clients }: Filters): boolean {
  const joined = new Set(chat.agents.map((email) => email.toLowerCase()));
  if (agents && !agents.some((email) => joined.has(email.toLowerCase()))) return false;
  if (groups && !chat.groups.some((id) => groups.includes(id))) return false;
  if (tags && !chat.tags.some((tag) => tags.includes(tag))) return false;
  if (withoutTags?.some((tag) => chat.tags.includes(tag))) return false;
  if (tagged === true && chat.tags.length === 0) return false;
  if (tagged === false && chat.tags.length > 0) return false;
  return !clients || clients.includes(chat.customerClientId);
}

function summary(chats: readonly Chat[]): Counted {
  const withAgents = chats.filter((chat) => chat.agents.length > 0);
  const tags = new Map<string, number>();
  for (const chat of chats) for (const tag of chat.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  return {
    count: chats.length,
    agentMean: meanOf(withAgents, (chat) => chat.agentSeconds ?? Number.NaN),
    durationMean: meanOf(chats, (chat) => chat.durationSeconds),
    tags,
  };
}

function meanOf(chats: readonly Chat[], seconds: (chat: Chat) => number): number | null {
  let sum = 0;
  for (const chat of chats) sum += seconds(chat);
  return chats.length > 0 ? sum / chats.length : null;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The key of the bucket that an instant falls into. Swedish writes dates as ISO does: `2026-11-09 14:05:00`. */
function keyReader({ zone, distribution, weekStart = 'monday' }: CountOptions): (instant: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return (instant) => {
    const wall = format.format(instant);
    const date = wall.slice(0, 10);
    const hour = `${wall.slice(11, 13)}:00`;
    const weekday = new Date(date).getUTCDay();
    switch (distribution) {
      case 'hour':
        return `${date} ${hour}`;
      case 'day-hours':
        return hour;
      case 'day':
        return date;
      case 'weekday':
        return WEEKDAYS[weekday] ?? '';
      case 'week': {
        const daysIntoWeek = (weekday - WEEKDAYS.indexOf(weekStart) + 7) % 7;
        return new Date(Date.parse(date) - daysIntoWeek * 86_400_000).toISOString().slice(0, 10);
      }
      case 'month':
        return date.slice(0, 7);
      case 'year':
        return date.slice(0, 4);
    }
  };
}

/** No zone of our days moves its clocks by less than half an hour or in between quarters, so looking every quarter misses no bucket. */
const QUARTER = 15 * 60_000;

function keysOf({ start, end, distribution, weekStart = 'monday' }: CountOptions, keyAt: (instant: number) => string): string[] {
  if (distribution === 'day-hours') return Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  const keys = new Set<string>();
  for (let at = start; at < end; at = (Math.floor(at / QUARTER) + 1) * QUARTER) keys.add(keyAt(at));
  if (distribution !== 'weekday') return [...keys];
  const first = WEEKDAYS.indexOf(weekStart);
  return [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, first)].filter((day) => keys.has(day));
}
