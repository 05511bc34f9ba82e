import { isDeepStrictEqual } from 'node:util';
import type { Suggestion } from '../model/errors.ts';
import { DATE_WORDS } from './date-range/index.ts';
import { ADVERBS } from './distribution.ts';
import { labelOf, onlyAgent, say } from './echo.ts';
import { alsoNamed } from './filters.ts';
import { guess, mendings, quotings } from './mending.ts';
import { withForm } from './options.ts';
import type { Surroundings } from './pick.ts';
import type { Question, Topic, Understanding } from './question.ts';
import type { Reader, Reading } from './reading.ts';
import { tidy } from './tidy.ts';
import { type Answerable, DEFAULT_RANGE, type Refused, type Verdict } from './verdict.ts';

/** What Slack shows in a row without scrolling, and people read. */
const MOST_SUGGESTIONS = 3;
const LONGEST_QUOTE = 40;
/** What most people ask for, where no time was said. */
const USUAL_RANGES = ['last week', 'this week'];
/** Of these ranges there is always one that nobody has just asked for. */
const FILLING_RANGES = ['last week', 'yesterday', 'last month'];

function quote(words: string): string {
  const points = [...words];
  return `“${points.slice(0, LONGEST_QUOTE).join('')}${points.length > LONGEST_QUOTE ? '…' : ''}”`;
}

function doesNotKnow(unknown: readonly string[]): string {
  const [first = '', second] = unknown.map(quote);
  return second ? `I don't know what ${first} and ${second} mean.` : `I don't know what ${first} means.`;
}

type Unknown = Verdict & { readonly kind: 'unknown' };

export interface Suggestions {
  /** Of what can be asked instead the first few that can be answered. */
  of(refused: Pick<Refused, 'instead' | 'areByAgent'>, around: Surroundings): readonly Suggestion[];
  /**
   * What a text that was not understood is: the one question that comes of mending a slip, or unclear, with the nearest ones. `after` is
   * given where it was said after a question: how it was read then, and that question, which nobody wants once more.
   */
  near(
    verdict: Unknown,
    text: string,
    around: Surroundings,
    after?: Pick<Reader, 'read'> & { readonly question: Question },
  ): Answerable | (Understanding & { readonly kind: 'unclear' });
}

/** What may have been meant. */
export function createSuggestions(topics: readonly Topic[], { names, forms, read }: Reading): Suggestions {
  const known = new Set([...DATE_WORDS, ...ADVERBS, ...forms.words, ...names.all]);

  const of: Suggestions['of'] = ({ instead, areByAgent }, around) => {
    const inWords = areByAgent ? onlyAgent : labelOf;
    const found = new Map<string, Suggestion>();
    for (const question of instead) {
      if (found.size === MOST_SUGGESTIONS) break;
      const words = say(question);
      if (!found.has(words) && read(tidy(words).text, around).kind === 'question')
        found.set(words, { label: inWords(question, around.directory), words });
    }
    return [...found.values()];
  };

  /** The questions that the text may be with slips of the keyboard put right; the same question once. */
  const slips = ({ unknown, draft }: Unknown, text: string, readAgain: (text: string) => Verdict): readonly Answerable[] => {
    const found = new Map<string, Answerable>();
    for (const mended of mendings(text, { unknown, known })) {
      const verdict = readAgain(mended.text);
      // What is in quotes is nobody's slip.
      if (verdict.kind !== 'question' || !isDeepStrictEqual(verdict.question.filters, draft.filters)) continue;
      found.set(say(verdict.question), { ...verdict, notes: [...mended.notes, ...verdict.notes] });
    }
    return [...found.values()];
  };

  return {
    of,
    near(verdict, text, around, after) {
      const readAgain = (other: string) => (after ?? { read }).read(other, around);
      const slipped = slips(verdict, text, readAgain);
      const [only] = slipped;
      if (only && slipped.length === 1) return only;
      const { unknown, draft, isReportNamed } = verdict;
      const tags = [...(draft.filters.tags ?? []), ...(draft.filters.withoutTags ?? [])];
      const texts = [...quotings(text, { unknown, tags }), guess(text, { unknown, known })];
      const verdicts = [...slipped, ...texts.map(readAgain)];
      const meant = verdicts.flatMap((each) => (each.kind === 'question' ? [each.question] : []));
      const alike = names.like(unknown.join(' ').slice(0, LONGEST_QUOTE)).slice(0, MOST_SUGGESTIONS);
      const others = isReportNamed ? [draft] : alike.map(({ name }) => ({ ...draft, report: name }));
      const otherRanges = others.flatMap((question) => USUAL_RANGES.map((range) => ({ ...question, range })));
      const otherReports = topics.map(({ name }) => ({ ...draft, report: name }));
      const usual = after ? [...otherReports, ...otherRanges] : draft.range === DEFAULT_RANGE ? otherRanges : otherReports;
      const shown = unknown.flatMap((piece) => {
        const found = forms.find(`as ${piece}`);
        return found?.length === `as ${piece}`.length ? [withForm(draft, found.value)] : [];
      });
      const named = alsoNamed(unknown, draft.filters, around.directory).map((filters) => ({ ...draft, filters }));
      const filling = [draft, ...otherReports].flatMap((question) => FILLING_RANGES.map((range) => ({ ...question, range })));
      const instead = [...named, ...shown, ...meant, ...others, ...usual, ...filling].filter(
        (question) => !isDeepStrictEqual(question, after?.question),
      );
      return { kind: 'unclear', message: doesNotKnow(unknown), suggestions: of({ instead }, around) };
    },
  };
}
