import { z } from 'zod';
import { combine } from '../../model/combine.ts';
import type { Column } from '../../model/result.ts';

export type Bucket = ReadonlyMap<string, number>;
/** By the API's own keys, in its order. */
export type Buckets = ReadonlyMap<string, Bucket>;

/** An answer that counts by buckets, whatever the version. */
export interface Bucketed {
  /** Chats that pass the filters; null when the answer does not say. */
  readonly total: number | null;
  readonly buckets: Buckets;
}

/** A number of things: the API leaves zeros out, and never counts in fractions. */
export const aCount = z.int().nonnegative();

/** A mean in seconds. The limit keeps sums of them finite. */
export const aMean = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER);

/**
 * An object of the wire as a Map: its keys are names from outside, and one of them may be `__proto__`, which JSON allows and an object
 * schema would lose.
 */
export function mapOf<Output>(value: z.ZodType<Output>): z.ZodType<Map<string, Output>> {
  return z
    .custom<object>((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'Invalid input: expected object')
    .transform((input): Map<string, unknown> => new Map(Object.entries(input)))
    .pipe(z.map(z.string(), value));
}

/** `{ name?, total?, records?: { <key>: bucket } }`; other fields are let pass unseen. The answer to another question is none to this one. */
export function bucketed(name: string, bucket: z.ZodType<Bucket>): z.ZodType<Bucketed> {
  return z
    .object({ name: z.literal(name).optional(), total: aCount.optional(), records: mapOf(bucket).optional() })
    .transform(({ total = null, records = new Map() }) => ({ total, buckets: records }));
}

/** A bucket of the fields that are there. */
export function bucketOf(fields: Record<string, number | undefined>): Bucket {
  return new Map(Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

/**
 * Joins the answers to adjacent parts of a range. A day that the parts share stands in both: its counts are added up and its means
 * weighted, by the rule of `columns`; what has no column there is a count.
 */
export function joiner(columns: readonly Column[]): (parts: readonly Bucketed[]) => Bucketed {
  const rules = new Map(columns.map((column) => [column.key, column]));
  const ruleOf = (key: string) => rules.get(key) ?? ({ key, label: key, unit: 'uses', combine: { by: 'sum' } } satisfies Column);
  return (parts) => {
    const shared = new Map<string, Bucket[]>();
    for (const [key, bucket] of parts.flatMap(({ buckets }) => [...buckets])) {
      const members = shared.get(key);
      if (members) members.push(bucket);
      else shared.set(key, [bucket]);
    }
    return { total: joinedTotal(parts), buckets: new Map([...shared].map(([key, members]) => [key, joinedBucket(members, ruleOf)])) };
  };
}

function joinedBucket(members: readonly Bucket[], ruleOf: (key: string) => Column): Bucket {
  const items = members.map((member) => (key: string) => member.get(key) ?? null);
  const keys = new Set(members.flatMap((member) => [...member.keys()]));
  return new Map(
    [...keys].flatMap((key) => {
      const value = combine(ruleOf(key), items);
      return value === null ? [] : [[key, value] as const];
    }),
  );
}

/** A part that does not say leaves the whole unknown: the others' sum would look like all of it. */
function joinedTotal(parts: readonly Bucketed[]): number | null {
  return parts.reduce<number | null>((sum, { total }) => (sum === null || total === null ? null : sum + total), 0);
}

/**
 * Leaves of an answer only the buckets whose keys are kept. The total of all cannot be cut; where the numbers of `counting` add up to it, what
 * is left of them is the new one, else nobody knows it.
 */
export function keeper(counting: readonly string[]): (wire: Bucketed, isKept: (key: string) => boolean) => Bucketed {
  const countOf = (buckets: Buckets): number =>
    [...buckets.values()].flatMap((bucket) => counting.map((key) => bucket.get(key) ?? 0)).reduce((sum, value) => sum + value, 0);
  return ({ total, buckets }, isKept) => {
    const kept = new Map([...buckets].filter(([key]) => isKept(key)));
    return { total: total === countOf(buckets) ? countOf(kept) : null, buckets: kept };
  };
}
