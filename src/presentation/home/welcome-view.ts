import type { Suggestion } from '../../model/errors.ts';
import { buttons, context, header, mrkdwn, type Press, plain, section } from '../blocks.ts';
import type { HomeView } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';

export interface Welcome {
  /** A question that can be pressed, and typed. */
  readonly example: Suggestion;
  /** False for guests, and for others where only administrators set schedules up. */
  readonly maySchedule: boolean;
  /** The slash command: `/livechat`. */
  readonly command: string;
}

/** The first thing that people see of the bot: the three steps, each with something to press. */
export function welcomeView({ example, maySchedule, command }: Welcome): HomeView {
  const typed = (words: string) => `\`${mrkdwnText(`${command} ${words}`)}\``;
  const favourite: Press = { label: 'Make it a favourite', words: `favourite ${example.words}` };
  const schedule: Press = { label: 'Schedule a report', words: '', opens: 'schedule' };
  const third = maySchedule
    ? [section(mrkdwn('*3. Have it sent* – every Monday at 9:00, to a channel or to you.')), ...buttons([schedule])]
    : [section(mrkdwn('*3. Look around* – all that can be asked is in the help.')), ...buttons([{ label: 'Help', words: 'help' }])];
  return {
    type: 'home',
    blocks: [
      header('LiveChat Reports'),
      section(plain('Your chats in numbers, in three steps.')),
      section(mrkdwn(`*1. Ask in plain words*, here or in any channel – only you see the answer.\n${typed(example.words)}`)),
      ...buttons([example]),
      section(mrkdwn(`*2. Keep what you ask often* – as a button here, or under a name.\n${typed(`save ${example.words} as My report`)}`)),
      ...buttons([favourite]),
      ...third,
      context(['Open Home again to see how today goes.']),
    ],
  };
}
