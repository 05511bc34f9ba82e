import { tidy } from '../../language/tidy.ts';
import { doneMessage } from '../../presentation/saved/done-message.ts';
import type { Command } from '../doors.ts';
import type { SettingsDeps } from './index.ts';
import { readZone } from './read-zone.ts';

const SETTINGS = { label: 'Settings', words: 'settings' };

export function zone({ store }: SettingsDeps): Command {
  return {
    name: 'zone',
    aliases: ['timezone'],
    usage: 'zone <name>',
    description: 'Sets your time zone; “zone slack” follows Slack again.',
    examples: ['zone Europe/Warsaw', 'zone slack'],
    async run(rest, asker) {
      const { text } = tidy(rest);
      if (text === '') return doneMessage(`Your time zone is ${asker.zone}.`, [SETTINGS], 'Another one: zone Europe/Warsaw');
      const chosen = text.toLowerCase() === 'slack' ? null : readZone(text);
      await store.preferences.changePerson(asker.workspace, asker.person, { zone: chosen });
      return doneMessage(chosen === null ? 'Your time zone is the one in Slack again.' : `Your time zone is ${chosen} now.`, [SETTINGS]);
    },
  };
}
