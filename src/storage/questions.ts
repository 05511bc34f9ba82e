import { createHash } from 'node:crypto';
import type { Question } from '../language/question.ts';
import type { QuestionStore } from '../usecases/ports.ts';
import { chunks, type Repository } from './repository.ts';
import { QUESTION, readJson } from './stored-json.ts';

/** 96 bits of its content: the same question has the same id, in every process and after every restart. */
function idOf(question: Question): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(question)))
    .digest('base64url')
    .slice(0, 16);
}

/** With the keys of every object in one order. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}

export function createQuestions({ db }: Repository): QuestionStore {
  return {
    async keep(workspace, questions, keptUntil) {
      const ids = questions.map(idOf);
      // Each once, and in one order, so that two processes that keep the same ones do not wait for each other.
      const distinct = [...new Map(questions.map((question, at) => [ids[at] ?? '', question]))].sort(([one], [other]) =>
        one < other ? -1 : 1,
      );
      for (const chunk of chunks(distinct)) {
        await db
          .insertInto('questions')
          .values(chunk.map(([id, question]) => ({ workspace, id, question: JSON.stringify(question), kept_until: keptUntil })))
          .onConflict((known) =>
            known.columns(['workspace', 'id']).doUpdateSet({ kept_until: keptUntil }).where('questions.kept_until', '<', keptUntil),
          )
          .execute();
      }
      return ids;
    },
    async find(workspace, id) {
      const found = db.selectFrom('questions').select('question').where('workspace', '=', workspace).where('id', '=', id);
      const row = await found.executeTakeFirst();
      return row ? readJson(QUESTION, row.question, `questions ${workspace} ${id}`) : null;
    },
    async forget(before) {
      const forgotten = await db.deleteFrom('questions').where('kept_until', '<', before).executeTakeFirst();
      return Number(forgotten.numDeletedRows);
    },
  };
}
