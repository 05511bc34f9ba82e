import { compared } from '../insights/change.ts';
import { baselineInWords, changesSentence } from '../insights/comparison.ts';
import { ServiceError, UserError } from '../model/errors.ts';
import type { ReportQuery } from '../model/query.ts';
import type { Baseline } from '../model/result.ts';
import type { DateRange } from '../model/time.ts';
import { isEmpty } from '../presentation/report-message.ts';
import type { Interpretation, Report, ReportsApi } from '../reports/report.ts';
import { rangeInWords } from '../reports/words/dates.ts';
import type { FaultLog } from './ports.ts';

/** What a report says of the time that its range is compared with: nothing depends on it, so a failure is a value. */
export type AskedBaseline = { readonly range: DateRange } & (
  | { readonly found: Interpretation }
  | { readonly found: null; readonly error: unknown }
);

interface Asking {
  readonly api: ReportsApi;
  readonly query: ReportQuery;
  readonly signal: AbortSignal;
}

/** null: nothing is compared. */
export async function askBaseline(report: Report, { api, query, signal }: Asking): Promise<AskedBaseline | null> {
  const { baseline: range, ...rest } = query;
  if (!range) return null;
  try {
    return { range, found: await report.ask(api, { ...rest, range }, signal) };
  } catch (error) {
    return { range, found: null, error };
  }
}

/** What a comparison adds to an answer. */
export interface Comparison {
  readonly baseline?: Baseline;
  /** The changes; null: there are none to tell. */
  readonly sentence: string | null;
  readonly caveats: readonly string[];
}

interface Comparing {
  readonly found: Interpretation;
  readonly query: Pick<ReportQuery, 'range'>;
  readonly faults: FaultLog;
}

export function compareWith(asked: AskedBaseline | null, { found, query: { range }, faults }: Comparing): Comparison {
  if (asked === null) return { sentence: null, caveats: [] };
  const than = baselineInWords(range, asked.range);
  if (asked.found === null) {
    return { sentence: null, caveats: [`There is no comparison with ${than}: ${inTheirWords(asked.error, faults)}`] };
  }
  if (isEmpty(asked.found)) {
    return {
      sentence: null,
      caveats: [`There is nothing to compare with: LiveChat has no numbers for ${than} (${rangeInWords(asked.range)}).`],
    };
  }
  const { headline, table, caveats } = asked.found;
  const baseline = { range: asked.range, headline, table };
  return {
    baseline,
    sentence: changesSentence(compared(found, baseline), than),
    caveats: caveats.filter((caveat) => !found.caveats.includes(caveat)).map((caveat) => `Of ${than}: ${caveat}`),
  };
}

/** For an answer that nobody asked to be compared: where there is no comparison it goes without, and nothing is said. */
export function quietBaseline(asked: AskedBaseline | null, faults: FaultLog): Baseline | null {
  if (asked === null) return null;
  if (asked.found === null) {
    if (!isForPeople(asked.error)) faults.record(asked.error, 'asking for the time before');
    return null;
  }
  const { headline, table } = asked.found;
  return isEmpty(asked.found) ? null : { range: asked.range, headline, table };
}

const isForPeople = (error: unknown): error is UserError => error instanceof UserError && !(error instanceof ServiceError);

function inTheirWords(error: unknown, faults: FaultLog): string {
  if (isForPeople(error)) return error.message;
  const reference = faults.record(error, 'asking for what to compare with');
  return `${error instanceof ServiceError ? error.message : 'Something went wrong.'} (ref ${reference})`;
}
