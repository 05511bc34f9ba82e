import { createInterface } from 'node:readline';
import { isRefusal } from '../src/language/date-range/format.ts';
import { findDate } from '../src/language/date-range/index.ts';
import { tidy } from '../src/language/tidy.ts';
import { Temporal } from '../src/model/time.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const { id, input, reference, timezone, weekStart, locale } = JSON.parse(line);
  const began = performance.now();
  const now = Temporal.Instant.from(reference).toZonedDateTimeISO(timezone);
  const found = findDate(tidy(input).text, { now, weekStart, locale });
  const ms = performance.now() - began;
  const answer = !found
    ? { none: true }
    : isRefusal(found)
      ? { error: found.objection.message }
      : { start: new Date(found.start.epochMilliseconds).toISOString(), end: new Date(found.end.epochMilliseconds).toISOString() };
  process.stdout.write(`${JSON.stringify({ id, ms, ...answer })}\n`);
}
