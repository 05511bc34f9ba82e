import { createLanguage } from '../../src/language/index.ts';
import type { Directory } from '../../src/model/directory.ts';
import { CONTEXT, outcomeOf, TOPICS } from './context.ts';

export const language = createLanguage(TOPICS);

export const ANNA = { id: 'anna@shop.example', name: 'Anna Nowak' };
export const TOM = { id: 'tom@shop.example', name: 'Tom Okafor' };
export const TOM_L = { id: 'lind@shop.example', name: 'Tom Lindqvist' };
export const LUKASZ = { id: 'lw@shop.example', name: 'Łukasz Wójcik' };
export const BEN = { id: 'ben@shop.example', name: 'Ben O’Brien' };
export const SATO = { id: 'sato@shop.example', name: '佐藤 美咲' };
export const MAY = { id: 'may@shop.example', name: 'May Parker' };
export const DIRECTORY: Directory = {
  agents: [ANNA, TOM, TOM_L, LUKASZ, BEN, SATO, MAY],
  groups: [
    { id: 0, name: 'General' },
    { id: 1, name: 'Billing' },
    { id: 2, name: 'Delivery & returns' },
    { id: 7, name: 'Vertrieb Köln' },
    { id: 9, name: 'Sport shoes' },
    { id: 11, name: 'Support' },
  ],
  tags: ['vip', 'stove recall', 'Support', 'refund', 'SPAM', 'Spam'],
};
export const WITH_NAMES = { ...CONTEXT, directory: DIRECTORY };

/** The filters that are understood, with notes; else the question back or the refusal, with what can be pressed. */
export function read(words: string, directory: Directory | null = DIRECTORY): object {
  const found = outcomeOf(() => language.understand(words, { ...CONTEXT, ...(directory && { directory }) }));
  if (!('kind' in found)) return found;
  if (found.kind === 'question') return { ...found.question.filters, ...(found.notes.length > 0 && { notes: found.notes }) };
  return found;
}
