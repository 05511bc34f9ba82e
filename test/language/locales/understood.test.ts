import { expect, test } from '@jest/globals';
import { CHARTS } from '../../../src/charts/index.ts';
import { createLanguage } from '../../../src/language/index.ts';
import { CONTEXT, TOPICS } from '../context.ts';

const language = createLanguage(TOPICS, CHARTS);

test.each([
  ['de-DE', 'tags montags im Oktober', { report: 'tags', range: 'mondays in October', filters: {} }],
  ['de-DE', 'tags jeden Montag im Oktober', { report: 'tags', range: 'every Monday in October', filters: {} }],
  ['de-DE', 'tags abends letzte Woche', { report: 'tags', range: 'evenings last week', filters: {} }],
  ['de-DE', 'tags zweite Oktoberhälfte', { report: 'tags', range: 'second half of October', filters: {} }],
  ['de-DE', 'tags 45. KW', { report: 'tags', range: 'week 45', filters: {} }],
  ['de-DE', 'tags am 15.', { report: 'tags', range: '15th', filters: {} }],
  ['de-DE', 'tags gestern bis 12 Uhr', { report: 'tags', range: 'yesterday until 12:00', filters: {} }],
  ['fr-FR', "tags les lundis d'octobre", { report: 'tags', range: 'mondays in October', filters: {} }],
  ['es-ES', 'tags último viernes de octubre', { report: 'tags', range: 'last Friday of October', filters: {} }],
  ['pl-PL', 'tags weekendy w październiku', { report: 'tags', range: 'weekends in October', filters: {} }],
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
  ['de-DE', 'Schlagwörter letzte Woche als Heatmap', { report: 'tags', range: 'last week', filters: {}, chart: 'heatmap' }],
  ['de-DE', 'Dauer letzten Monat als Linie', { report: 'duration', range: 'last month', filters: {}, chart: 'line' }],
  ['fr-FR', 'tags hier en camembert', { report: 'tags', range: 'yesterday', filters: {}, chart: 'pie' }],
  ['es-ES', 'etiquetas ayer como gráfico de barras', { report: 'tags', range: 'yesterday', filters: {}, chart: 'bar' }],
  ['it-IT', 'tag ieri come grafico a torta', { report: 'tags', range: 'yesterday', filters: {}, chart: 'pie' }],
  ['nl-NL', 'duur gisteren als staafdiagram', { report: 'duration', range: 'yesterday', filters: {}, chart: 'bar' }],
  ['pt-BR', 'tags ontem como gráfico', { report: 'tags', range: 'yesterday', filters: {}, show: 'chart' }],
  ['pt-BR', 'tags ontem em mapa de calor', { report: 'tags', range: 'yesterday', filters: {}, chart: 'heatmap' }],
  ['pl-PL', 'tagi wczoraj jako wykres liniowy', { report: 'tags', range: 'yesterday', filters: {}, chart: 'line' }],
  ['pl-PL', 'ile było czatów w zeszłym tygodniu', { report: 'chats', range: 'last week', filters: {} }],
])('%s: %s', (locale, words, question) => {
  const found = language.understand(words, { ...CONTEXT, locale });
  expect(found.kind === 'question' ? { ...found.question, notes: found.notes } : found).toEqual({
    ...question,
    distribution: null,
    notes: [],
  });
});
