import { expect, test } from '@jest/globals';
import { createLanguage } from '../../../src/language/index.ts';
import { CONTEXT, TOPICS } from '../context.ts';

const language = createLanguage(TOPICS);

test.each([
  ['de-DE', 'duration gestern tag:"letzte Woche"', { report: 'duration', range: 'yesterday', filters: { tags: ['letzte Woche'] } }],
  ['fr-FR', "durée hier client:'du 1 au 15'", { report: 'duration', range: 'yesterday', filters: { clients: ['du 1 au 15'] } }],
  // In English these would be two ranges.
  ['fr-FR', 'durée hier de 9h à 17h', { report: 'duration', range: 'yesterday from 9:00 to 17:00', filters: {} }],
  [
    'es-ES',
    'etiquetas la semana pasada contra la semana anterior como tabla',
    { report: 'tags', range: 'last week', compare: 'the week before', filters: {}, show: 'table' },
  ],
  ['it-IT', 'quante chat abbiamo avuto ieri', { report: 'chats', range: 'yesterday', filters: {} }],
  ['nl-NL', 'laat me de duur van gisteren zien als csv', { report: 'duration', range: 'yesterday', filters: {}, show: 'csv' }],
  ['pl-PL', 'ile było czatów w zeszłym tygodniu', { report: 'chats', range: 'last week', filters: {} }],
])('%s: %s', (locale, words, question) => {
  const found = language.understand(words, { ...CONTEXT, locale });
  expect(found.kind === 'question' ? { ...found.question, notes: found.notes } : found).toEqual({
    ...question,
    distribution: null,
    notes: [],
  });
});
