import { describe, expect, test } from '@jest/globals';
import type { Asked } from '../../src/language/question.ts';
import { findBehind, putBehind } from '../../src/usecases/behind.ts';
import { createCsvCommand } from '../../src/usecases/csv-command.ts';
import { createShowAllCommand } from '../../src/usecases/show-all.ts';
import { answer } from '../presentation/given.ts';
import { keeping, language } from './behind.ts';
import { ASKER, NOW } from './kept.ts';

const { signal } = new AbortController();

/** What the commands of the row need, with the forms that were asked for and the files that were sent. */
function bench({ refuses = false }: { readonly refuses?: boolean } = {}) {
  const { deps } = keeping();
  const shows: unknown[] = [];
  const files: string[] = [];
  const messenger = {
    async sendFile(person: string, { name }: { readonly name: string }) {
      if (refuses) throw new Error('missing_scope');
      files.push(`${name} to ${person}`);
    },
  };
  return {
    shows,
    files,
    deps: {
      ...deps,
      reporter: {
        async report({ question }: Asked) {
          shows.push(question.show);
          const { suggestions: _, ...found } = answer();
          return found;
        },
      },
      messengers: () => messenger,
      pictureMs: 1,
    },
  };
}

describe('the CSV of an answer', () => {
  test('is sent, and nothing of the answer is said again', async () => {
    const { deps, shows, files } = bench();
    const { text } = await createCsvCommand(deps).run('tags last week', ASKER, signal);
    expect([text, shows, files]).toEqual(['The CSV is in our direct messages.', ['csv'], ['tags-last-week-2026-11-09.csv to U1']]);
  });

  test('that cannot be sent is said so', async () => {
    const { deps, files } = bench({ refuses: true });
    const { text } = await createCsvCommand(deps).run('tags last week', ASKER, signal);
    expect([text, files]).toEqual([expect.stringMatching(/^I could not send you the CSV \(ref ref1\)\./), []]);
  });
});

test('all of a table is shown without a picture', async () => {
  const { deps, shows } = bench();
  const { text } = await createShowAllCommand(deps).run('tags last week', ASKER, signal);
  expect([text, shows]).toEqual(['Chatting time, last week: the whole table', ['table']]);
});

test.each([createCsvCommand, createShowAllCommand])('a question that is kept no more is said to be forgotten', async (create) => {
  await expect(create(bench().deps).run('k7m2', ASKER, signal)).rejects.toThrow('That button is from more than 90 days ago');
});

test('words that are not understood any more are not said to be old', async () => {
  await expect(createCsvCommand(bench().deps).run('flibber last week', ASKER, signal)).rejects.toThrow(
    'I do not understand any more what that button asks.',
  );
});

describe('what is found a week later', () => {
  const DAY = 24 * 3_600_000;

  test.each([
    ['today', NOW, ['2026-11-17T23:00:00.000Z', '2026-11-18T13:20:00.000Z']],
    ['yesterday', NOW, ['2026-11-16T23:00:00.000Z', '2026-11-17T23:00:00.000Z']],
    ['last week', NOW, ['2026-11-08T23:00:00.000Z', '2026-11-15T23:00:00.000Z']],
    ['last week', undefined, ['2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z']],
  ])('of %s is as of %p', async (range, asOf, dates) => {
    const { deps } = keeping();
    const short = {
      ...deps.questions,
      keep: async () => ['k7m2_-'],
      find: async () => ({ report: 'tags', range, distribution: null, filters: {} }),
    };
    const question = { report: 'tags', range, distribution: null, filters: {} };
    const [behind] = await putBehind({ ...deps, questions: short }, [question], { workspace: 'T1', ...(asOf !== undefined && { asOf }) });
    const later = { language, questions: short, clock: () => NOW + 7 * DAY };
    const found = await findBehind(later, behind?.name ?? '', ASKER);
    expect([found.range.start, found.range.end].map((at) => new Date(at).toISOString())).toEqual(dates);
  });
});
