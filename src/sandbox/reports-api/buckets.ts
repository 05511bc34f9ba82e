import type { ApiDistribution } from '../../model/query.ts';
import { type Zone, zoned } from '../../model/time.ts';
import type { Chat } from '../chats.ts';
import type { Span } from './range.ts';
import { invalid } from './reply.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Chats by the key of their bucket, in the order of the buckets, empty ones included. */
export type Buckets = ReadonlyMap<string, readonly Chat[]>;

/** How keys are spelled: `YYYY MM DD HH H` and `Z` (the offset) are replaced, the rest stays. */
export type KeyPatterns = Readonly<Record<ApiDistribution, string>>;

export interface Split extends Span {
  readonly zone: Zone;
  readonly distribution: ApiDistribution;
  readonly patterns: KeyPatterns;
}

/** A part of the range that falls into one bucket, over which the zone keeps one offset (milliseconds, added to UTC). */
interface Piece extends Span {
  readonly offset: number;
}

/** The next beginning of a bucket on the wall clock; wall times are written as if the wall stood in UTC. */
function nextBeginning(distribution: ApiDistribution, wall: number): number {
  if (distribution === 'hour' || distribution === 'day-hours') return (Math.floor(wall / HOUR) + 1) * HOUR;
  const day = new Date(Math.floor(wall / DAY) * DAY);
  if (distribution === 'day') return day.getTime() + DAY;
  if (distribution === 'month') return day.setUTCMonth(day.getUTCMonth() + 1, 1);
  return day.setUTCFullYear(day.getUTCFullYear() + 1, 0, 1);
}

/** Between two changes of its offset a zone is plain arithmetic, so a piece ends at a bucket's end or at a change. */
function* piecesOf({ start, end, zone, distribution }: Split): Generator<Piece> {
  let at = start;
  while (at < end) {
    const moment = zoned(at, zone);
    const offset = moment.offsetNanoseconds / 1e6;
    const steadyUntil = Math.min(moment.getTimeZoneTransition('next')?.epochMilliseconds ?? end, end);
    while (at < steadyUntil) {
      const next = Math.min(nextBeginning(distribution, at + offset) - offset, steadyUntil);
      yield { start: at, end: next, offset };
      at = next;
    }
  }
}

function keyOf(pattern: string, { start, offset }: Piece): string {
  const wall = new Date(start + offset).toISOString();
  const minutes = Math.abs(offset) / 60_000;
  const parts = new Map([
    ['YYYY', wall.slice(0, 4)],
    ['MM', wall.slice(5, 7)],
    ['DD', wall.slice(8, 10)],
    ['HH', wall.slice(11, 13)],
    ['H', String(Number(wall.slice(11, 13)))],
    ['Z', `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`],
  ]);
  return pattern.replace(/YYYY|MM|DD|HH|H|Z/g, (part) => parts.get(part) ?? part);
}

const pad = (number: number) => String(number).padStart(2, '0');

/** So many that no report needs them, so few that the process survives. */
const MOST_PIECES = 200_000;

/**
 * Puts chats (oldest first) into the buckets of a range. Two pieces may share a key: every day has a 14:00, and in autumn one day
 * has two 02:00.
 */
export function intoBuckets(chats: readonly Chat[], split: Split): Buckets {
  const pattern = split.patterns[split.distribution];
  const buckets = new Map<string, Chat[]>();
  if (split.distribution === 'day-hours') {
    for (let start = 0; start < DAY; start += HOUR) buckets.set(keyOf(pattern, { start, end: start + HOUR, offset: 0 }), []);
  }
  let pieces = 0;
  let next = 0;
  for (const piece of piecesOf(split)) {
    pieces += 1;
    if (pieces > MOST_PIECES) throw invalid(`The sandbox counts ${MOST_PIECES} buckets at most`);
    const key = keyOf(pattern, piece);
    const bucket = buckets.get(key) ?? [];
    buckets.set(key, bucket);
    for (let chat = chats[next]; chat && chat.startedAt < piece.end; chat = chats[next]) {
      bucket.push(chat);
      next += 1;
    }
  }
  return buckets;
}
