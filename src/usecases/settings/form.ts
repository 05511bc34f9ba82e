import type { Question } from '../../language/question.ts';
import { UserError } from '../../model/errors.ts';
import { WEEK_STARTS, type Zone } from '../../model/time.ts';
import { AS_SLACK_SAYS, DAY_FIRST, FIELDS, NOT_CHOSEN, settingsForm } from '../../presentation/settings/settings-form.ts';
import { WEEK_START_NAMES } from '../../presentation/settings/settings-words.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import type { Report } from '../../reports/report.ts';
import { listed } from '../../reports/words/names.ts';
import type { Form, FormValues } from '../doors.ts';
import { MOST_FAVOURITES } from '../home/favourites.ts';
import type { Asker, PersonPreferences, WorkspacePreferences } from '../ports.ts';
import { CHART_STYLES, SCHEDULERS } from '../store.ts';
import { workspaceShown } from './commands.ts';
import { SETTINGS, type SettingsDeps } from './deps.ts';
import { readZone } from './read-zone.ts';

export interface SettingsFormDeps extends Omit<SettingsDeps, 'answerQuestion'> {
  readonly reports: readonly Report[];
}

/** Slack's limits for boxes to tick: how many, and how long what they stand for. */
const MOST_OFFERED = 10;
const LONGEST_OFFERED = 150;

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));

const isOffered = (words: string): boolean => words.length <= LONGEST_OFFERED;

export function createSettingsForm(deps: SettingsFormDeps): Form {
  const { store, language, reports, defaults } = deps;
  return {
    name: 'settings',
    async open(_, { workspace, person, isAdmin }) {
      const [own, shared, saved] = await Promise.all([
        store.preferences.ofPerson(workspace, person),
        store.preferences.ofWorkspace(workspace),
        store.savedReports.list(workspace, person),
      ]);
      const favourites = (own.favourites ?? []).map(language.say);
      const others = [...reports.flatMap(({ examples }) => examples), ...saved.map(({ question }) => language.say(question))];
      const offered = [...new Set([...favourites, ...others])].filter(isOffered).slice(0, MOST_OFFERED);
      return settingsForm({ ...own, offered, favourites, workspace: workspaceShown(shared, defaults), isAdmin });
    },
    async submit(values, _, asker) {
      const { workspace, person, isAdmin } = asker;
      const known = await store.preferences.ofPerson(workspace, person);
      const errors = new Map<string, string>();
      const own = ownChoices(values, { errors, known, asker, deps });
      const shared = isAdmin ? workspaceChoices(values, errors, defaults) : {};
      if (errors.size > 0) return { errors: Object.fromEntries(errors) };
      await store.preferences.changePerson(workspace, person, own);
      if (isAdmin) await store.preferences.changeWorkspace(workspace, shared);
      return { message: shortMessage(told({ ...known, ...own }, isAdmin), { presses: [SETTINGS] }) };
    },
  };
}

function told({ zone, weekStart }: Partial<PersonPreferences>, isAdmin: boolean): string {
  const own = `times are in ${zone ?? 'the zone that Slack says'}, weeks start ${weekStart ? `on ${WEEK_START_NAMES[weekStart]}` : 'as in the workspace'}`;
  return `Saved: ${own}${isAdmin ? '. The workspace’s settings are saved too' : ''}.`;
}

interface Reading {
  /** By the id of the field. */
  readonly errors: Map<string, string>;
  readonly known: PersonPreferences;
  readonly asker: Asker;
  readonly deps: SettingsFormDeps;
}

/** A field that says nothing was not touched: Slack lets nobody empty these, and not every client sends what it only shows. */
function ownChoices(values: FormValues, reading: Reading): Partial<PersonPreferences> {
  const zone = zoneIn(values, FIELDS.zone, reading.errors);
  const weekStart = values.get(FIELDS.weekStart);
  const order = values.get(FIELDS.dayFirst);
  const favourites = favouritesIn(values, reading);
  return {
    ...(zone !== undefined && { zone }),
    ...(weekStart && { weekStart: oneOf(WEEK_STARTS, weekStart) ?? null }),
    ...(order && { dayFirst: order === NOT_CHOSEN ? null : order === DAY_FIRST }),
    ...(favourites !== undefined && { favourites }),
  };
}

/** What is as the process has it is not chosen: it follows when that changes. */
function workspaceChoices(
  values: FormValues,
  errors: Reading['errors'],
  defaults: SettingsFormDeps['defaults'],
): Partial<WorkspacePreferences> {
  const zone = zoneIn(values, FIELDS.workspaceZone, errors);
  const weekStart = oneOf(WEEK_STARTS, values.get(FIELDS.workspaceWeekStart));
  const yearStart = oneOf(MONTHS, values.get(FIELDS.yearStart));
  const chartStyle = oneOf(CHART_STYLES, values.get(FIELDS.chartStyle));
  const schedulers = oneOf(SCHEDULERS, values.get(FIELDS.schedulers));
  return {
    ...(zone !== undefined && { zone: zone === defaults.zone ? null : zone }),
    ...(weekStart && { weekStart: weekStart === defaults.weekStart ? null : weekStart }),
    ...(yearStart && { yearStart: Number(yearStart) }),
    ...(chartStyle && { chartStyle }),
    ...(schedulers && { schedulers }),
  };
}

function oneOf<T extends string>(choices: readonly T[], value: ReturnType<FormValues['get']>): T | undefined {
  return choices.find((choice) => choice === value);
}

function zoneIn(values: FormValues, field: string, errors: Reading['errors']): Zone | null | undefined {
  const text = values.get(field);
  if (typeof text !== 'string') return undefined;
  if (text.trim().toLowerCase() === AS_SLACK_SAYS) return null;
  try {
    return readZone(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const near = error.suggestions.map(({ label }) => label);
    errors.set(field, `${error.message} Is it ${listed(near, near.length, 'or')}?`);
    return undefined;
  }
}

/** In the order of the ticks; those that could not be offered stay. */
function favouritesIn(values: FormValues, { errors, known, asker, deps }: Reading): readonly Question[] | null | undefined {
  const { language, clock } = deps;
  const words = values.get(FIELDS.favourites);
  if (!Array.isArray(words)) return undefined;
  const kept = (known.favourites ?? []).map((question) => ({ question, said: language.say(question) }));
  const chosen = words.flatMap((said: string) => {
    const before = kept.find((each) => each.said === said);
    if (before) return [before.question];
    const understood = language.understand(said, { ...asker, now: clock() });
    return understood.kind === 'question' ? [understood.question] : [];
  });
  const all = [...chosen, ...kept.filter(({ said }) => !isOffered(said)).map(({ question }) => question)];
  if (all.length > MOST_FAVOURITES) errors.set(FIELDS.favourites, `Choose ${MOST_FAVOURITES} at most.`);
  return all.length > 0 ? all : null;
}
