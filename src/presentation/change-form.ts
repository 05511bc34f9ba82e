import type { PlainTextOption } from '@slack/types';
import { LONGEST_TEXT } from '../language/tidy.ts';
import { DISTRIBUTION_WORDS, DISTRIBUTIONS } from '../model/query.ts';
import { plain } from './blocks.ts';
import { asChart } from './chart-words.ts';
import { form, option, select, textInput } from './form.ts';
import type { ModalView } from './message.ts';

/** The fields, by the ids of their blocks and inputs alike. */
export const FIELDS = { words: 'words', report: 'report', range: 'range', split: 'split', compare: 'compare', shown: 'shown' } as const;

/** Nothing was chosen: the words count. */
export const AS_WRITTEN = 'as written';
/** What a comparison may be. */
export const NOTHING = 'nothing';
export const TIME_BEFORE = 'the time before';
export const LAST_YEAR = 'the same last year';
export const USUAL = 'the usual';
/** What is shown instead of a chart. */
export const TABLE = 'table';

/** What people turn to most; any other range can be written. */
const RANGES = ['today', 'yesterday', 'this week', 'last week', 'this month', 'last month', 'last 30 days'];

export interface ChangeForm {
  readonly name: string;
  /** Goes with the view and comes back with what was filled in. */
  readonly kept: string;
  /** The question. */
  readonly words: string;
  readonly reports: readonly { readonly name: string; readonly title: string }[];
  /** The names of the kinds of charts. */
  readonly charts: readonly string[];
}

/** What stands in the field of words at first, or came back from it: a name with odd blanks in it is not shown as it is. */
export const asField = (words: string): string => plain(words).text;

/**
 * A question to be changed: its words, and lists for whoever would rather choose. What is chosen counts before what is written, of which no more
 * is read than may be typed; a longer question that was kept is there as a whole.
 */
export function changeForm({ name, kept, words, reports, charts }: ChangeForm): ModalView {
  const choice = (id: string, label: string, options: readonly PlainTextOption[]) =>
    select({ id, label }, [option(AS_WRITTEN, 'As written'), ...options], AS_WRITTEN);
  const named = (value: string) => option(value, value.charAt(0).toUpperCase() + value.slice(1));
  return form({
    name,
    title: 'Change the question',
    submit: 'Ask',
    kept,
    blocks: [
      textInput({ id: FIELDS.words, label: 'In words', hint: 'What you choose below counts before the words.' }, words, LONGEST_TEXT),
      choice(
        FIELDS.report,
        'Report',
        reports.map((report) => option(report.name, report.title)),
      ),
      choice(FIELDS.range, 'Time', RANGES.map(named)),
      choice(
        FIELDS.split,
        'Split',
        DISTRIBUTIONS.map((split) => option(split, `By ${DISTRIBUTION_WORDS[split]}`)),
      ),
      choice(FIELDS.compare, 'Compared with', [NOTHING, TIME_BEFORE, LAST_YEAR, USUAL].map(named)),
      choice(FIELDS.shown, 'Shown', [...charts.map((chart) => option(chart, asChart(chart))), option(TABLE, 'As a table')]),
    ],
  });
}
