import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Moment } from '../../src/language/date-range/format.ts';
import { type Only, Temporal } from '../../src/model/time.ts';

/** Wall time in the zone of the moment, a day or a day and an hour: `2026-11-09`, `2026-11-09T14:00`. `end` is exclusive; null: it is open. */
export interface Range {
  readonly start: string | null;
  readonly end: string | null;
}

/** Words, and what they mean to people who say them at the moment `at`. */
export interface Phrase {
  readonly words: string;
  readonly at: string;
  readonly means: Meaning;
}

export type Meaning =
  | (Range & {
      /** Other readings that sane people have. */
      readonly alternates?: readonly (Range & { readonly why: string })[];
      /** What the range is compared with. */
      readonly compare?: Range;
      /** The parts of the range that are asked for. */
      readonly only?: Only;
    })
  /** The words name no date; or they name one that is none, which people should be told. */
  | { readonly expect: 'no date' | 'refusal' };

interface Setting extends Omit<Moment, 'now'> {
  readonly now: string;
  readonly zone: string;
}

const HERE = join(import.meta.dirname, 'phrases');
const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');
const SETTINGS = JSON.parse(read('moments.json')) as Record<string, Setting>;

/** The moments at which the phrases are said: one for each way of counting weeks, years and clocks that makes a difference. */
export const MOMENTS: ReadonlyMap<string, Moment> = new Map(
  Object.entries(SETTINGS).map(([name, { now, zone, ...habits }]) => [
    name,
    { ...habits, now: Temporal.PlainDateTime.from(now).toZonedDateTime(zone) },
  ]),
);

export function momentOf({ at }: Phrase): Moment {
  const moment = MOMENTS.get(at);
  if (!moment) throw new Error(`No such moment: ${at}`);
  return moment;
}

/** By class, in the order of the names of the files. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = new Map(
  readdirSync(HERE)
    .sort()
    .map((file) => [
      basename(file, '.jsonl'),
      readFileSync(join(HERE, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => {
          const { words, at, ...means } = JSON.parse(line) as Pick<Phrase, 'words' | 'at'> & Meaning;
          return { words, at, means };
        }),
    ]),
);
