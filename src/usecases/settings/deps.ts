import type { Language } from '../../language/question.ts';
import type { WeekStart, Zone } from '../../model/time.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import type { Clock, Store } from '../ports.ts';

export interface SettingsDeps {
  readonly store: Pick<Store, 'preferences' | 'savedReports'>;
  readonly language: Language;
  readonly clock: Clock;
  readonly defaults: { readonly zone: Zone; readonly weekStart: WeekStart };
  /** For questions that begin like a setting: `week 45`. */
  readonly answerQuestion: Pick<AnswerQuestion, 'asked'>;
}

export const SETTINGS = { label: 'Settings', words: 'settings' };
