import type { Question } from '../../language/question.ts';
import type { Message } from '../../presentation/message.ts';
import type { Command } from '../doors.ts';
import type { Asker, Store } from '../ports.ts';
import { favouriteCommands } from './favourites.ts';
import type { Understanding } from './question.ts';
import { savedReportCommands } from './reports.ts';

export interface SavedDeps extends Understanding {
  readonly store: Pick<Store, 'savedReports' | 'preferences'>;
  /** As of now, as if it had just been typed. */
  readonly answerQuestion: (question: Question, asker: Asker, signal: AbortSignal) => Promise<Message>;
}

/** Questions that people keep, in the order of help. */
export function createSavedCommands(deps: SavedDeps): readonly Command[] {
  return [...savedReportCommands(deps), ...favouriteCommands(deps)];
}
