import { tidy } from '../../language/tidy.ts';
import { UserError } from '../../model/errors.ts';
import { WEEK_STARTS } from '../../model/time.ts';
import { doneMessage } from '../../presentation/saved/done-message.ts';
import { WEEK_START_NAMES } from '../../presentation/settings/settings-words.ts';
import type { Command } from '../doors.ts';
import type { SettingsDeps } from './index.ts';

const STARTS = /^starts?(?: on)?(?: (?<day>.+?)s?)?$/i;

export function week({ store, language, clock, answerQuestion }: SettingsDeps): Command {
  const suggestions = WEEK_STARTS.map((start) => ({ label: WEEK_START_NAMES[start], words: `week starts ${start}` }));
  return {
    name: 'week',
    aliases: [],
    usage: 'week starts <day>',
    description: 'Sets the day on which your weeks start.',
    examples: ['week starts sunday', 'week starts monday'],
    async run(rest, asker, signal) {
      const asked = STARTS.exec(tidy(rest).text);
      if (!asked) {
        // A date may begin like this verb: `week 45`.
        const meant = language.understand(`week ${rest}`.trim(), { ...asker, now: clock() });
        if (meant.kind === 'question') return answerQuestion.asked(meant, asker, signal);
        throw new UserError(`I don't know what “week ${tidy(rest).text}” means.`, 'To set the day that weeks start on, press one.', {
          suggestions,
        });
      }
      const day = asked.groups?.day?.toLowerCase() ?? '';
      const start = WEEK_STARTS.find((each) => each === day);
      if (!start) throw new UserError('Weeks start on Monday, Sunday or Saturday.', 'Press one.', { suggestions });
      await store.preferences.changePerson(asker.workspace, asker.person, { weekStart: start });
      return doneMessage(`Your weeks start on ${WEEK_START_NAMES[start]} now.`, [
        { label: 'This week', words: 'this week' },
        { label: 'Settings', words: 'settings' },
      ]);
    },
  };
}
