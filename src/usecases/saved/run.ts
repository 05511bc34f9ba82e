import type { Command } from '../doors.ts';
import type { SavedDeps } from './index.ts';
import { nameIn, noSuchName } from './names.ts';

export function run({ store, answerQuestion }: SavedDeps): Command {
  return {
    name: 'run',
    aliases: [],
    usage: 'run <name>',
    description: 'Asks a saved report.',
    examples: ['run Weekly tags'],
    async run(rest, asker, signal) {
      const { workspace, person } = asker;
      const name = nameIn(rest);
      const found = await store.savedReports.find(workspace, person, name);
      if (found) return answerQuestion(found.question, asker, signal);
      throw noSuchName(
        name,
        (await store.savedReports.list(workspace, person)).map((report) => report.name),
      );
    },
  };
}
