import type { Directory } from '../model/directory.ts';
import type { Distribution } from '../model/query.ts';
import type { DateRange } from '../model/time.ts';
import { baselineOf, beforeOf, cutAlike } from './baseline.ts';
import { isRefusal, type Moment, type Objection, type Stretch } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { reportRange, tidied } from './date-range/report-range.ts';
import { wholeDate } from './date-range/whole-date.ts';
import { chooseDistribution, hasTooManyHours, isOfPeople, MOST_DAYS_BY_HOUR, NARROW_HINT, noSplitHint } from './distribution.ts';
import { type Form, type Forms, withForm } from './options.ts';
import { otherReadings } from './otherwise.ts';
import type { Parts, SaidDate } from './parts.ts';
import type { Names } from './pick.ts';
import type { Asked, Question, Topic } from './question.ts';
import { isUsual, otherWeekday, USUAL, usually } from './usual.ts';

interface Plain extends Omit<Asked, 'before' | 'otherwise'> {
  readonly kind: 'question';
}

export interface Answerable extends Plain {
  /** What stands beside it, found out when it is answered: many readings are only tried. */
  readonly beside: () => Pick<Asked, 'before' | 'otherwise'>;
}

export interface Refused {
  readonly kind: 'refused';
  readonly message: string;
  readonly hint: string;
  /** The message is a question of ours that says all by itself. */
  readonly asks?: true;
  /** Nearest first; not all of them need be answerable. */
  readonly instead: readonly Question[];
  /** They are one question about one agent each: their names say all. */
  readonly areByAgent?: true;
}

export type Verdict =
  | Answerable
  /** Understood, and not to be answered. */
  | Refused
  /** `draft` is what was understood of it; its report is only a guess unless it was named. */
  | { readonly kind: 'unknown'; readonly unknown: readonly string[]; readonly draft: Question; readonly isReportNamed: boolean };

/** What a question is about that names no time. */
export const DEFAULT_RANGE = 'today';

/** Said of a question that names none. */
export const NO_REPORT = 'No report was named';

/** When something is asked, and what it can be shown as. */
interface Asking {
  readonly forms: Forms;
  readonly moment: Moment;
}

interface Circumstances extends Asking {
  readonly names: Names;
  /** The report of a question that names none. */
  readonly otherwise: Topic;
  readonly directory?: Directory;
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
  return { topic: otherwise, isNamed: false, unknown, notes: [`${NO_REPORT}, so this is ${otherwise.title}.`] };
}

interface Ranged {
  readonly stretch: Stretch;
  readonly range: DateRange;
}

function rangeOf(said: SaidDate | undefined, moment: Moment): Ranged | Objection {
  const words = said?.words ?? DEFAULT_RANGE;
  const date = said?.date ?? findDate(words, moment);
  if (!date) throw new Error(`The default range “${words}” is not read.`);
  if (isRefusal(date)) return date.objection;
  const range = reportRange(words, { stretch: date, moment });
  return 'label' in range ? { stretch: date, range } : range;
}

const LAST = /^last (?<unit>hour|day|week|month|quarter|year)$/iu;

/** `tags vs last week` is about this week. */
function meantBeside({ comparisons }: Parts, moment: Moment): SaidDate | undefined {
  const { unit } = LAST.exec(comparisons[0] ?? '')?.groups ?? {};
  const words = `this ${unit}`;
  const date = unit === undefined ? null : findDate(words, moment);
  return date ? { date, typed: words, words } : undefined;
}

const comparedWith = (words: string): string => (isUsual(words) ? USUAL : tidied(words));

/** What the range is compared with, as much of it as has passed of the range. */
function baselineIn(words: string, { stretch, moment }: { readonly stretch: Stretch; readonly moment: Moment }): DateRange | Objection {
  const baseline = baselineOf(words, { range: stretch, moment });
  if ('message' in baseline) return baseline;
  return reportRange(words, { stretch: cutAlike(baseline, { range: stretch, moment }), moment });
}

