import { LIKES } from '../like-days.ts';
import { median, spreadAround } from '../median.ts';
import { chanceOf } from './finding.ts';
import type { Point, Series } from './series.ts';

/** A point and its like: the same weekday and hour, of the range and of its baseline. */
export interface Liked {
  readonly point: Point;
  readonly likes: readonly Point[];
  /** The middle of their values, which one wild day does not move. */
  readonly usual: number;
}

/** Every day or hour that has a like; of weeks, months and years none is like another. */
export function liked({ points, before }: Series, distribution: string): Liked[] {
  if (distribution !== 'day' && distribution !== 'hour') return [];
  const byKind = new Map<string, Point[]>();
  for (const point of [...before, ...points]) {
    const kind = kindOf(point);
    const alike = byKind.get(kind);
    if (alike) alike.push(point);
    else byKind.set(kind, [point]);
  }
  return points.flatMap((point) => {
    const likes = (byKind.get(kindOf(point)) ?? []).filter((other) => other !== point && other.value !== null).slice(-LIKES);
    const usual = median(likes.map(({ value }) => value));
    return point.value === null || usual === null ? [] : [{ point, likes, usual }];
  });
}

const kindOf = ({ start }: Point): string => `${start.dayOfWeek} ${start.hour}`;

/** For a spread these many points are looked at, at least. */
export const LEAST_POINTS = 5;

/**
 * How far points usually are from their like, as a standard deviation that a few wild ones do not move, and around which distance; null
 * of too few.
 */
export function spreadOf(all: readonly Liked[]): { readonly middle: number; readonly spread: number } | null {
  const distances = all.map(({ point, usual }) => (point.value ?? 0) - usual);
  const middle = median(distances);
  if (middle === null || distances.length < LEAST_POINTS) return null;
  return { middle, spread: spreadAround(middle, distances) };
}

/** Times differ by so much of themselves without anybody noticing. */
const UNNOTICED = 0.1;

/** The spread that a point has by chance alone, however alike the others are. */
export function leastSpread({ point, usual }: Liked, unit: Series['unit']): number {
  return unit === 'seconds' ? UNNOTICED * usual : chanceOf(point.value ?? 0, usual);
}
