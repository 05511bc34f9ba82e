/** Reads date phrases, one JSON line each, from standard input, and answers each with one line: the range it means, or why it means none. */
import { createInterface } from 'node:readline';
import type { Moment } from '../src/language/date-range/format.ts';
import { Temporal } from '../src/model/time.ts';
import { answerOf } from './phrases/reader.ts';

interface Phrase {
  readonly input: string;
  readonly reference: string;
  readonly timezone: string;
  readonly weekStart: Moment['weekStart'];
  readonly locale: string;
  readonly settings?: Record<string, unknown>;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { input, reference, timezone, weekStart, locale } = JSON.parse(line) as Phrase;
  const began = performance.now();
  const answer = answerOf(input, {
    now: Temporal.Instant.from(reference).toZonedDateTimeISO(timezone),
    weekStart,
    locale,
  });
  process.stdout.write(`${JSON.stringify({ ...answer, ms: performance.now() - began })}\n`);
}
