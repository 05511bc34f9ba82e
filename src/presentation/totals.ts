import { inSentence } from '../insights/findings/series.ts';
import type { Column, Metric, Table, Value } from '../model/result.ts';
import { hasNumbers, totalIn, totals } from '../reports/buckets/combine.ts';
import { count, inWords } from '../reports/words/numbers.ts';

/** Totals that are listed. */
export const TOTALS = 10;
export const NO_DATA = '–';

interface Said {
  readonly baseline?: Table | undefined;
  /** What need not be said again. */
  readonly headline?: readonly Metric[] | undefined;
}

/** What the columns of several rows come to, unless the headline says all of it: `Total: Chats 412; average, weighted by chats: Chatting time 12m 40s`. */
export function totalsInWords(table: Table, { baseline, headline = [] }: Said): string[] {
  const { columns, rows } = table;
  // One row that has numbers says itself what it comes to.
  if (!baseline && rows.filter((row) => hasNumbers({ ...table, rows: [row] })).length < 2) return [];
  const sums = totals(table);
  const uses = columns.length > 1 ? totalUses(columns, sums) : null;
  const told = columns.flatMap((column, index) => {
    const [how, value] = [howOf(column, columns), sums[index] ?? null];
    return how === null || value === null ? [] : [{ column, how, value }];
  });
  if (told.every((one) => headline.some((metric) => isTotalOf(metric, one)))) return [];
  const byHow = new Map<string, string[]>();
  for (const { column, how, value } of told) {
    const then = baseline ? ` vs ${inWords(totalIn(baseline, column), column.unit, NO_DATA)}` : '';
    const part = uses === null ? '' : ` (${share(value, uses)})`;
    byHow.set(how, [...(byHow.get(how) ?? []), `${column.label} ${inWords(value, column.unit)}${then}${part}`]);
  }
  const parts = [...byHow].map(([how, all]) => {
    const more = all.length - TOTALS;
    return `${how}: ${[...all.slice(0, TOTALS), ...(more > 0 ? [`and ${count(more)} more`] : [])].join(', ')}`;
  });
  const words = parts.join('; ');
  return [words.charAt(0).toUpperCase() + words.slice(1)];
}

/** null: it comes to nothing. */
function howOf({ combine }: Column, columns: readonly Column[]): string | null {
  if (combine.by !== 'weighted mean') return combine.by === 'sum' ? 'total' : null;
  const weight = columns.find(({ key }) => key === combine.weight)?.label ?? combine.weight;
  return `average, weighted by ${inSentence(weight)}`;
}

/** Whether the headline says just this number. */
function isTotalOf(metric: Metric, { column, value }: { readonly column: Column; readonly value: Value }): boolean {
  const isOfColumn = metric.from ? metric.from.column === column.key && metric.from.row === undefined : metric.key === column.key;
  return isOfColumn && inWords(metric.value, metric.unit) === inWords(value, column.unit);
}

export const isUses = ({ unit }: Column): boolean => unit === 'uses';

/** Uses of tags are parts of all uses; chats by tag would be parts of nothing, because they overlap. */
export function totalUses(columns: readonly Column[], sums: readonly Value[]): number | null {
  if (!columns.every(isUses)) return null;
  const whole = sums.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return whole > 0 ? whole : null;
}

export function share(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  return percent > 0 && percent < 0.5 ? '<1%' : `${Math.round(percent)}%`;
}
