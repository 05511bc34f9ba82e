import type { Distribution } from '../model/query.ts';
import type { DateRange } from '../model/time.ts';
import { isRefusal, type Moment, type Objection } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { reportRange } from './date-range/report-range.ts';
import { chooseDistribution, hasTooManyHours, MOST_DAYS_BY_HOUR, noSplitHint } from './distribution.ts';
import type { Parts, SaidDate } from './parts.ts';
import type { Names } from './pick.ts';
import type { Question, Topic } from './question.ts';

export interface Answerable {
  readonly kind: 'question';
  readonly question: Question;
  readonly range: DateRange;
  readonly distribution: Distribution;
  readonly notes: readonly string[];
}

interface Refused {
  readonly kind: 'refused';
  readonly message: string;
  readonly hint: string;
  /** Nearest first; not all of them need be answerable. */
  readonly instead: readonly Question[];
}

export type Verdict =
  | Answerable
  /** Understood, and not to be answered. */
  | Refused
  /** `draft` is what was understood of it; its report is only a guess unless it was named. */
  | { readonly kind: 'unknown'; readonly unknown: readonly string[]; readonly draft: Question; readonly isReportNamed: boolean };

/** What a question is about that names no time. */
export const DEFAULT_RANGE = 'today';

interface Circumstances {
  readonly names: Names;
  /** The report of a question that names none. */
  readonly otherwise: Topic;
  readonly moment: Moment;
}

/** A refusal with a way on, if need be to the plainest question about the report. */
function refused(objection: Omit<Refused, 'kind'>, draft: Question): Refused {
  const plainest = { ...draft, range: DEFAULT_RANGE, distribution: null };
  return { kind: 'refused', ...objection, instead: objection.instead.length > 0 ? objection.instead : [plainest] };
}

interface Report {
  readonly topic: Topic;
  readonly isNamed: boolean;
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
}

/** The report that is named; else the one that an unknown word may be a slip of; else, said in a note, the default. */
function chooseReport({ reports, unknown }: Parts, { names, otherwise }: Circumstances): Report {
  const [topic] = reports;
  if (topic) return { topic, isNamed: true, unknown, notes: [] };
  for (const word of unknown) {
    const meant = names.mend(word);
    if (!meant) continue;
    const notes = [`I read “${word}” as ${meant.name}.`];
    return { topic: meant, isNamed: true, unknown: unknown.filter((other) => other !== word), notes };
  }
  return { topic: otherwise, isNamed: false, unknown, notes: [`No report was named, so this is ${otherwise.title}.`] };
}

function rangeOf(said: SaidDate | undefined, moment: Moment): DateRange | Objection {
  const words = said?.words ?? DEFAULT_RANGE;
  const date = said?.date ?? findDate(words, moment);
  if (!date) throw new Error(`The default range “${words}” is not read.`);
  return isRefusal(date) ? date.objection : reportRange(words, { stretch: date, moment });
}

interface Drafted {
  readonly draft: Question;
  readonly moment: Moment;
}

/** Of reports, dates and distributions a question has one each; `instead` asks for each of several alone. */
function contradiction({ reports, dates, distributions }: Parts, { draft, moment }: Drafted): Verdict | null {
  const named = { report: reports, distribution: distributions, range: dates };
  const what = (['report', 'distribution', 'range'] as const).find((part) => named[part].length > 1);
  if (!what) return null;
  const ranges = dates.map((said) => rangeOf(said, moment)).filter((range) => 'label' in range);
  const instead: Record<typeof what, readonly Question[]> = {
    report: reports.map(({ name }) => ({ ...draft, report: name })),
    distribution: distributions.map((distribution) => ({ ...draft, distribution })),
    range: ranges.map(({ label }) => ({ ...draft, range: label })),
  };
  const message = `I can answer about one ${what === 'distribution' ? 'split' : what} at a time.`;
  return refused({ message, hint: 'Ask for each of them alone.', instead: instead[what] }, draft);
}

/** What cannot be asked whatever else is said. */
function refusal({ noSplits, objection }: Parts, draft: Question): Verdict | null {
  if (objection) return refused({ ...objection, instead: objection.instead.map((filters) => ({ ...draft, filters })) }, draft);
  const [what] = noSplits;
  if (what === undefined) return null;
  return refused(
    { message: `I cannot split by ${what}.`, hint: noSplitHint(what), instead: [draft, { ...draft, distribution: null }] },
    draft,
  );
}

function answerable(question: Question, { range, notes }: Pick<Answerable, 'range' | 'notes'>): Answerable | Refused {
  const distribution = question.distribution ?? chooseDistribution(range);
  if (!hasTooManyHours(distribution, range)) return { kind: 'question', question, range, distribution, notes };
  return {
    kind: 'refused',
    message: `“${range.label}” has too many hours to show.`,
    hint: `By hour I can show ${MOST_DAYS_BY_HOUR} days. Ask for it by day.`,
    instead: [{ ...question, distribution: 'day' }],
  };
}

/** A question that was understood before: only its range means something else at another moment, whatever names mean by then. */
export function judgeAgain(question: Question, moment: Moment): Answerable | Refused {
  const date = findDate(question.range, moment);
  if (date?.index !== 0 || date.length !== question.range.length) throw new Error(`A range is not read any more: ${question.range}`);
  const range = rangeOf({ date, words: question.range }, moment);
  if ('label' in range) return answerable(question, { range, notes: [] });
  return refused({ ...range, instead: range.instead.map((other) => ({ ...question, range: other })) }, question);
}

export function judge(parts: Parts, circumstances: Circumstances): Verdict {
  const { moment } = circumstances;
  const { topic, isNamed, unknown, notes } = chooseReport(parts, circumstances);
  const range = rangeOf(parts.dates[0], moment);
  const said = parts.distributions[0] ?? null;
  const draft: Question = {
    report: topic.name,
    range: 'label' in range ? range.label : DEFAULT_RANGE,
    distribution: said,
    filters: parts.filters,
  };
  const objected = refusal(parts, draft) ?? contradiction(parts, { draft, moment });
  if (objected) return objected;
  if (!('label' in range)) return refused({ ...range, instead: range.instead.map((other) => ({ ...draft, range: other })) }, draft);
  if (unknown.length > 0) return { kind: 'unknown', unknown, draft, isReportNamed: isNamed };
  return answerable(draft, { range, notes: [...parts.notes, ...notes] });
}
