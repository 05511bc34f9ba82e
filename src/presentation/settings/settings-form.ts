import type { InputBlock, PlainTextOption } from '@slack/types';
import { monthName } from '../../language/date-range/vocabulary.ts';
import { WEEK_STARTS, type WeekStart } from '../../model/time.ts';
import { mrkdwn, section } from '../blocks.ts';
import { form, input, option, select, textInput } from '../form.ts';
import type { KnownBlock, ModalView } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { CHART_STYLE_NAMES, SCHEDULER_NAMES, WEEK_START_NAMES, type WorkspaceShown, workspaceLines } from './settings-words.ts';

/** The fields, by the ids of their blocks and inputs alike. */
export const FIELDS = {
  zone: 'zone',
  weekStart: 'week-start',
  dayFirst: 'day-first',
  favourites: 'favourites',
  workspaceZone: 'workspace-zone',
  workspaceWeekStart: 'workspace-week-start',
  yearStart: 'year-start',
  chartStyle: 'chart-style',
  schedulers: 'schedulers',
} as const;

/** Stands for a choice that is left to others. */
export const NOT_CHOSEN = 'default';
export const AS_SLACK_SAYS = 'slack';
export const DAY_FIRST = 'day';
const MONTH_FIRST = 'month';

export interface SettingsForm {
  /** Chosen by the person; null: left to Slack and the workspace. */
  readonly zone: string | null;
  readonly weekStart: WeekStart | null;
  readonly dayFirst: boolean | null;
  /** Questions in words that can be favourites, at most ten, each once. */
  readonly offered: readonly string[];
  readonly favourites: readonly string[];
  readonly workspace: WorkspaceShown;
  readonly isAdmin: boolean;
}

/** Longer than any name of a zone. */
const LONGEST_ZONE = 100;

export function settingsForm({ zone, weekStart, dayFirst, offered, favourites, workspace, isAdmin }: SettingsForm): ModalView {
  const zoneHint = `For example Europe/Warsaw; “${AS_SLACK_SAYS}” for the one in Slack.`;
  return form({
    name: 'settings',
    title: 'Settings',
    blocks: [
      textInput({ id: FIELDS.zone, label: 'Your time zone', hint: zoneHint }, zone ?? AS_SLACK_SAYS, LONGEST_ZONE),
      select(
        { id: FIELDS.weekStart, label: 'Your weeks start on' },
        [option(NOT_CHOSEN, 'As in the workspace'), ...weekStarts],
        weekStart ?? NOT_CHOSEN,
      ),
      select(
        { id: FIELDS.dayFirst, label: 'You write 3 April as' },
        [
          option(NOT_CHOSEN, 'As usual in your Slack’s language'),
          option(DAY_FIRST, '3/4, day first'),
          option(MONTH_FIRST, '4/3, month first'),
        ],
        dayFirst === null ? NOT_CHOSEN : dayFirst ? DAY_FIRST : MONTH_FIRST,
      ),
      ...(offered.length === 0 ? [] : [favouriteBoxes(offered, favourites)]),
      ...(isAdmin ? workspaceFields(workspace) : [workspaceText(workspace)]),
    ],
  });
}

const optionsOf = (names: Readonly<Record<string, string>>): PlainTextOption[] =>
  Object.entries(names).map(([value, name]) => option(value, `${name.charAt(0).toUpperCase()}${name.slice(1)}`));
const months = Array.from({ length: 12 }, (_, index) => option(String(index + 1), monthName(index + 1)));
const weekStarts = WEEK_STARTS.map((start) => option(start, WEEK_START_NAMES[start]));

function favouriteBoxes(offered: readonly string[], favourites: readonly string[]): InputBlock {
  const options = offered.map((words) => option(words));
  const initial = options.filter(({ value }) => value !== undefined && favourites.includes(value));
  return input(
    { id: FIELDS.favourites, label: 'Buttons in Home', hint: 'Up to five. None: the usual ones.', isOptional: true },
    { type: 'checkboxes', action_id: FIELDS.favourites, options, ...(initial.length > 0 && { initial_options: initial }) },
  );
}

function workspaceFields({ zone, weekStart, yearStart, chartStyle, schedulers }: WorkspaceShown): KnownBlock[] {
  const zoneHint = 'For people whose time zone Slack does not tell.';
  return [
    section(mrkdwn('*For the whole workspace*')),
    textInput({ id: FIELDS.workspaceZone, label: 'Time zone', hint: zoneHint }, zone, LONGEST_ZONE),
    select({ id: FIELDS.workspaceWeekStart, label: 'Weeks start on' }, weekStarts, weekStart),
    select(
      { id: FIELDS.yearStart, label: 'Fiscal year starts in', hint: 'Quarters go by it; months and years by the calendar.' },
      months,
      String(yearStart),
    ),
    select({ id: FIELDS.chartStyle, label: 'Charts' }, optionsOf(CHART_STYLE_NAMES), chartStyle),
    select({ id: FIELDS.schedulers, label: 'Schedules are set up by' }, optionsOf(SCHEDULER_NAMES), schedulers),
  ];
}

function workspaceText(workspace: WorkspaceShown): KnownBlock {
  const lines = [...workspaceLines(workspace).map(mrkdwnText), 'An administrator can change these.'];
  return section(mrkdwn(['*The workspace’s*', ...lines].join('\n')));
}
