import { UserError } from '../../model/errors.ts';
import { doneMessage } from '../../presentation/saved/done-message.ts';
import type { Command } from '../doors.ts';
import type { SavedDeps } from './index.ts';
import { nameIn, noSuchName, quotedName, runPress, splitAt } from './names.ts';

export function rename({ store }: SavedDeps): Command {
  return {
    name: 'rename',
    aliases: [],
    usage: 'rename <old name> to <new name>',
    description: 'Gives a saved report another name.',
    examples: ['rename Weekly tags to Tags of the week'],
    async run(rest, { workspace, person }) {
      const [from = '', to = ''] = splitAt(rest, 'to')?.map(nameIn) ?? [];
      if (from === '' || to === '') {
        throw new UserError('I need the old name and the new one.', 'For example: rename Weekly tags to "From A to Z"');
      }
      switch (await store.savedReports.rename({ workspace, person, name: from }, to)) {
        case 'done':
          return doneMessage(`“${from}” is called “${to}” now.`, [
            { ...runPress(to), label: 'Run' },
            { label: 'All saved', words: 'saved' },
          ]);
        case 'taken':
          throw new UserError(`Another saved report is called “${to}” already.`, 'Choose another name, or delete that one first.', {
            suggestions: [{ label: 'All saved', words: 'saved' }],
          });
        case 'unknown': {
          const names = (await store.savedReports.list(workspace, person)).map(({ name }) => name);
          const press = (name: string) => ({ label: `Rename ${name}`, words: `rename ${quotedName(name)} to ${quotedName(to)}` });
          throw noSuchName(from, names, press);
        }
      }
    },
  };
}
