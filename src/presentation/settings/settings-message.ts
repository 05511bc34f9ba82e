import type { WeekStart } from '../../model/time.ts';
import { buttons, message, mrkdwn, section } from '../blocks.ts';
import type { Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { dayFirstInWords, WEEK_START_NAMES, type WorkspaceShown, workspaceLines } from './settings-words.ts';

export interface SettingsShown {
  /** As it counts for this person. */
  readonly zone: string;
  /** They chose it themselves; otherwise it is Slack's, or the workspace's. */
  readonly isOwnZone: boolean;
  readonly weekStart: WeekStart;
  readonly isOwnWeekStart: boolean;
  readonly dayFirst: boolean;
  readonly isOwnDayFirst: boolean;
  /** In words; empty: the usual ones. */
  readonly favourites: readonly string[];
  readonly workspace: WorkspaceShown;
}

/** What a person and their workspace chose. */
export function settingsMessage(shown: SettingsShown): Message {
  const { zone, isOwnZone, weekStart, isOwnWeekStart, dayFirst, isOwnDayFirst, favourites, workspace } = shown;
  const own = [
    `Time zone: ${zone}${isOwnZone ? '' : ' (not chosen by you)'}`,
    `Weeks start on ${WEEK_START_NAMES[weekStart]}${isOwnWeekStart ? '' : ' (not chosen by you)'}`,
    `Dates ${dayFirstInWords(dayFirst)}${isOwnDayFirst ? '' : ' (not chosen by you)'}`,
    `Favourites: ${favourites.length === 0 ? 'the usual ones' : favourites.join(', ')}`,
  ];
  const lines = (title: string, texts: readonly string[]) => section(mrkdwn([`*${title}*`, ...texts.map(mrkdwnText)].join('\n')));
  return message(`Your settings: times in ${zone}, weeks start on ${WEEK_START_NAMES[weekStart]}.`, [
    lines('Yours', own),
    lines('The workspace’s', workspaceLines(workspace)),
    ...buttons([{ label: 'Change…', words: '', opens: 'settings' }]),
  ]);
}
