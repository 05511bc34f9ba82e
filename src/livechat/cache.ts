import { LRUCache } from 'lru-cache';
import type { ApiVersion } from '../model/api-version.ts';
import { FILTER_NAMES, type Filters } from '../model/query.ts';
import type { Clock, DateRange, Instant } from '../model/time.ts';
import type { ApiQuery } from '../reports/report.ts';
import type { Answer } from './call.ts';

const MINUTE = 60_000;
/** Longer than posts are made ahead of their time. */
const FINISHED = 20 * MINUTE;
/** In characters of JSON, so that the memory of a busy process stays bounded. */
const LARGEST = 32 * 1024 * 1024;

/** The answers to one question: one for each piece that it was asked in. */
export type Answers = readonly Answer[];

/** Answers of the last minutes. Every call is billed, and people press buttons twice. */
export function createCache(clock: Clock) {
  // Time has no resolution here, so that only the clock decides.
  const cache = new LRUCache<string, Answers>({ maxSize: LARGEST, sizeCalculation: size, perf: { now: clock }, ttlResolution: 0 });
  return {
    get: (key: string): Answers | undefined => cache.get(key),
    set(key: string, answers: Answers, range: DateRange): void {
      cache.set(key, answers, { ttl: lifetime(range, clock()) });
    },
  };
}

function size(answers: Answers): number {
  return answers.reduce((sum, answer) => sum + answer.size, 1);
}

function lifetime({ end, partial }: DateRange, now: Instant): number {
  return partial || end > now ? MINUTE : FINISHED;
}

export interface Question {
  readonly version: ApiVersion;
  readonly path: string;
  readonly query: ApiQuery;
}

/** Equal for questions that mean the same, however their lists are ordered. All ranges that reach to this minute end "now". */
export function cacheKey({ version, path, query }: Question, now: Instant): string {
  const { start, end, zone, partial } = query.range;
  const until = partial && Math.abs(now - end) <= MINUTE ? 'now' : end;
  return JSON.stringify([version, path, query.distribution, start, until, zone, ...canonical(query.filters)]);
}

function canonical(filters: Filters): unknown[] {
  return FILTER_NAMES.map((name) => {
    const value = filters[name];
    return Array.isArray(value) ? [...new Set(value)].sort() : value;
  });
}
