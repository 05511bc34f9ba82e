import type { Question } from '../../language/question.ts';
import { UserError } from '../../model/errors.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import type { Command } from '../doors.ts';
import { MOST_FAVOURITES } from '../home/favourites.ts';
import type { Asker } from '../ports.ts';
import type { SavedDeps } from './index.ts';
import { questionIn } from './question.ts';

const ALL = { label: 'All favourites', words: 'favourites' };

/** The questions that have a button in Home. */
export function favouriteCommands(deps: SavedDeps): readonly Command[] {
  const { language } = deps;
  const { preferences } = deps.store;
  const chosenBy = async ({ workspace, person }: Asker): Promise<readonly Question[]> =>
    (await preferences.ofPerson(workspace, person)).favourites ?? [];
  const choose = ({ workspace, person }: Asker, favourites: readonly Question[]) =>
    preferences.changePerson(workspace, person, { favourites: favourites.length > 0 ? favourites : null });

  const favourite: Command = {
    name: 'favourite',
    aliases: ['favorite'],
    usage: 'favourite <question>',
    description: 'Puts a question on a button in Home.',
    examples: ['favourite tags this week'],
    async run(rest, asker) {
      const question = questionIn(rest, 'favourite', asker, deps);
      const chosen = await chosenBy(asker);
      const words = language.say(question);
      if (!chosen.some((other) => language.say(other) === words)) {
        if (chosen.length >= MOST_FAVOURITES) {
          throw new UserError(`You have ${MOST_FAVOURITES} favourites, which is the most.`, 'Take one away first.', { suggestions: [ALL] });
        }
        await choose(asker, [...chosen, question]);
      }
      const presses = [{ label: words, words }, ALL];
      return shortMessage(`${words} is one of your favourites now.`, { hints: ['Home has a button for it.'], presses });
    },
  };

  const favourites: Command = {
    name: 'favourites',
    aliases: ['favorites'],
    usage: 'favourites',
    description: 'Lists the questions that have a button in Home.',
    examples: ['favourites'],
    async run(_, asker) {
      const words = (await chosenBy(asker)).map(language.say);
      if (words.length === 0) {
        const hint = `Choose up to ${MOST_FAVOURITES}: favourite tags this week`;
        throw new UserError('You have no favourites yet, so Home shows the usual ones.', hint, {
          suggestions: [{ label: 'Favourite tags this week', words: 'favourite tags this week' }],
        });
      }
      const presses = words.flatMap((each) => [
        { label: each, words: each },
        { label: `Take away ${each}`, words: `unfavourite ${each}` },
      ]);
      return shortMessage(`Your favourites: ${words.join(', ')}.`, { presses });
    },
  };

  const unfavourite: Command = {
    name: 'unfavourite',
    aliases: ['unfavorite'],
    usage: 'unfavourite <question>',
    description: 'Takes a question’s button out of Home.',
    examples: ['unfavourite tags this week'],
    async run(rest, asker) {
      const words = language.say(questionIn(rest, 'unfavourite', asker, deps));
      const chosen = await chosenBy(asker);
      const left = chosen.filter((other) => language.say(other) !== words);
      if (left.length === chosen.length) {
        throw new UserError(`${words} is not one of your favourites.`, 'See which are.', { suggestions: [ALL] });
      }
      await choose(asker, left);
      return shortMessage(`${words} is not a favourite any more.`, { presses: left.length > 0 ? [ALL] : [] });
    },
  };

  return [favourite, favourites, unfavourite];
}
