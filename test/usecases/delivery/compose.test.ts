import { describe, expect, test } from '@jest/globals';
import type { Asked } from '../../../src/language/question.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { type Composing, createComposer } from '../../../src/usecases/delivery/compose.ts';
import type { Making } from '../../../src/usecases/reporter.ts';
import { answer } from '../../presentation/given.ts';
import { query } from '../../reports/given.ts';
import { DAY, DUE, HOUR, LANGUAGE, schedule, world } from './given.ts';

async function compose(
  composing: Partial<Composing> = {},
  { value = 12 as number | null, range: said = 'last week', yearStart = 1, isNative = false } = {},
) {
  const { messenger, store, faults, clock } = await world();
  const asked: { range: string; making: Making }[] = [];
  const composer = createComposer({
    language: LANGUAGE,
    reports: REPORTS,
    questions: store.questions,
    preferences: { ofWorkspace: async (workspace) => ({ ...(await store.preferences.ofWorkspace(workspace)), yearStart }) },
    faults,
    clock: () => clock.now,
    messengers: () => messenger,
    reporter: {
      async report({ range }: Asked, _, making) {
        asked.push({ range: `${new Date(range.start).toISOString()} ${new Date(range.end).toISOString()}`, making });
        const { suggestions: _none, ...given } = answer({ query: query({ range }) });
        const headline = [{ key: 'chats', label: 'Chats', value, unit: 'chats' }] as const;
        return {
          ...given,
          result: { ...given.result, headline, table: { ...given.result.table, ...(!isNative && { rows: [] }) } },
          isNative,
        };
      },
    },
  });
  const signal = new AbortController().signal;
  const made = await composer(schedule({ question: { ...schedule().question, range: said } }), DUE, {
    signal,
    kind: 'post',
    lateMs: 0,
    ...composing,
  });
  return { ...made, asked, json: JSON.stringify(made.message.blocks) };
}

const LAST_WEEK = '2026-11-08T23:00:00.000Z 2026-11-15T23:00:00.000Z';

describe('what is said in a slot', () => {
  test('goes by the fiscal year that the workspace has then', async () => {
    const calendar = await compose({}, { range: 'last quarter' });
    const fiscal = await compose({}, { range: 'last quarter', yearStart: 2 });
    expect([calendar, fiscal].map(({ asked }) => asked.map(({ range }) => range))).toEqual([
      ['2026-06-30T22:00:00.000Z 2026-09-30T22:00:00.000Z'],
      ['2026-07-31T22:00:00.000Z 2026-10-31T23:00:00.000Z'],
    ]);
  });

  test('is asked as of the slot, however late it is posted', async () => {
    const { asked } = await compose({ lateMs: 20 * DAY });
    expect(asked).toEqual([{ range: LAST_WEEK, making: { isPublic: true, pictureMs: 5_000, signal: expect.anything() } }]);
  });

  test('says whose it is and when it comes again', async () => {
    expect((await compose()).json).toContain('Set up by name of U1 · every Monday at 09:00 (Europe/Warsaw)');
  });

  test('says that it is late, and why', async () => {
    expect((await compose({ lateMs: 3 * HOUR, lateFor: 'asleep' })).json).toContain('This is 3 h late, because I was not running then.');
    expect((await compose({ lateMs: 60_000, lateFor: 'asleep' })).json).not.toContain('late,');
  });

  test('has buttons that keep their questions', async () => {
    expect((await compose()).json).toMatch(/"value":"question [^"]+"/);
  });

  test('is one quiet line when there is nothing', async () => {
    const { message, isEmpty } = await compose({}, { value: 0 });
    expect([isEmpty, message.blocks.map(({ type }) => type)]).toEqual([true, ['context']]);
  });

  test('of a test says that it is one, and its picture does not stay', async () => {
    const { message, asked, json } = await compose({ kind: 'test' });
    expect([message.text.slice(0, 6), asked[0]?.making.isPublic, json.includes('This is a test')]).toEqual(['Test: ', false, true]);
  });

  test('of a test says so too where Slack refuses its table', async () => {
    const { message } = await compose({ kind: 'test' }, { isNative: true });
    expect([message.blocks.some(({ type }) => type === 'data_table'), (await message.plainer?.())?.text]).toEqual([true, message.text]);
  });
});
