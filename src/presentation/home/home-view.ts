import type { Suggestion } from '../../model/errors.ts';
import { type Instant, type Zone, zoned } from '../../model/time.ts';
import type { Source } from '../../reports/report.ts';
import { timeInWords } from '../../reports/words/dates.ts';
import { buttons, context, divider, fields, header, mrkdwn, plain, section } from '../blocks.ts';
import type { HomeView, KnownBlock } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { quietScheduleLine, type ScheduleLine } from '../schedules/schedule-line.ts';
import { lifeCycle, sourceName } from '../source-words.ts';

/** How things stand with LiveChat. */
export type ConnectionState =
  | { readonly state: 'unknown' }
  | { readonly state: 'connected'; readonly source: Source; readonly asOf: Instant }
  | (Problem & { readonly state: 'broken'; readonly checkedAt: Instant });

/** What is broken, and what to do about it. */
export interface Problem {
  readonly message: string;
  readonly hint: string;
}

/** The day so far against the usual. `early`: not one full hour of it is over; `unavailable`: LiveChat does not answer. */
export type TodayShown =
  | { readonly state: 'unknown' | 'early' | 'unavailable' }
  /** `until` is a time of day: `14:00`. */
  | { readonly state: 'known'; readonly until: string; readonly numbers: readonly TodayNumber[] };

export interface TodayNumber {
  readonly label: string;
  readonly value: string;
  /** How it stands to the usual, in words. */
  readonly comparison: string;
}

export interface Home {
  readonly today: TodayShown;
  readonly connection: ConnectionState;
  /** What is broken besides the connection. */
  readonly problems: readonly Problem[];
  /** In which times are shown. */
  readonly zone: Zone;
  readonly favourites: readonly Suggestion[];
  /** All of the person's; null: they cannot be read now. */
  readonly saved: readonly Suggestion[] | null;
  /** Their own, next one first; null: they cannot be read now. */
  readonly schedules: readonly ScheduleLine[] | null;
  /** False for guests, and for others where only administrators set schedules up. */
  readonly maySchedule: boolean;
  /** The slash command: `/livechat`. */
  readonly command: string;
}

const SAVED = 10;
const SCHEDULES = 10;

/** How the day goes, everything that one press runs, and whether all of it works. */
export function homeView(home: Home): HomeView {
  return {
    type: 'home',
    blocks: [
      header('LiveChat Reports'),
      ...problems(home),
      ...today(home),
      ...buttons(home.favourites),
      ...below([...savedReports(home), ...schedules(home)]),
      divider,
      ...buttons([
        { label: 'Refresh', words: 'home' },
        { label: 'Settings', words: '', opens: 'settings' },
        { label: 'Help', words: 'help' },
      ]),
      context(state(home)),
    ],
  };
}

const below = (blocks: readonly KnownBlock[]): readonly KnownBlock[] => (blocks.length === 0 ? [] : [divider, ...blocks]);

/** Stand above the buttons, which may not work until they are mended. */
function problems({ connection, problems: others }: Home): KnownBlock[] {
  const all = connection.state === 'broken' ? [connection, ...others] : others;
  return all.flatMap(({ message, hint }) => [section(plain(`⚠️ ${message}`)), context([mrkdwnText(hint)])]);
}

function today({ today: shown }: Home): KnownBlock[] {
  switch (shown.state) {
    case 'unknown':
      return [context(['Asking LiveChat how today goes …'])];
    case 'unavailable':
      return [];
    case 'early':
      return [section(mrkdwn('*Today* has just begun. Its numbers come with the first full hour, at 01:00.'))];
    case 'known':
      return [
        section(mrkdwn(`*Today until ${shown.until}*`)),
        ...(shown.numbers.length === 0 ? [] : [fields(shown.numbers.map(inTwoLines))]),
      ];
  }
}

const inTwoLines = ({ label, value, comparison }: TodayNumber): string => `${mrkdwnText(label)}\n*${value}* · ${mrkdwnText(comparison)}`;

function savedReports({ saved, command }: Home): KnownBlock[] {
  if (saved === null) return [];
  const how = `\`${command} save tags last week as Weekly tags\``;
  if (saved.length === 0) return [section(mrkdwn(`*Saved reports* – none yet. Give a question a name: ${how}`))];
  return [section(mrkdwn('*Saved reports*')), ...buttons(saved.slice(0, SAVED)), ...andMore(saved.length - SAVED, `${command} saved`)];
}

function andMore(count: number, typed: string): KnownBlock[] {
  return count > 0 ? [context([`and ${count} more: \`${typed}\``])] : [];
}

function schedules({ schedules: lines, maySchedule, command }: Home): KnownBlock[] {
  const add = maySchedule ? buttons([{ label: 'Schedule a report', words: '', opens: 'schedule' }]) : [];
  if (lines === null || lines.length + add.length === 0) return [];
  if (lines.length === 0) return [section(mrkdwn('*Schedules* – none yet. A report can come by itself, to a channel or to you.')), ...add];
  return [
    section(mrkdwn('*Schedules*')),
    ...lines.slice(0, SCHEDULES).map(quietScheduleLine),
    ...andMore(lines.length - SCHEDULES, `${command} schedules`),
    context([`To pause one, send it now or see its history: \`${command} schedules\``]),
    ...add,
  ];
}

function state({ connection, zone }: Home): string[] {
  const time = (at: Instant) => timeInWords(zoned(at, zone));
  switch (connection.state) {
    case 'unknown':
      return ['Checking the connection to LiveChat …'];
    case 'broken':
      return [`LiveChat does not answer as it should · checked at ${time(connection.checkedAt)} (${mrkdwnText(zone)})`];
    case 'connected': {
      const { source, asOf } = connection;
      return [`Connected to ${sourceName(source)} · as of ${time(asOf)} (${mrkdwnText(zone)})`, ...lifeCycle(source)];
    }
  }
}
