import { settingsMessage } from '../../presentation/settings/settings-message.ts';
import type { Command } from '../doors.ts';
import { type SettingsDeps, workspaceShown } from './index.ts';

export function settings({ store, language, defaults }: SettingsDeps): Command {
  return {
    name: 'settings',
    aliases: ['preferences'],
    usage: 'settings',
    description: 'Shows your settings and the workspace’s, and changes them.',
    examples: ['settings'],
    async run(_, { workspace, person, zone, weekStart }) {
      const [own, shared] = await Promise.all([store.preferences.ofPerson(workspace, person), store.preferences.ofWorkspace(workspace)]);
      return settingsMessage({
        zone,
        isOwnZone: own.zone !== null,
        weekStart,
        isOwnWeekStart: own.weekStart !== null,
        favourites: (own.favourites ?? []).map(language.say),
        workspace: workspaceShown(shared, defaults),
      });
    },
  };
}
