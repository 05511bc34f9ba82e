import { isDayFirst } from '../../language/date-range/chrono/index.ts';
import { tidy } from '../../language/tidy.ts';
import { UserError } from '../../model/errors.ts';
import { dayFirstInWords } from '../../presentation/settings/settings-words.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import type { Command } from '../doors.ts';
import { askInstead } from './ask-instead.ts';
import { SETTINGS, type SettingsDeps } from './deps.ts';

const ORDER = /^(?:are )?(?:(?<first>day|month)(?:s)?[- ]first|(?<slack>as in )?slack)$/i;

const SUGGESTIONS = [
  { label: 'Day first', words: 'dates day first' },
  { label: 'Month first', words: 'dates month first' },
];

/** Which of the two numbers of 3/4 is the month. */
export function dates(deps: SettingsDeps): Command {
  return {
    name: 'dates',
    aliases: [],
    usage: 'dates <day|month> first',
    description: 'Says which number of 3/4 is the day; “dates slack” goes by your language in Slack again.',
    examples: ['dates day first', 'dates month first', 'dates slack'],
    async run(rest, asker, signal) {
      const { text } = tidy(rest);
      const presses = [SETTINGS];
      if (text === '')
        return shortMessage(`You write dates ${dayFirstInWords(isDayFirst(asker))}.`, { presses: [...SUGGESTIONS, SETTINGS] });
      const said = ORDER.exec(text);
      if (!said) {
        const answer = await askInstead(deps, `dates ${text}`, { asker, signal });
        if (answer) return answer;
        throw new UserError(`I don't know what “dates ${text}” means.`, 'To say which number is the day, press one.', {
          suggestions: SUGGESTIONS,
        });
      }
      const first = said.groups?.first?.toLowerCase();
      const dayFirst = first === undefined ? null : first === 'day';
      await deps.store.preferences.changePerson(asker.workspace, asker.person, { dayFirst });
      const says = dayFirst === null ? 'as your language in Slack does again' : `${dayFirstInWords(dayFirst)} now`;
      return shortMessage(`I read your dates ${says}.`, { presses });
    },
  };
}
