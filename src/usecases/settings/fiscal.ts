import { MONTHS, monthName } from '../../language/date-range/vocabulary.ts';
import { tidy } from '../../language/tidy.ts';
import { UserError } from '../../model/errors.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import type { Command } from '../doors.ts';
import { askInstead } from './ask-instead.ts';
import { SETTINGS, type SettingsDeps } from './deps.ts';

const STARTS = /^(?:year )?(?:starts?|begins?)(?: (?:in|on))?(?: (?:the )?(?:1st |first )?(?:of )?(?<month>\p{L}+)\.?(?: 1(?:st)?)?)?$/iu;

/** Months in which fiscal years mostly begin. */
const SUGGESTIONS = ['January', 'April', 'July', 'October'].map((month) => ({
  label: month,
  words: `fiscal year starts ${month.toLowerCase()}`,
}));

/** The year that quarters go by in the whole workspace. */
export function fiscal(deps: SettingsDeps): Command {
  return {
    name: 'fiscal',
    aliases: [],
    usage: 'fiscal year starts <month>',
    description: 'For administrators: sets the month in which the workspace’s fiscal year, and its Q1, begins.',
    examples: ['fiscal year starts april', 'fiscal year starts january'],
    async run(rest, asker, signal) {
      const { text } = tidy(rest);
      const said = STARTS.exec(text);
      if (!said) {
        const answer = await askInstead(deps, `fiscal ${text}`.trim(), { asker, signal });
        if (answer) return answer;
        const hint = 'To set the month in which the fiscal year starts, press one.';
        throw new UserError(`I don't know what “fiscal ${text}” means.`, hint, { suggestions: SUGGESTIONS });
      }
      const yearStart = MONTHS.get(said.groups?.month?.toLowerCase() ?? '');
      if (!yearStart) throw new UserError('A fiscal year starts in a month.', 'Press one, or name another.', { suggestions: SUGGESTIONS });
      if (!asker.isAdmin)
        throw new UserError('Only administrators can change the fiscal year.', 'Ask one of them to.', { suggestions: [SETTINGS] });
      await deps.store.preferences.changeWorkspace(asker.workspace, { yearStart });
      const presses = [{ label: 'Last quarter', words: 'last quarter' }, SETTINGS];
      return shortMessage(`The fiscal year starts in ${monthName(yearStart)} now, and Q1 with it, for everybody here.`, {
        hints: ['It counts for schedules too, from their next post on.'],
        presses,
      });
    },
  };
}
