import { z } from 'zod';
import { SHOWS } from '../language/options.ts';
import type { Question } from '../language/question.ts';
import { DISTRIBUTIONS } from '../model/query.ts';
import type { Recurrence, Weekday } from '../recurrence/recurrence.ts';
import type { FaultLog } from '../usecases/ports.ts';

const texts = z.array(z.string());

export const QUESTION: z.ZodType<Question> = z.object({
  report: z.string(),
  range: z.string(),
  compare: z.string().exactOptional(),
  distribution: z.enum(DISTRIBUTIONS).nullable(),
  filters: z.object({
    agents: texts.exactOptional(),
    groups: z.array(z.number()).exactOptional(),
    tags: texts.exactOptional(),
    withoutTags: texts.exactOptional(),
    tagged: z.boolean().exactOptional(),
    clients: texts.exactOptional(),
  }),
  show: z.enum(SHOWS).exactOptional(),
  chart: z.string().exactOptional(),
});

export const QUESTIONS = z.array(QUESTION);

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[]);

export const RECURRENCE: z.ZodType<Recurrence> = z.object({
  days: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('daily') }),
    z.object({ kind: z.literal('weekdays') }),
    z.object({ kind: z.literal('weekly'), every: z.number(), days: z.array(weekday), from: z.string() }),
    z.object({ kind: z.literal('monthly'), days: z.array(z.number()) }),
    z.object({ kind: z.literal('nth-day'), nth: z.literal([1, 2, 3, 4, -1]), day: z.union([weekday, z.literal('working day')]) }),
  ]),
  times: z.array(z.string()),
});

/** Rejects JSON that is not of the shape, and names where it stands: `schedules T1 K7Q2`. */
export function readJson<T>(shape: z.ZodType<T>, text: string, where: string): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`A row cannot be read: ${where}`, { cause });
  }
}

/** null for a row that cannot be read, which is written down: the others of its list are worth having. */
export function readable<T>(faults: FaultLog, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    faults.record(error, 'reading what was stored');
    return null;
  }
}
