import type { Question } from '../../language/question.ts';
import { UserError } from '../../model/errors.ts';
import { doneMessage } from '../../presentation/saved/done-message.ts';
import type { Command } from '../doors.ts';
import { MOST_FAVOURITES } from '../home/favourites.ts';
import type { Asker } from '../ports.ts';
import type { SavedDeps } from './index.ts';
import { questionIn } from './question.ts';

/** The questions that have a button in Home. */
export function favouriteCommands(deps: SavedDeps): readonly Command[] {
  return [favourite(deps), favourites(deps), unfavourite(deps)];
}

const chosenBy = async ({ store }: SavedDeps, { workspace, person }: Asker): Promise<readonly Question[]> =>
  (await store.preferences.ofPerson(workspace, person)).favourites ?? [];

const ALL = { label: 'All favourites', words: 'favourites' };

function favourite(deps: SavedDeps): Command {
  const { store, language } = deps;
  return {
    name: 'favourite',
    aliases: ['favorite'],
    usage: 'favourite <question>',
    description: 'Puts a question on a button in Home.',
    examples: ['favourite tags this week'],
    async run(rest, asker) {
      const question = questionIn(rest, 'favourite', asker, deps);
      const chosen = await chosenBy(deps, asker);
      const words = language.say(question);
      if (!chosen.some((other) => language.say(other) === words)) {
        if (chosen.length >= MOST_FAVOURITES) {
          throw new UserError(`You have ${MOST_FAVOURITES} favourites, which is the most.`, 'Take one away first.', { suggestions: [ALL] });
        }
        await store.preferences.changePerson(asker.workspace, asker.person, { favourites: [...chosen, question] });
      }
      return doneMessage(`${words} is one of your favourites now.`, [{ label: words, words }, ALL], 'Home has a button for it.');
    },
  };
}

function favourites(deps: SavedDeps): Command {
  const { language } = deps;
  return {
    name: 'favourites',
    aliases: ['favorites'],
    usage: 'favourites',
    description: 'Lists the questions that have a button in Home.',
    examples: ['favourites'],
    async run(_, asker) {
      const words = (await chosenBy(deps, asker)).map(language.say);
      if (words.length === 0) {
        throw new UserError('You have no favourites yet, so Home shows the usual ones.', 'Choose up to five: favourite tags this week', {
          suggestions: [{ label: 'Favourite tags this week', words: 'favourite tags this week' }],
        });
      }
      const presses = words.flatMap((each) => [
        { label: each, words: each },
        { label: `Take away ${each}`, words: `unfavourite ${each}` },
      ]);
      return doneMessage(`Your favourites: ${words.join(', ')}.`, presses);
    },
  };
}

function unfavourite(deps: SavedDeps): Command {
  const { store, language } = deps;
  return {
    name: 'unfavourite',
    aliases: ['unfavorite'],
    usage: 'unfavourite <question>',
    description: 'Takes a question’s button out of Home.',
    examples: ['unfavourite tags this week'],
    async run(rest, asker) {
      const question = questionIn(rest, 'unfavourite', asker, deps);
      const chosen = await chosenBy(deps, asker);
      const words = language.say(question);
      const left = chosen.filter((other) => language.say(other) !== words);
      if (left.length === chosen.length) {
        throw new UserError(`${words} is not one of your favourites.`, 'See which are.', { suggestions: [ALL] });
      }
      await store.preferences.changePerson(asker.workspace, asker.person, { favourites: left.length > 0 ? left : null });
      return doneMessage(`${words} is not a favourite any more.`, left.length > 0 ? [ALL] : []);
    },
  };
}
