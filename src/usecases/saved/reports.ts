import { UserError } from '../../model/errors.ts';
import { savedMessage } from '../../presentation/saved/saved-message.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import { cut } from '../../reports/words/names.ts';
import type { Command } from '../doors.ts';
import type { Asker } from '../ports.ts';
import type { SavedDeps } from './index.ts';
import { ALL_SAVED, LONGEST_NAME, nameIn, noSuchName, quotedName, runPress, splitAt } from './names.ts';
import { questionIn } from './question.ts';

/** More than these nobody finds again. */
const MOST = 50;

/** Of two blocks each: a message holds 50. */
const PAGE = 20;

/** Questions under a name. */
export function savedReportCommands(deps: SavedDeps): readonly Command[] {
  return [save(deps), saved(deps), run(deps), rename(deps), forget(deps)];
}

const namesOf = async ({ store }: SavedDeps, { workspace, person }: Asker): Promise<readonly string[]> =>
  (await store.savedReports.list(workspace, person)).map(({ name }) => name);

function save(deps: SavedDeps): Command {
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
      const names = await namesOf(deps, asker);
      if (names.length >= MOST && (await store.savedReports.find(workspace, person, name)) === null) {
        throw new UserError(`You have ${MOST} saved reports, which is the most.`, 'Delete one that you do not need any more.', {
          suggestions: [ALL_SAVED],
        });
      }
      const isReplaced = await store.savedReports.save({ workspace, person, name, question });
      return shortMessage(
        `Saved ${language.say(question)} as “${name}”${isReplaced ? ', in place of what was saved under that name' : ''}.`,
        { hints: ['Home has a button for it.'], presses: [{ ...runPress(name), label: 'Run' }, ALL_SAVED] },
      );
    },
  };
}

function saved({ store, language }: SavedDeps): Command {
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
        run: runPress(name).words,
        forget: `forget ${quotedName(name)}`,
      }));
      return savedMessage(lines, all.length, page < pages ? { label: 'Show more', words: `saved ${page + 1}` } : null);
    },
  };
}

function run(deps: SavedDeps): Command {
  return {
    name: 'run',
    aliases: [],
    usage: 'run <name>',
    description: 'Asks a saved report.',
    examples: ['run Weekly tags'],
    async run(rest, asker, signal) {
      const name = nameIn(rest);
      const found = await deps.store.savedReports.find(asker.workspace, asker.person, name);
      if (!found) throw noSuchName(name, await namesOf(deps, asker));
      return deps.answerQuestion(found.question, asker, signal);
    },
  };
}

function rename(deps: SavedDeps): Command {
  return {
    name: 'rename',
    aliases: [],
    usage: 'rename <old name> to <new name>',
    description: 'Gives a saved report another name.',
    examples: ['rename Weekly tags to Tags of the week'],
    async run(rest, asker) {
      const { workspace, person } = asker;
      const [from = '', to = ''] = splitAt(rest, 'to')?.map(nameIn) ?? [];
      if (from === '' || to === '') {
        throw new UserError('I need the old name and the new one.', 'For example: rename Weekly tags to "From A to Z"');
      }
      switch (await deps.store.savedReports.rename({ workspace, person, name: from }, to)) {
        case 'done':
          return shortMessage(`“${from}” is called “${to}” now.`, { presses: [{ ...runPress(to), label: 'Run' }, ALL_SAVED] });
        case 'taken':
          throw new UserError(`Another saved report is called “${to}” already.`, 'Choose another name, or delete that one first.', {
            suggestions: [ALL_SAVED],
          });
        case 'unknown': {
          const press = (name: string) => ({ label: `Rename ${name}`, words: `rename ${quotedName(name)} to ${quotedName(to)}` });
          throw noSuchName(from, await namesOf(deps, asker), press);
        }
      }
    },
  };
}

function forget(deps: SavedDeps): Command {
  return {
    name: 'forget',
    aliases: ['unsave'],
    usage: 'forget <name>',
    description: 'Deletes a saved report.',
    examples: ['forget Weekly tags'],
    async run(rest, asker) {
      const name = nameIn(rest);
      const isDeleted = await deps.store.savedReports.delete(asker.workspace, asker.person, name);
      // The nearest are only offered to run: a button that deletes something else than what was typed would be pressed too soon.
      if (!isDeleted) throw noSuchName(name, await namesOf(deps, asker));
      return shortMessage(`“${name}” is deleted.`, { presses: [ALL_SAVED] });
    },
  };
}
