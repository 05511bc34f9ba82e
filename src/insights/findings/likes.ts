import { Temporal } from '../../model/time.ts';
import { LEAST_DAYS, LIKES } from '../like-days.ts';
import { median, spreadAround } from '../median.ts';
import { chanceOf } from './finding.ts';
import type { Point, Series } from './series.ts';

/** A point and its like: the same weekday and hour before it, of the range and of its baseline. */
export interface Liked {
  readonly point: Point;
  readonly likes: readonly Point[];
  /** The middle of their values, which one wild day does not move where they are enough. */
  readonly usual: number;
  /** Where they are not: the values of its kind of day, itself among them, which have a say as well; null: they are enough. */
  readonly around: readonly number[] | null;
}

/** Every day or hour with a like before it; of weeks, months and years none is like another. */
export function liked({ points, before }: Series, distribution: string): Liked[] {
  if (distribution !== 'day' && distribution !== 'hour') return [];
  const own = new Set(points.map(({ key }) => key));
  // What is compared with may be any time: also one that follows, or that the range is a part of.
  const all = [...before.filter(({ key }) => !own.has(key)), ...points].filter(({ value }) => value !== null).sort(byTime);
  const byKind = new Map<string, Point[]>();
  for (const point of all) {
    const kind = kindOf(point);
    const alike = byKind.get(kind);
    if (alike) alike.push(point);
    else byKind.set(kind, [point]);
  }
  return points.flatMap((point) => {
    const likes = (byKind.get(kindOf(point)) ?? []).filter((other) => byTime(other, point) < 0).slice(-LIKES);
    const usual = median(likes.map(({ value }) => value));
    if (point.value === null || usual === null) return [];
    return [{ point, likes, usual, around: likes.length < LEAST_LIKES ? valuesAround(point, all) : null }];
  });
}

const byTime = (one: Point, other: Point): number => Temporal.PlainDateTime.compare(one.start, other.start);

const kindOf = ({ start }: Point): string => `${start.dayOfWeek} ${start.hour}`;

/** Fewer likes may be wild themselves, and nobody would know. */
export const LEAST_LIKES = LEAST_DAYS;
/** Hours so near to each other are about as busy. */
export const NEAR_HOURS = 2;
const FRIDAY = 5;

export const isWeekend = ({ start }: Point): boolean => start.dayOfWeek > FRIDAY;

/** Of all working days or of all weekend days; of their hours those near to it. */
const valuesAround = (point: Point, all: readonly Point[]): number[] =>
  all
    .filter((other) => isWeekend(other) === isWeekend(point) && Math.abs(other.start.hour - point.start.hour) <= NEAR_HOURS)
    .map(({ value }) => value ?? 0);

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
export function leastSpread({ point, usual }: Pick<Liked, 'point' | 'usual'>, unit: Series['unit']): number {
  return unit === 'seconds' ? UNNOTICED * usual : chanceOf(point.value ?? 0, usual);
}
