import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import type { Asked, Question } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { createAnswerQuestion } from '../../src/usecases/answer-question.ts';
import { createOtherReadingCommand } from '../../src/usecases/other-reading.ts';
import type { Reader } from '../../src/usecases/reporter.ts';
import { answer } from '../presentation/given.ts';
import { ASKER, keptInMemory, NOW } from './kept.ts';

const language = createLanguage(REPORTS);
const { signal } = new AbortController();

/** Questions under numbers, unless nothing can be kept. */
function bench({ isBroken = false } = {}) {
  const kept = keptInMemory();
  const all: Question[] = [];
  const reported: { asked: Asked; reader: Reader }[] = [];
  const questions = {
    async keep(_: string, asked: readonly Question[]) {
      if (isBroken) throw new Error('no disk');
      return asked.map((question) => String(all.push(question) - 1));
    },
    find: async (_: string, id: string) => all[Number(id)] ?? null,
    forget: async () => 0,
  };
  const reporter = {
    async report(asked: Asked, reader: Reader) {
      reported.push({ asked, reader });
      const { suggestions: _, ...found } = answer({ notes: asked.notes });
      return found;
    },
  };
  const faults = { record: () => 'ref' };
  const clock = () => NOW;
  const asking = { language, reports: REPORTS, reporter, messengers: () => null, questions, faults, clock, pictureMs: 1 };
  const answerQuestion = createAnswerQuestion(asking);
  const command = createOtherReadingCommand({ questions, preferences: kept.store.preferences, language, answerQuestion, clock });
  /** The buttons on the line of the range. */
  const ask = async (words: string) => {
    const understood = language.understand(words, { ...ASKER, now: NOW });
    if (understood.kind !== 'question') throw new Error(`Not a question: ${words}`);
    const [, row] = (await answerQuestion.asked(understood, ASKER, signal)).blocks;
    return row?.type === 'actions' ? row.elements.map((each) => (each.type === 'button' ? [each.text.text, each.value ?? ''] : [])) : [];
  };
  const press = async (value: string) => {
    const [verb, ...rest] = value.split(' ');
    expect(verb).toBe(command.name);
    return JSON.stringify((await command.run(rest.join(' '), ASKER, signal)).blocks);
  };
  return { ...kept, ask, press, reported, command };
}

const day = (asked: Asked | undefined) => asked && new Date(asked.range.start).toISOString();

describe('a button beside the range', () => {
  test('remembers how dates are read and answers by it, pressed once or twice', async () => {
    const { ask, press, person, reported } = bench();
    const [[label, words = ''] = []] = await ask('tags 3/4/2026');
    const said = [await press(words), await press(words)];
    expect([label, (await person()).dayFirst, reported.map(({ asked }) => day(asked))]).toEqual([
      'Always dates day first: Fri 3 Apr',
      true,
      ['2026-03-03T23:00:00.000Z', '2026-04-02T22:00:00.000Z', '2026-04-02T22:00:00.000Z'],
    ]);
    for (const each of said) expect(each).toContain("I'll read dates day first from now on; “settings” changes that.");
  });

  test('remembers the day that weeks start on, and offers the way back', async () => {
    const { ask, press, person, reported } = bench();
    const [[label, words = ''] = []] = await ask('tags last week');
    const said = await press(words);
    const { asked, reader } = reported.at(-1) ?? {};
    expect([label, (await person()).weekStart, reader?.weekStart, day(asked), asked?.otherwise?.[0]?.habit]).toEqual([
      'Always weeks from Sunday: Sun 8 – Sat 14 Nov',
      'sunday',
      'sunday',
      '2026-11-07T23:00:00.000Z',
      { weekStart: 'monday' },
    ]);
    expect(said).toContain("I'll read weeks from Sunday from now on");
  });

  test('without a habit is a question like any other', async () => {
    const { ask } = bench();
    expect(await ask('tags last 7 days')).toEqual([['Last 7 days so far instead', expect.stringMatching(/^question \d+$/)]]);
  });

  test('keeps its words where nothing can be kept; a habit then has no button', async () => {
    const { ask } = bench({ isBroken: true });
    expect([await ask('tags last 4 weeks'), await ask('tags last week')]).toEqual([
      [['Last 4 weeks so far instead', 'tags last 4 weeks so far']],
      [],
    ]);
  });

  test('that is too old, or was made up, changes nothing', async () => {
    const { command, person } = bench();
    for (const rest of ['day-first 7', 'upside-down 0', '']) {
      await expect(command.run(rest, ASKER, signal)).rejects.toThrow(UserError);
    }
    expect((await person()).dayFirst).toBeNull();
  });
});
