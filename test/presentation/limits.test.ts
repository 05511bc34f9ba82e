import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateKinds } from '../../src/language/date-kinds.ts';
import { createLanguage } from '../../src/language/index.ts';
import type { Context } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import { DISTRIBUTIONS } from '../../src/model/query.ts';
import type { Metric, ReportResult } from '../../src/model/result.ts';
import { WEEK_STARTS } from '../../src/model/time.ts';
import { errorMessage } from '../../src/presentation/error-message.ts';
import { helpMessage } from '../../src/presentation/help-message.ts';
import type { Message } from '../../src/presentation/message.ts';
import { reportMessage, type ShownPicture } from '../../src/presentation/report-message.ts';
import { reportModal } from '../../src/presentation/report-modal.ts';
import { unclearMessage } from '../../src/presentation/unclear-message.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { query, sourceOf, WEEK } from '../reports/given.ts';
import { validateBlocks, validateView } from '../slack-double/block-kit/validate.ts';
import { mentions } from '../slack-double/mrkdwn.ts';
import { table, text, unit, value } from './any-table.ts';

const metric: fc.Arbitrary<Metric> = fc.record({ key: text, label: text, value, unit });

const headline = fc.array(metric, { maxLength: 6 });
const baseline = fc.record({ headline, table, label: text }).map(({ label, ...found }) => ({ ...found, range: { ...WEEK, label } }));
const result: fc.Arbitrary<ReportResult> = fc.record(
  {
    headline,
    table,
    asOf: fc.integer({ min: 0, max: 4e12 }),
    partial: fc.boolean(),
    caveats: fc.array(text, { maxLength: 3 }),
    baseline,
  },
  { requiredKeys: ['headline', 'table', 'asOf', 'partial', 'caveats'] },
);
const suggestion = fc.record({ label: text, words: text });
const suggestions = fc.array(suggestion, { maxLength: 30 });

const LANGUAGE = createLanguage(REPORTS);
const contexts: fc.Arbitrary<Context> = fc.record({
  now: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }),
  zone: fc.constantFrom('Europe/Warsaw', 'Pacific/Apia', 'America/Argentina/ComodRivadavia'),
  weekStart: fc.constantFrom(...WEEK_STARTS),
  locale: fc.constantFrom('en-US', 'pl-PL'),
  yearStart: fc.integer({ min: 1, max: 12 }),
});

const CHART = { type: 'data_visualization', title: 'Uses', chart: { type: 'pie', segments: [{ label: 'vip', value: 5 }] } } as const;

/** Slack takes it, and nobody is pinged or led away by what others wrote. */
function expectHarmless(message: Message): void {
  const sent = { text: message.text, blocks: message.blocks, unfurl_links: false };
  expect(validateBlocks([...message.blocks], 'message')).toEqual([]);
  expect(validateView(reportModal(message))).toEqual([]);
  expect(mentions(JSON.parse(JSON.stringify(sent)))).toEqual([]);
  expect(message.text.length).toBeGreaterThan(0);
  expect(message.text.length).toBeLessThanOrEqual(4000);
}

describe('whatever it is made of, Slack takes', () => {
  test('an answer', () => {
    const filters = fc.record({ tags: fc.array(text, { maxLength: 8 }), agents: fc.array(text, { maxLength: 8 }), tagged: fc.boolean() });
    const distribution = fc.constantFrom(...DISTRIBUTIONS);
    const picture = fc.constantFrom<ShownPicture>(
      { state: 'late' },
      { state: 'none' },
      { state: 'unwanted' },
      { state: 'shown', picture: { imageUrl: 'https://a.example/b.png' } },
      { state: 'native', chart: CHART, drawn: async () => ({ state: 'late' }) },
    );
    fc.assert(
      fc.property(
        fc.record({
          title: text,
          label: text,
          sentence: text,
          result,
          filters,
          distribution,
          picture,
          isNative: fc.boolean(),
          suggestions,
          otherwise: suggestions,
          row: suggestions,
          menu: suggestions,
        }),
        (given) => {
          const { baseline: compared } = given.result;
          const asked = query({ filters: given.filters, distribution: given.distribution, ...(compared && { baseline: compared.range }) });
          expectHarmless(
            reportMessage({
              ...given,
              query: { ...asked, range: { ...asked.range, label: given.label } },
              notes: given.result.caveats,
              source: sourceOf('3.6'),
            }),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test('an error', () => {
    fc.assert(
      fc.property(text, text, suggestions, (message, hint, offered) => {
        expectHarmless(errorMessage(new UserError(message, hint, { suggestions: offered })));
      }),
    );
  });

  test('a question back', () => {
    fc.assert(
      fc.property(text, suggestions, (message, offered) => {
        expectHarmless(unclearMessage({ message, suggestions: offered, example: '/livechat tags last week' }));
      }),
    );
  });

  test('help on anything', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom(null, 'dates', 'filters', 'tags', 'duration')), contexts, (topic, context) => {
        const dates = dateKinds(LANGUAGE, context);
        expectHarmless(helpMessage({ reports: REPORTS, commands: [], topic, dates, now: context.now, command: '/livechat' }));
      }),
    );
  });
});
