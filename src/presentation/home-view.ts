import type { Suggestion } from '../model/errors.ts';
import { type Instant, type Zone, zoned } from '../model/time.ts';
import type { Source } from '../reports/report.ts';
import { timeInWords } from '../reports/words/dates.ts';
import { buttons, context, divider, header, mrkdwn, plain, section } from './blocks.ts';
import type { HomeView, KnownBlock } from './message.ts';
import { mrkdwnText } from './safe-text.ts';
import { lifeCycle, sourceName } from './source-words.ts';

/** How things stand with LiveChat. */
export type ConnectionState =
  | { readonly state: 'unknown' }
  | { readonly state: 'connected'; readonly source: Source; readonly checkedAt: Instant }
  | { readonly state: 'broken'; readonly message: string; readonly hint: string; readonly checkedAt: Instant };

export interface Home {
  readonly connection: ConnectionState;
  /** In which the time of the last check is shown. */
  readonly zone: Zone;
  /** Reports that one press runs. */
  readonly favourites: readonly Suggestion[];
  /** The slash command: `/livechat`. */
  readonly command: string;
  /** What to type after it, each runnable as it is. */
  readonly examples: readonly string[];
}

/** More buttons than these are a menu. */
const FAVOURITES = 3;

/** The first thing that most people see of the bot: what it does, something to press, how to ask, and whether it works. */
export function homeView({ connection, zone, favourites, command, examples }: Home): HomeView {
  const typed = examples.map((words) => `\`${mrkdwnText(`${command} ${words}`)}\``);
  return {
    type: 'home',
    blocks: [
      header('LiveChat Reports'),
      section(plain('Ask about your chats in plain words. The answer is one sentence, a chart and the numbers.')),
      ...problem(connection),
      ...buttons([...favourites.slice(0, FAVOURITES), { label: 'Help', words: 'help' }]),
      divider,
      section(mrkdwn(`*Ask in any channel* – only you see the answer.\n${typed.join('\n')}`)),
      context(state(connection, zone)),
    ],
  };
}

/** Stands above the buttons, which will not work until it is mended. */
function problem(connection: ConnectionState): KnownBlock[] {
  if (connection.state !== 'broken') return [];
  return [section(plain(`⚠️ ${connection.message}`)), context([mrkdwnText(connection.hint)])];
}

function state(connection: ConnectionState, zone: Zone): string[] {
  if (connection.state === 'unknown') return ['Checking the connection to LiveChat …'];
  const checked = `checked at ${timeInWords(zoned(connection.checkedAt, zone))}`;
  if (connection.state === 'broken') return [`Not connected to LiveChat · ${checked}`];
  return [`Connected to ${sourceName(connection.source)} · ${checked}`, ...lifeCycle(connection.source)];
}
