/**
 * How long a question takes to be read: every example of a date, and texts that are made to be slow, as multiples of the time that chrono
 * takes alone for the same text in the same run: `npx tsx bench/dates.ts`. `RUNS` (20) is how often each is read.
 */
import { parse } from 'chrono-node/en';
import { CHARTS } from '../src/charts/index.ts';
import { DATE_EXAMPLES } from '../src/language/date-range/index.ts';
import { createLanguage } from '../src/language/index.ts';
import { LONGEST_TEXT } from '../src/language/tidy.ts';
import { UserError } from '../src/model/errors.ts';
import { REPORTS } from '../src/reports/index.ts';
import { CONTEXT } from '../test/language/context.ts';
import { CRUMBS } from '../test/language/crumbs.ts';

const RUNS = Number(process.env.RUNS ?? 20);
const { understand } = createLanguage(REPORTS, CHARTS);

function read(text: string): void {
  try {
    understand(text, CONTEXT);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** The median of some runs, in milliseconds: what a garbage collection or a neighbour adds to one of them is nobody's. */
function timeOf(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  }).sort((one, other) => one - other);
  return times[Math.floor(times.length / 2)] ?? 0;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function figures(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  return [at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1)].map((value) => value.toFixed(2)).join(' / ');
}

const filled = (crumb: string): string => `${crumb} `.repeat(Math.ceil(LONGEST_TEXT / (crumb.length + 1)));
const TEXTS: Record<string, readonly string[]> = {
  examples: DATE_EXAMPLES.map((words) => `tags ${words}`),
  compared: DATE_EXAMPLES.map((words) => `tags ${words} vs the week before`),
  hostile: [...CRUMBS.map(filled), ...['1', '1/', '9-', '9:00 to ', 'oct 1 - ', 'from ', '('].map((piece) => piece.repeat(LONGEST_TEXT))],
};

for (const text of Object.values(TEXTS).flat()) {
  read(text);
  parse(text);
}
console.log('p50 / p99 / max');
for (const [name, texts] of Object.entries(TEXTS)) {
  const times = texts.map((text) => ({ text, ours: timeOf(() => read(text)), chronos: timeOf(() => parse(text)) }));
  const slowest = times.reduce((one, other) => (other.ours > one.ours ? other : one));
  console.log(`${name}: ${texts.length} texts`);
  console.log(`  ms: ${figures(times.map(({ ours }) => ours))}, the slowest “${slowest.text.slice(0, 30)}”`);
  console.log(`  times chrono: ${figures(times.map(({ ours, chronos }) => ours / chronos))}`);
}
