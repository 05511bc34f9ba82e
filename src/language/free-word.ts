import type { Moment } from './date-range/format.ts';
import { DATE_WORDS, isDateFirst } from './date-range/index.ts';
import { ADVERBS, findDistribution, findNoSplit } from './distribution.ts';
import { FILLERS } from './fillers.ts';
import { likelySlips } from './nearness.ts';
import type { Names } from './pick.ts';

/** What filters, splits and lists are made of. */
const OTHERS =
  'agent agents and by client clients each every excluding except for group groups no only or per since tagged tag tags team teams';
const WORDS: readonly string[] = [...DATE_WORDS, ...ADVERBS, ...OTHERS.split(' '), 'to', 'until', 'untagged', 'vs', 'without'];
const TAKEN: ReadonlySet<string> = new Set([...FILLERS, ...WORDS]);

/** Whether the text begins with a word that nothing of the language is made of, not even misspelt: then it may be somebody's name for something. */
export function createIsFree({ names, moment }: { readonly names: Names; readonly moment: Moment }): (text: string) => boolean {
  return (text) => {
    const word = (/^[^\s,]+/u.exec(text)?.[0] ?? '').toLowerCase().replace(/[.:;!?]+$/u, '');
    if (word === '' || TAKEN.has(word)) return false;
    const begins = [names.find(text), findDistribution(text), findNoSplit(text)].some((found) => found?.index === 0);
    return !begins && likelySlips(word, WORDS).length === 0 && !isDateFirst(text, moment);
  };
}
