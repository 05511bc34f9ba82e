import { doneMessage } from '../../presentation/saved/done-message.ts';
import type { Command } from '../doors.ts';
import type { SavedDeps } from './index.ts';
import { nameIn, noSuchName } from './names.ts';

export function forget({ store }: SavedDeps): Command {
  return {
    name: 'forget',
    aliases: ['unsave'],
    usage: 'forget <name>',
    description: 'Deletes a saved report.',
    examples: ['forget Weekly tags'],
    async run(rest, { workspace, person }) {
      const name = nameIn(rest);
      if (await store.savedReports.delete(workspace, person, name)) {
        return doneMessage(`“${name}” is deleted.`, [{ label: 'All saved', words: 'saved' }]);
      }
      // Only named: a button that deletes something else than what was typed would be pressed too soon.
      throw noSuchName(
        name,
        (await store.savedReports.list(workspace, person)).map((report) => report.name),
      );
    },
  };
}
