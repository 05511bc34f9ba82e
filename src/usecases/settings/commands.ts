import { isDayFirst } from '../../language/date-range/chrono/index.ts';
import { tidy } from '../../language/tidy.ts';
import { UserError } from '../../model/errors.ts';
import { WEEK_STARTS } from '../../model/time.ts';
import { settingsMessage } from '../../presentation/settings/settings-message.ts';
import { WEEK_START_NAMES, type WorkspaceShown } from '../../presentation/settings/settings-words.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import type { Command } from '../doors.ts';
import type { WorkspacePreferences } from '../ports.ts';
import { askInstead } from './ask-instead.ts';
import { dates } from './dates.ts';
import { SETTINGS, type SettingsDeps } from './deps.ts';
import { fiscal } from './fiscal.ts';
import { readZone } from './read-zone.ts';

export function createSettingsCommands(deps: SettingsDeps): readonly Command[] {
  const others = [zone(deps), week(deps), dates(deps), fiscal(deps)];
  return [settings(deps, others), ...others];
}

/** What counts in a workspace, whoever chose it. */
export function workspaceShown(
  { zone: chosen, weekStart, yearStart, chartStyle, schedulers }: WorkspacePreferences,
  defaults: SettingsDeps['defaults'],
): WorkspaceShown {
  return { zone: chosen ?? defaults.zone, weekStart: weekStart ?? defaults.weekStart, yearStart, chartStyle, schedulers };
}

/** `settings` shows them; `settings zone Europe/Lisbon` is what `zone Europe/Lisbon` is. */
function settings({ store, language, defaults }: SettingsDeps, others: readonly Command[]): Command {
  return {
    name: 'settings',
    aliases: ['preferences'],
    usage: 'settings',
    description: 'Shows your settings and the workspace’s, and changes them.',
    examples: ['settings'],
    async run(rest, asker, signal) {
      const [, verb = '', words = ''] = /^(\S*) ?(.*)$/s.exec(rest.trim()) ?? [];
      const other = others.find(({ name, aliases }) => [name, ...aliases].includes(verb.toLowerCase()));
      if (other) return other.run(words, asker, signal);
      const { workspace, person, zone, weekStart } = asker;
      const [own, shared] = await Promise.all([store.preferences.ofPerson(workspace, person), store.preferences.ofWorkspace(workspace)]);
      return settingsMessage({
        zone,
        isOwnZone: own.zone !== null,
        weekStart,
        isOwnWeekStart: own.weekStart !== null,
        dayFirst: isDayFirst(asker),
        isOwnDayFirst: own.dayFirst !== null,
        favourites: (own.favourites ?? []).map(language.say),
        workspace: workspaceShown(shared, defaults),
      });
    },
  };
}

function zone({ store }: SettingsDeps): Command {
  return {
    name: 'zone',
    aliases: ['timezone'],
    usage: 'zone <name>',
    description: 'Sets your time zone; “zone slack” follows Slack again.',
    examples: ['zone Europe/Warsaw', 'zone slack'],
    async run(rest, { workspace, person, zone: current }) {
      const { text } = tidy(rest);
      const presses = [SETTINGS];
      if (text === '')
        return shortMessage(`Your time zone is ${current}.`, { hints: ['To have another one: zone Europe/Lisbon'], presses });
      const chosen = text.toLowerCase() === 'slack' ? null : readZone(text);
      await store.preferences.changePerson(workspace, person, { zone: chosen });
      return shortMessage(`Your time zone is ${chosen === null ? 'the one in Slack again' : `${chosen} now`}.`, { presses });
    },
  };
}

const STARTS = /^starts?(?: on)?(?: (?<day>.+?)s?)?$/i;

function week(deps: SettingsDeps): Command {
  const suggestions = WEEK_STARTS.map((start) => ({ label: WEEK_START_NAMES[start], words: `week starts ${start}` }));
  return {
    name: 'week',
    aliases: [],
    usage: 'week starts <day>',
    description: 'Sets the day on which your weeks start.',
    examples: ['week starts sunday', 'week starts monday'],
    async run(rest, asker, signal) {
      const { text } = tidy(rest);
      const said = STARTS.exec(text);
      if (!said) {
        const answer = await askInstead(deps, `week ${rest}`.trim(), { asker, signal });
        if (answer) return answer;
        const hint = 'To set the day that weeks start on, press one.';
        throw new UserError(`I don't know what “week ${text}” means.`, hint, { suggestions });
      }
      const start = WEEK_STARTS.find((each) => each === said.groups?.day?.toLowerCase());
      if (!start) throw new UserError('Weeks start on Monday, Sunday or Saturday.', 'Press one.', { suggestions });
      await deps.store.preferences.changePerson(asker.workspace, asker.person, { weekStart: start });
      const presses = [{ label: 'This week', words: 'this week' }, SETTINGS];
      return shortMessage(`Your weeks start on ${WEEK_START_NAMES[start]} now.`, { presses });
    },
  };
}
