import type { Message } from '../../presentation/message.ts';
import type { Asker } from '../ports.ts';
import type { SettingsDeps } from './deps.ts';

interface Asking {
  readonly asker: Asker;
  readonly signal: AbortSignal;
}

/** A question may begin like a setting: `week 45`, `fiscal year 2026`. null: these words are none. */
export async function askInstead(
  { language, clock, answerQuestion }: SettingsDeps,
  words: string,
  { asker, signal }: Asking,
): Promise<Message | null> {
  const meant = language.understand(words, { ...asker, now: clock() });
  return meant.kind === 'question' ? answerQuestion.asked(meant, asker, signal) : null;
}
