import { compared } from '../insights/change.ts';
import { baselineInWords, changesSentence, usualInWords } from '../insights/comparison.ts';
import { LEAST_DAYS, LIKES } from '../insights/like-days.ts';
import { countedForUsual, knownDays, type LookingBack, usualBaseline } from '../insights/usual-baseline.ts';
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
  /** The baseline is the weeks that are looked back at, to learn what is usual. */
  readonly isUsual?: boolean | undefined;
  readonly signal: AbortSignal;
}

const WEEK = 7;

/** null: nothing is compared. */
export async function askBaseline(report: Report, { api, query, isUsual, signal }: Asking): Promise<AskedBaseline | null> {
  const { baseline: range, ...rest } = query;
  if (!range) return null;
  const back = isUsual && { distribution: countedForUsual(query), mostDaysByHour: LIKES * WEEK };
  try {
    return { range, found: await report.ask(api, { ...rest, range, ...back }, signal) };
  } catch (error) {
    return { range, found: null, error };
  }
}

/** What a comparison adds to an answer. */
export interface Comparison {
  readonly baseline?: Baseline;
  /** What is drawn of it, where that is not its table. */
  readonly drawn?: Baseline;
  /** The changes; null: there are none to tell. */
  readonly sentence: string | null;
  readonly caveats: readonly string[];
}

interface Comparing {
  readonly found: Interpretation;
  readonly query: ReportQuery;
  readonly isUsual?: boolean | undefined;
  readonly faults: FaultLog;
}

export function compareWith(asked: AskedBaseline | null, { found, query, isUsual, faults }: Comparing): Comparison {
  const { range } = query;
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
  if (isUsual) return compareWithUsual(asked.range, { found, query, history: table });
  const baseline = { range: asked.range, headline, table };
  return {
    baseline,
    sentence: changesSentence(compared({ ...found, range }, baseline), than),
    caveats: caveats.filter((caveat) => !found.caveats.includes(caveat)).map((caveat) => `Of ${than}: ${caveat}`),
  };
}

function compareWithUsual(range: DateRange, lookingBack: LookingBack): Comparison {
  const { found, query, history } = lookingBack;
  const than = baselineInWords(query.range, range);
  const without = (because: string): Comparison => ({ sentence: null, caveats: [`There is no comparison with ${than}: ${because}`] });
  if (history.rows.length === 0) return without('LiveChat gives these numbers for a whole time only.');
  // A weekday that was always closed is no reason not to compare the others.
  const known = knownDays(lookingBack).filter((days) => days > 0);
  const least = Math.min(LIKES, ...known);
  if (known.length === 0) return without(`nothing was counted on any day like it in the ${LIKES} weeks before.`);
  if (least < LEAST_DAYS) {
    return without(
      `${least} of the ${LIKES} days before that are like it ${least === 1 ? 'has' : 'have'} any numbers, ${LEAST_DAYS} are needed.`,
    );
  }
  const { baseline, drawn } = usualBaseline(lookingBack);
  return {
    baseline: { range, ...baseline },
    drawn: { range, ...drawn },
    sentence: changesSentence(compared(found, baseline), than),
    caveats: [usualInWords(known)],
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
