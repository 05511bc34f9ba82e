import type { InputBlock, PlainTextOption } from '@slack/types';
import { WEEK_STARTS, type WeekStart } from '../../model/time.ts';
import { LIMITS, mrkdwn, plain, section } from '../blocks.ts';
import type { KnownBlock, ModalView } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { CHART_STYLE_NAMES, SCHEDULER_NAMES, WEEK_START_NAMES, type WorkspaceShown, workspaceLines } from './settings-words.ts';

/** The fields, by the ids of their blocks and inputs alike. */
export const FIELDS = {
  zone: 'zone',
  weekStart: 'week-start',
  favourites: 'favourites',
  workspaceZone: 'workspace-zone',
  workspaceWeekStart: 'workspace-week-start',
  chartStyle: 'chart-style',
  schedulers: 'schedulers',
} as const;

/** Stands for a choice that is left to others. */
export const NOT_CHOSEN = 'default';

export interface SettingsForm {
  /** Chosen by the person; null: left to Slack and the workspace. */
  readonly zone: string | null;
  readonly weekStart: WeekStart | null;
  /** Questions in words that can be favourites, at most ten, each once. */
  readonly offered: readonly string[];
  readonly favourites: readonly string[];
  readonly workspace: WorkspaceShown;
  readonly isAdmin: boolean;
}

export function settingsForm(form: SettingsForm): ModalView {
  return {
    type: 'modal',
    callback_id: 'form:settings',
    title: plain('Settings', LIMITS.modalTitle),
    submit: plain('Save', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      text(
        FIELDS.zone,
        { label: 'Your time zone', hint: 'For example Europe/Warsaw. Left empty: as in Slack.', isOptional: true },
        form.zone,
      ),
      choice(
        FIELDS.weekStart,
        'Your weeks start on',
        [option(NOT_CHOSEN, 'As in the workspace'), ...weekStarts],
        form.weekStart ?? NOT_CHOSEN,
      ),
      ...favourites(form),
      ...(form.isAdmin ? workspaceFields(form.workspace) : [workspaceText(form.workspace)]),
    ],
  };
}

interface Field {
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

function input(id: string, { label, hint, isOptional = false }: Field, element: InputBlock['element']): InputBlock {
  const hinted = hint === undefined ? {} : { hint: plain(hint) };
  return { type: 'input', block_id: id, label: plain(label), ...hinted, optional: isOptional, element };
}

function text(id: string, field: Field, value: string | null): InputBlock {
  return input(id, field, {
    type: 'plain_text_input',
    action_id: id,
    max_length: 100,
    ...(value === null ? {} : { initial_value: value }),
  });
}

const option = (value: string, shown = value): PlainTextOption => ({ text: plain(shown, LIMITS.buttonText), value });
const optionsOf = (names: Readonly<Record<string, string>>): PlainTextOption[] =>
  Object.entries(names).map(([value, name]) => option(value, `${name.charAt(0).toUpperCase()}${name.slice(1)}`));
const weekStarts = WEEK_STARTS.map((start) => option(start, WEEK_START_NAMES[start]));

function choice(id: string, label: string, options: PlainTextOption[], chosen: string): InputBlock {
  const initial = options.find(({ value }) => value === chosen);
  return input(id, { label }, { type: 'static_select', action_id: id, options, ...(initial ? { initial_option: initial } : {}) });
}

function favourites({ offered, favourites: chosen }: SettingsForm): InputBlock[] {
  if (offered.length === 0) return [];
  const options = offered.map((words) => option(words));
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value));
  const element = { type: 'checkboxes', action_id: FIELDS.favourites, options } as const;
  return [
    input(
      FIELDS.favourites,
      { label: 'Buttons in Home', hint: 'Up to five. None: the usual ones.', isOptional: true },
      initial.length === 0 ? element : { ...element, initial_options: initial },
    ),
  ];
}

function workspaceFields({ zone, weekStart, chartStyle, schedulers }: WorkspaceShown): KnownBlock[] {
  return [
    section(mrkdwn('*For the whole workspace*')),
    text(FIELDS.workspaceZone, { label: 'Time zone', hint: 'For whom Slack does not say another one.' }, zone),
    choice(FIELDS.workspaceWeekStart, 'Weeks start on', weekStarts, weekStart),
    choice(FIELDS.chartStyle, 'Charts', optionsOf(CHART_STYLE_NAMES), chartStyle),
    choice(FIELDS.schedulers, 'Schedules are set up by', optionsOf(SCHEDULER_NAMES), schedulers),
  ];
}

function workspaceText(workspace: WorkspaceShown): KnownBlock {
  const lines = [...workspaceLines(workspace).map(mrkdwnText), 'An administrator can change these.'];
  return section(mrkdwn(['*The workspace’s*', ...lines].join('\n')));
}
