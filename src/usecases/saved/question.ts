import type { Language, Question } from '../../language/question.ts';
import { UserError } from '../../model/errors.ts';
import type { Asker, Clock } from '../ports.ts';

export interface Understanding {
  readonly language: Language;
  readonly clock: Clock;
}

/** The question in some words, for a verb that keeps it; what it cannot be is refused in words, with what it may have been behind the verb. */
export function questionIn(words: string, verb: string, asker: Asker, { language, clock }: Understanding): Question {
  const example = `${verb} tags last week`;
  if (words === '') throw new UserError(`I need a question to ${verb}.`, `For example: ${example}`);
  const understood = language.understand(words, { ...asker, now: clock() });
  switch (understood.kind) {
    case 'question':
      return understood.question;
    case 'help':
      throw new UserError(`“${words}” is not a question about your chats.`, `For example: ${example}`);
    case 'unclear':
      throw new UserError(understood.message, `For example: ${example}`, {
        suggestions: understood.suggestions.map(({ label, words: meant }) => ({ label: `${verb} ${label}`, words: `${verb} ${meant}` })),
      });
  }
}
