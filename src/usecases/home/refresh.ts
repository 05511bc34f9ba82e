import { shortMessage } from '../../presentation/short-message.ts';
import type { Command } from '../doors.ts';

const LINE = 'Home is up to date. LiveChat is asked once a minute at most.';

/** What the button in Home says: Home shows itself anew after every press, so that there is no more to do. */
export const refreshCommand: Command = {
  name: 'home',
  aliases: ['refresh'],
  usage: 'home',
  description: 'Refreshes the Home tab.',
  examples: [],
  run: async () => shortMessage(LINE, { presses: [{ label: 'Help', words: 'help' }] }),
};
