import { describe, expect, test } from '@jest/globals';
import type { Asked } from '../../src/language/question.ts';
import { createCsvCommand } from '../../src/usecases/csv-command.ts';
import { createShowAllCommand } from '../../src/usecases/show-all.ts';
import { answer } from '../presentation/given.ts';
import { keeping } from './behind.ts';
import { ASKER } from './kept.ts';

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