/** The time before a range, for what is compared with nothing else; null where there is none to be asked for. */
function beforeIn(range: Stretch, moment: Moment): DateRange | null {
  const before = beforeOf({ range, moment });
  if (!before) return null;
  const found = reportRange(before.words, { stretch: before.stretch, moment });
  return 'message' in found ? null : found;
}

interface Drafted {
  readonly draft: Question;
  readonly moment: Moment;
  readonly directory?: Directory | undefined;
}

/** What people would call the parts of a question. */
const NAMES = {
  report: 'about one report',
  distribution: 'about one split',
  range: 'about one range',
  compare: 'about one comparison',
  form: 'in one form',
} as const;

/** Of reports, dates, distributions and forms a question has one each; `instead` asks for each of several alone. */
function contradiction({ reports, dates, distributions, comparisons, forms }: Parts, { draft, moment }: Drafted): Verdict | null {
  const named = { report: reports, distribution: distributions, range: dates, compare: comparisons, form: forms };
  const what = (['report', 'distribution', 'range', 'compare', 'form'] as const).find((part) => named[part].length > 1);
  if (!what) return null;
  const ranges = dates.map((said) => rangeOf(said, moment)).flatMap((found) => ('range' in found ? [found.range] : []));
  const instead: Record<typeof what, readonly Question[]> = {
    report: reports.map(({ name }) => ({ ...draft, report: name })),
    distribution: distributions.map((distribution) => ({ ...draft, distribution })),
    range: ranges.map(({ label }) => ({ ...draft, range: label })),
    compare: comparisons.map((compare) => ({ ...draft, compare: comparedWith(compare) })),
    form: forms.map((form) => withForm(draft, form)),
  };
  const message = `I can answer ${NAMES[what]} at a time.`;
  return refused({ message, hint: 'Ask for each of them alone.', instead: instead[what] }, draft);
}

/** The same about each of the agents that it is about, else of all; none where it is about one, or nobody is known. */
function byAgent(draft: Question, directory: Directory | undefined): readonly Question[] {
  const known = typeof directory?.agents === 'object' ? directory.agents.map(({ id }) => id) : [];
  const ids = draft.filters.agents ?? known;
  return ids.length < 2 ? [] : ids.map((id) => ({ ...draft, filters: { ...draft.filters, agents: [id] } }));
}

/** LiveChat counts all agents together: whoever wants them apart asks for one after the other. */
function noSplit(what: string, { draft, directory }: Drafted): Verdict {
  const message = `I cannot split by ${what}.`;
  const narrowed = isOfPeople(what) ? byAgent(draft, directory) : [];
  if (narrowed.length > 0) return { kind: 'refused', message, hint: NARROW_HINT, instead: narrowed, areByAgent: true };
  return refused({ message, hint: noSplitHint(what), instead: [draft, { ...draft, distribution: null }] }, draft);
}

/** What cannot be asked whatever else is said. */
function refusal({ noSplits, objection, unknown }: Parts, drafted: Drafted): Verdict | null {
  const { draft } = drafted;
  // What nothing is made of comes first: a question of ours would forget it.
  if (objection && !(objection.asks && unknown.length > 0))
    return refused({ ...objection, instead: objection.instead.map((filters) => ({ ...draft, filters })) }, draft);
  const [what] = noSplits;
  return what === undefined ? null : noSplit(what, drafted);
}

interface Reading extends Ranged, Asking {
  readonly notes: readonly string[];
}

/** The one that a kind of chart needs, where the range can be had by it; else the one that suits the range. */
function distributionFor(chart: Form['chart'], range: DateRange, forms: Forms): Distribution {
  const needed = forms.distributionOf(chart);
  return needed && !hasTooManyHours(needed, range) ? needed : chooseDistribution(range);
}

