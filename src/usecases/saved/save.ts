import { UserError } from '../../model/errors.ts';
import { doneMessage } from '../../presentation/saved/done-message.ts';
import { cut } from '../../reports/words/names.ts';
import type { Command } from '../doors.ts';
import type { SavedDeps } from './index.ts';
import { LONGEST_NAME, nameIn, runPress, splitAt } from './names.ts';
import { questionIn } from './question.ts';

/** More than these nobody finds again. */
const MOST = 50;

export function save(deps: SavedDeps): Command {
  const { store, language } = deps;
  return {
    name: 'save',
    aliases: [],
    usage: 'save <question> as <name>',
    description: 'Gives a question a name, so that one press asks it again.',
    examples: ['save tags last week as Weekly tags', 'save duration yesterday by hour'],
    async run(rest, asker) {
      const { workspace, person } = asker;
      const [words, given] = splitAt(rest, 'as') ?? [rest, null];
      const question = questionIn(words, 'save', asker, deps);
      const name = nameIn(given ?? cut(language.say(question), LONGEST_NAME));
      if (name === '') throw new UserError('That name has no letter.', 'Type one behind “as”: save tags last week as Weekly tags');
      const all = await store.savedReports.list(workspace, person);
      if (all.length >= MOST && (await store.savedReports.find(workspace, person, name)) === null) {
        throw new UserError(`You have ${MOST} saved reports, which is the most.`, 'Delete one that you do not need any more.', {
          suggestions: [{ label: 'All saved', words: 'saved' }],
        });
      }
      const isReplaced = await store.savedReports.save({ workspace, person, name, question });
      const sentence = `Saved ${language.say(question)} as “${name}”${isReplaced ? ', in place of what was saved under that name' : ''}.`;
      return doneMessage(
        sentence,
        [
          { ...runPress(name), label: 'Run' },
          { label: 'All saved', words: 'saved' },
        ],
        'Home has a button for it.',
      );
    },
  };
}
