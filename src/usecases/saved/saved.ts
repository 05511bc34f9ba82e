import { savedMessage } from '../../presentation/saved/saved-message.ts';
import type { Command } from '../doors.ts';
import type { SavedDeps } from './index.ts';
import { noSuchName, quotedName, runPress } from './names.ts';

/** Of two blocks each: a message holds 50. */
const PAGE = 20;

export function saved({ store, language }: SavedDeps): Command {
  return {
    name: 'saved',
    aliases: [],
    usage: 'saved',
    description: 'Lists your saved reports.',
    examples: ['saved'],
    async run(rest, { workspace, person }) {
      const all = await store.savedReports.list(workspace, person);
      if (all.length === 0) throw noSuchName('', []);
      const pages = Math.ceil(all.length / PAGE);
      const page = Math.min(Math.max(Number.parseInt(rest, 10) || 1, 1), pages);
      const lines = all.slice((page - 1) * PAGE, page * PAGE).map(({ name, question }) => ({
        name,
        words: language.say(question),
        run: runPress(name),
        forget: `forget ${quotedName(name)}`,
      }));
      return savedMessage(lines, all.length, page < pages ? { label: 'Show more', words: `saved ${page + 1}` } : null);
    },
  };
}
