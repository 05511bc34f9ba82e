import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/insights/findings/index.ts';
import { createLanguage } from '../../src/language/index.ts';
import type { Asked, Question } from '../../src/language/question.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { createAnswerQuestion } from '../../src/usecases/answer-question.ts';
import { createExplainCommand } from '../../src/usecases/explain.ts';
import { answer, line, mrkdwn } from '../presentation/given.ts';
import { range } from '../reports/given.ts';
import { ASKER, NOW } from './kept.ts';

const FINDING: Finding = {
  kind: 'gone tag',
  score: 55.5,
  sentence: '“promo_*now*” was not used (the week before: 14 uses).',
  numbers: [
    { label: 'Uses of “promo_*now*”', value: '0' },
    { label: 'Tag uses', value: '801' },
  ],
  about: 'tag promo',
};
const EXPLANATION = 'A tag is gone when it was not used once, after 10 uses or more in the time before.';
const BEFORE = range('2026-11-02T00:00', '2026-11-09T00:00', { label: 'the week before' });
const { signal } = new AbortController();

function bench({ findings = [FINDING], isBroken = false }: { findings?: readonly Finding[]; isBroken?: boolean } = {}) {
  const all: Question[] = [];
  const reported: Asked[] = [];
  const language = createLanguage(REPORTS);
  const deps = {
    language,
    reports: REPORTS,
    reporter: {
      async report(asked: Asked) {
        reported.push(asked);
        const { suggestions: _, ...found } = answer({ findings, before: { range: BEFORE, headline: [], table: answer().result.table } });
        return { ...found, query: { ...found.query, filters: {} } };
      },
    },
    messengers: () => null,
    questions: {
      async keep(_: string, asked: readonly Question[]) {
        if (isBroken) throw new Error('no disk');
        return asked.map((question) => String(all.push(question) - 1));
      },
      find: async (_: string, id: string) => all[Number(id)] ?? null,
      forget: async () => 0,
    },
    faults: { record: () => 'ref' },
    clock: () => NOW,
    pictureMs: 1,
  };
  const ask = async (words: string) => {
    const understood = language.understand(words, { ...ASKER, now: NOW });
    if (understood.kind !== 'question') throw new Error(`Not a question: ${words}`);
    const { blocks } = await createAnswerQuestion(deps).asked(understood, ASKER, signal);
    return /"How\?".*?"value":"explain ([^"]*)"/.exec(JSON.stringify(blocks))?.[1] ?? null;
  };
  return { reported, ask, press: (words: string) => createExplainCommand(deps).run(words, ASKER, signal) };
}

const EXPLAINED = {
  text: `${FINDING.sentence} ${EXPLANATION}`,
  blocks: [
    line('*Chatting time* · last week (Mon 9 – Sun 15 Nov 2026, Europe/Warsaw) · by day · vs the week before (Mon 2 – Sun 8 Nov 2026)'),
    {
      type: 'section',
      text: mrkdwn(
        ['*“promoˍ∗now∗” was not used (the week before: 14 uses).*', EXPLANATION, 'Uses of “promoˍ∗now∗” *0* · Tag uses *801*'].join('\n'),
      ),
    },
    line('Rules look at these numbers and at those of the time before, and at nothing else: equal numbers give equal words.'),
  ],
};

test.each([
  ['the question that is kept', false, '5.mwm5f11c'],
  ['the question in words, where none can be kept', true, 'tags last week'],
])('how something was found is a press away, behind %s', async (_, isBroken, words) => {
  const { ask, press, reported } = bench({ isBroken });
  expect(await ask('tags last week')).toBe(words);
  expect(await press(words)).toEqual(EXPLAINED);
  // As it was asked, without a picture that nobody would see.
  const [first, again] = reported;
  expect(again).toMatchObject({ question: { ...first?.question, show: 'table' }, range: first?.range, before: first?.before });
});

test('where nothing was found there is nothing to press, and nothing to explain', async () => {
  const { ask, press } = bench({ findings: [] });
  expect([await ask('tags last week'), (await press('tags last week')).text]).toEqual([
    null,
    'In these numbers no rule finds anything now.',
  ]);
});

test('a question that is kept no more is said to be forgotten', async () => {
  await expect(bench().press('k7m2')).rejects.toThrow('That button is from more than 90 days ago');
});
