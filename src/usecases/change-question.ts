import { CHARTS } from '../charts/index.ts';
import type { Asked, Context, Question } from '../language/question.ts';
import { type Suggestion, UserError } from '../model/errors.ts';
import { DISTRIBUTIONS } from '../model/query.ts';
import { AS_WRITTEN, asField, changeForm, FIELDS, LAST_YEAR, NOTHING, TABLE, TIME_BEFORE, USUAL } from '../presentation/change-form.ts';
import type { Report } from '../reports/report.ts';
import { CHANGE_FORM } from './answer-row.ts';
import { type BehindDeps, putBehind, questionBehind } from './behind.ts';
import { besideLastYear, besideTimeBefore, besideUsual } from './compared.ts';
import type { Form, FormValues, Submitted } from './doors.ts';
import { aboutReport } from './ways-on.ts';

export interface ChangeDeps extends BehindDeps {
  readonly reports: readonly Report[];
}

/** A question to be changed. It opens with what stands behind the button, and its answer comes where that was pressed. */
export function createChangeForm(deps: ChangeDeps): Form {
  const { language, reports, clock } = deps;
  return {
    name: CHANGE_FORM,
    async open(behind, asker) {
      const { question } = await questionBehind(deps, behind, asker);
      return changeForm({
        name: CHANGE_FORM,
        kept: behind,
        words: language.say(question),
        reports,
        charts: CHARTS.map(({ name }) => name),
      });
    },
    async submit(values, behind, asker) {
      const { question } = await questionBehind(deps, behind, asker);
      const said = chosen(values, 'words')?.trim();
      // Slack lets nobody empty them, and not every client sends what it only shows.
      const isAsShown = !said || asField(said) === asField(language.say(question));
      return submitted(deps, {
        from: isAsShown ? question : said,
        values,
        context: { ...asker, now: clock() },
        workspace: asker.workspace,
      });
    },
  };
}

type Field = keyof typeof FIELDS;

/** What stands in a field; null where the words are to count. */
function chosen(values: FormValues, field: Field): string | null {
  const value = values.get(FIELDS[field]);
  return typeof value === 'string' && value !== AS_WRITTEN ? value : null;
}

interface Filled {
  /** The kept question where its words are as they were shown, since they may not hold every name as it is spelt; else what was written. */
  readonly from: Question | string;
  readonly values: FormValues;
  readonly context: Context;
  readonly workspace: string;
}

async function submitted(deps: ChangeDeps, { from, values, context, workspace }: Filled): Promise<Submitted> {
  let field: Field = 'words';
  try {
    let asked = typeof from === 'string' ? written(deps, from, context) : deps.language.resolve(from, context);
    const edits = EDITS.map((edit) => ({ ...edit, value: chosen(values, edit.of) }));
    for (const { of, to, value } of edits) {
      if (value === null) continue;
      field = of;
      asked = to({ ...deps, context }, asked, value);
    }
    // What is only written is asked as it is, so that the answer says how it was read.
    if (typeof from === 'string' && edits.every(({ value }) => value === null)) return { words: from };
    const [changed] = await putBehind(deps, [asked.question], { workspace });
    return { words: changed?.asks ?? deps.language.say(asked.question) };
  } catch (error) {
    if (error instanceof UserError) return { errors: { [FIELDS[field]]: inOne(error) } };
    throw error;
  }
}

/** What the words ask. A UserError where they ask nothing. */
function written({ language, reports }: ChangeDeps, words: string, context: Context): Asked {
  const understood = language.understand(words, context);
  if (understood.kind === 'question') return understood;
  const example: Suggestion[] = reports.slice(0, 1).map(({ title, examples }) => ({ label: title, words: examples[0] ?? '' }));
  const [message, suggestions] =
    understood.kind === 'unclear' ? [understood.message, understood.suggestions] : ['I find no question in these words.', example];
  throw new UserError(message, '', { suggestions });
}

/** There is no button beside a field, so that what it would ask stands there. */
function inOne({ message, hint, suggestions: [nearest] }: UserError): string {
  const instead = nearest ? `For example: ${nearest.words}` : '';
  return [message, hint, instead].filter((text) => text !== '').join(' ');
}

interface Editing extends Pick<ChangeDeps, 'language' | 'reports'> {
  readonly context: Context;
}

interface Edit {
  readonly of: Field;
  readonly to: (editing: Editing, asked: Asked, value: string) => Asked;
}

/** What each choice makes of a question, in this order: a comparison stands beside the range that was chosen, a split counts before a chart's. */
const EDITS: readonly Edit[] = [
  { of: 'compare', to: ({ language, context }, { question }) => language.resolve(uncompared(question), context) },
  {
    of: 'report',
    to({ language, reports, context }, { question }, name) {
      const report = reports.find((each) => each.name === name);
      return language.resolve(report ? aboutReport(question, report) : question, context);
    },
  },
  {
    of: 'range',
    to: ({ language, context }, { question }, range) => ranged({ ...question, range }, (each) => language.resolve(each, context)),
  },
  {
    of: 'shown',
    to({ language, context }, { question: { show: _, chart: __, ...plain } }, value) {
      if (value === TABLE) return language.resolve({ ...plain, show: TABLE }, context);
      // A kind of chart that needs a split of its own has it.
      const needed = CHARTS.find(({ name }) => name === value)?.distribution;
      return language.resolve({ ...plain, chart: value, ...(needed && { distribution: null }) }, context);
    },
  },
  {
    of: 'split',
    to({ language, context }, { question }, value) {
      const distribution = DISTRIBUTIONS.find((each) => each === value) ?? null;
      return language.resolve({ ...question, distribution }, context);
    },
  },
  { of: 'compare', to: compared },
];

function uncompared({ compare: _, ...alone }: Question): Question {
  return alone;
}

/** A split that suited the range before need not suit this one. */
function ranged(question: Question, resolve: (question: Question) => Asked): Asked {
  try {
    return resolve(question);
  } catch (error) {
    if (!(error instanceof UserError) || question.distribution === null) throw error;
    return resolve({ ...question, distribution: null });
  }
}

const BESIDE = new Map([
  [TIME_BEFORE, besideTimeBefore],
  [LAST_YEAR, besideLastYear],
  [USUAL, besideUsual],
]);

function compared(editing: Editing, asked: Asked, value: string): Asked {
  if (value === NOTHING) return asked;
  const found = BESIDE.get(value)?.(editing, asked);
  if (found) return found;
  throw new UserError(`“${asked.range.label}” cannot be compared with that.`, 'Choose another time, or write what to compare it with.');
}
