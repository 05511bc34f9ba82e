import { CHARTS } from '../../src/charts/index.ts';
import { createLanguage } from '../../src/language/index.ts';
import type { Question } from '../../src/language/question.ts';
import { REPORTS } from '../../src/reports/index.ts';
import type { BehindDeps } from '../../src/usecases/behind.ts';
import { NOW } from './kept.ts';

export const language = createLanguage(REPORTS, CHARTS);

/** What keeps questions, by the words of them instead of their ids. */
export function keeping({ isBroken = false }: { readonly isBroken?: boolean } = {}) {
  const kept = new Map<string, Question>();
  const faults: string[] = [];
  const deps: BehindDeps = {
    language,
    questions: {
      async keep(_, asked) {
        if (isBroken) throw new Error('no disk');
        return asked.map((question) => {
          const id = language.say(question).replaceAll(' ', '_');
          kept.set(id, question);
          return id;
        });
      },
      find: async (_, id) => kept.get(id) ?? null,
      forget: async () => 0,
    },
    faults: { record: (_, doing) => `ref${faults.push(doing)}` },
    clock: () => NOW,
  };
  return { deps, faults };
}