function plain(question: Question, { stretch, range, forms, moment, notes }: Reading): Plain | Refused {
  const distribution = question.distribution ?? distributionFor(question.chart, range, forms);
  if (hasTooManyHours(distribution, range)) {
    const message = `“${range.label}” has too many hours to show.`;
    const hint = `By hour I can show ${MOST_DAYS_BY_HOUR} days. Ask for it by day.`;
    return { kind: 'refused', message, hint, instead: [{ ...question, distribution: 'day' }] };
  }
  const { compare, ...alone } = question;
  if (compare === undefined) return { kind: 'question', question, range, distribution, notes };
  const found = isUsual(compare) ? usually(range) : baselineIn(compare, { stretch, moment });
  if ('label' in found) return { kind: 'question', question, range, baseline: found, distribution, notes };
  if ('baseline' in found) return { kind: 'question', question, ...found, isUsual: true, distribution, notes: [...notes, ...found.notes] };
  const instead = [...found.instead.map((other) => ({ ...question, compare: other })), alone];
  return { kind: 'refused', message: found.message, hint: found.hint, instead };
}

/** What the question would be about with other words for its range; null: it could not be answered. */
function rangeFor(question: Question, words: string, asking: Asking): DateRange | null {
  const { moment } = asking;
  const date = wholeDate(words, moment);
  const found = date && rangeOf({ date, typed: words, words }, moment);
  if (!found || !('range' in found)) return null;
  const verdict = plain({ ...question, range: found.range.label }, { ...found, ...asking, notes: [] });
  return verdict.kind === 'question' ? verdict.range : null;
}

/** With the time before, where nothing else is compared with, and with what the words of the range may mean as well. */
function answerable(question: Question, reading: Reading & { readonly said: SaidDate | undefined }): Answerable | Refused {
  const verdict = plain(question, reading);
  if (verdict.kind === 'refused') return verdict;
  const { said, stretch, forms, moment } = reading;
  const { range, baseline } = verdict;
  return {
    ...verdict,
    beside() {
      const before = baseline ? null : beforeIn(stretch, moment);
      const other = (words: string, then: Moment): DateRange | null => rangeFor(question, words, { forms, moment: then });
      const otherwise = said ? otherReadings({ question, range, said, moment, rangeFor: other }) : [];
      return { ...(before && { before }), ...(otherwise.length > 0 && { otherwise }) };
    },
  };
}

/** A question that was understood before: only its range means something else at another moment, whatever names mean by then. */
export function judgeAgain(question: Question, { forms, moment }: Asking): Answerable | Refused {
  const { range: words } = question;
  const date = wholeDate(words, moment);
  if (!date) throw new Error(`A range is not read any more: ${words}`);
  const said = { date, typed: words, words };
  const found = rangeOf(said, moment);
  if ('range' in found) return answerable(question, { ...found, said, forms, moment, notes: [] });
  return refused({ ...found, instead: found.instead.map((other) => ({ ...question, range: other })) }, question);
}

export function judge(parts: Parts, circumstances: Circumstances): Verdict {
  const { forms, moment } = circumstances;
  const { topic, isNamed, unknown, notes } = chooseReport(parts, circumstances);
  const said = parts.dates[0] ?? meantBeside(parts, moment);
  const found = rangeOf(said, moment);
  const [compared] = parts.comparisons;
  const draft: Question = {
    report: topic.name,
    range: 'range' in found ? found.range.label : DEFAULT_RANGE,
    ...(compared !== undefined && { compare: comparedWith(compared) }),
    distribution: parts.distributions[0] ?? null,
    filters: parts.filters,
    ...parts.forms[0],
  };
  const drafted = { draft, moment, directory: circumstances.directory };
  const objected = refusal(parts, drafted) ?? contradiction(parts, drafted);
  if (objected) return objected;
  if (!('range' in found)) return refused({ ...found, instead: found.instead.map((other) => ({ ...draft, range: other })) }, draft);
  if (unknown.length > 0) return { kind: 'unknown', unknown, draft, isReportNamed: isNamed };
  const allNotes = [...parts.notes, ...notes, ...otherWeekday(compared ?? '', found.range)];
  return answerable(draft, { ...found, said, forms, moment, notes: allNotes });
}
