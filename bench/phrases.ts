/**
 * Reads date phrases, one JSON line each, from standard input, and answers each with one line: the range it means, or why it means none, with
 * the `ms` that this took. A bot runs for weeks, so that its reader is warm: here it reads all that help shows before the first line.
 */
import { createInterface } from 'node:readline';
import type { Moment } from '../src/language/date-range/format.ts';
import { DATE_EXAMPLES } from '../src/language/date-range/index.ts';
import { MONTHS } from '../src/language/date-range/vocabulary.ts';
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

type Settings = Pick<Moment, 'dayFirst' | 'yearStart'>;

/** Of a month's number or name, or of `MM-DD`. */
function monthOf(said: unknown): number | undefined {
  const words = String(said).toLowerCase();
  const month = MONTHS.get(words) ?? Number.parseInt(words, 10);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** What people chose beside their zone and their week, under the names that it goes by. */
function settingsOf({ dayFirst, fiscalYearStart, fiscalYearStartMonth, yearStart }: Record<string, unknown> = {}): Settings {
  const month = monthOf(fiscalYearStart ?? fiscalYearStartMonth ?? yearStart);
  return { ...(typeof dayFirst === 'boolean' && { dayFirst }), ...(month !== undefined && { yearStart: month }) };
}

const WARMING_ROUNDS = 5;
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'it-IT', 'nl-NL', 'pl-PL'];

for (let round = 0; round < WARMING_ROUNDS; round++) {
  for (const locale of LOCALES) {
    // A moment of its own every time: the reader remembers what it read at a moment.
    const moment: Moment = { now: Temporal.Now.zonedDateTimeISO('UTC'), weekStart: 'monday', locale };
    for (const words of DATE_EXAMPLES) answerOf(words, moment);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { input, reference, timezone, weekStart, locale, settings } = JSON.parse(line) as Phrase;
  const began = performance.now();
  const answer = answerOf(input, {
    now: Temporal.Instant.from(reference).toZonedDateTimeISO(timezone),
    weekStart,
    locale,
    ...settingsOf(settings),
  });
  process.stdout.write(`${JSON.stringify({ ...answer, ms: performance.now() - began })}\n`);
}
