import type { Language } from '../../language/question.ts';
import type { WeekStart, Zone } from '../../model/time.ts';
import type { WorkspaceShown } from '../../presentation/settings/settings-words.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import type { Command } from '../doors.ts';
import type { Clock, Store, WorkspacePreferences } from '../ports.ts';
import { settings } from './settings.ts';
import { week } from './week.ts';
import { zone } from './zone.ts';

export { createSettingsForm } from './form.ts';

export interface SettingsDeps {
  readonly store: Pick<Store, 'preferences' | 'savedReports'>;
  readonly language: Language;
  readonly clock: Clock;
  readonly defaults: { readonly zone: Zone; readonly weekStart: WeekStart };
  /** For questions that begin like a setting: `week 45`. */
  readonly answerQuestion: Pick<AnswerQuestion, 'asked'>;
}

export function createSettingsCommands(deps: SettingsDeps): readonly Command[] {
  return [settings(deps), zone(deps), week(deps)];
}

/** What counts in a workspace, whoever chose it. */
export function workspaceShown(
  { zone: chosen, weekStart, chartStyle, schedulers }: WorkspacePreferences,
  defaults: SettingsDeps['defaults'],
): WorkspaceShown {
  return { zone: chosen ?? defaults.zone, weekStart: weekStart ?? defaults.weekStart, chartStyle, schedulers };
}
