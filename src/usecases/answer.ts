import { dateKinds } from '../language/date-kinds.ts';
import { nearest } from '../language/nearness.ts';
import type { Language } from '../language/question.ts';
import { takeChannel } from '../language/schedule-place.ts';
import { ServiceError, type Suggestion, UserError } from '../model/errors.ts';
import { errorMessage, faultMessage } from '../presentation/error-message.ts';
import { helpMessage } from '../presentation/help-message.ts';
import type { Message } from '../presentation/message.ts';
import { unclearMessage } from '../presentation/unclear-message.ts';
import type { Report } from '../reports/report.ts';
import type { AnswerQuestion } from './answer-question.ts';
import type { KnowAsker } from './askers.ts';
import type { Command } from './doors.ts';
import type { Asker, Clock, FaultLog, Visitor } from './ports.ts';
import type { PostAnswer } from './post-answer.ts';

export interface AnswerDeps {
  readonly language: Language;
  /** The first is the one that examples are made of. */
  readonly reports: readonly Report[];
  /** What can be typed besides questions. */
  readonly commands: readonly Command[];
  readonly answerQuestion: AnswerQuestion;
  readonly postAnswer: PostAnswer;
  readonly askers: KnowAsker;
  readonly faults: FaultLog;
  readonly clock: Clock;
  /** The slash command, for examples: `/livechat`. */
  readonly command: string;
}

/** What is different where people write messages. */
export interface Manner {
  /** Nobody spoke to the bot: only questions are for it. */
  readonly isOverheard: boolean;
  readonly understand: Language['understand'];
  readonly answer: AnswerQuestion['asked'];
}

/** Whatever was typed or pressed gets an answer: this rejects for nothing. */
export type AnswerWords = (words: string, visitor: Visitor, signal: AbortSignal, manner?: Manner) => Promise<Message>;

/** The one path behind all doors. */
export function createAnswer(deps: AnswerDeps): AnswerWords {
  const { language, reports, commands, answerQuestion, postAnswer, askers, faults, clock, command } = deps;
  const verbs = new Map(commands.flatMap((each) => [each.name, ...each.aliases].map((name) => [name, each] as const)));

  const usual: Manner = { isOverheard: false, understand: language.understand, answer: answerQuestion.asked };

  async function answer(words: string, asker: Asker, { signal, manner }: { signal: AbortSignal; manner: Manner }): Promise<Message> {
    const { verb, rest } = firstWord(words);
    const said = manner.isOverheard ? undefined : verbs.get(verb);
    if (said) return said.run(rest, asker, signal);
    const context = { ...asker, now: clock() };
    const { words: asked, channel } = manner.isOverheard ? { words, channel: null } : takeChannel(words);
    const understanding = manner.understand(asked, context);
    switch (understanding.kind) {
      case 'help':
        return helpMessage({
          reports,
          commands,
          topic: understanding.topic,
          dates: dateKinds(language, context),
          now: context.now,
          command,
        });
      case 'unclear': {
        const suggestions = [...nearVerbs({ verb, rest }, verbs.keys()), ...understanding.suggestions];
        return unclearMessage({ ...understanding, suggestions, example: `${command} ${reports[0]?.examples[0] ?? 'help'}` });
      }
      case 'question':
        if (channel !== null) return postAnswer(understanding, { channel, asker, signal });
        return manner.answer(understanding, asker, signal);
    }
  }

  return async (words, visitor, signal, manner = usual) => {
    try {
      return await answer(words, await askers(visitor, words), { signal, manner });
    } catch (error) {
      // Whoever stopped the work said why, in words; how the work noticed does not matter.
      return apology(signal.aborted && signal.reason instanceof UserError ? signal.reason : error);
    }
  };

  function apology(error: unknown): Message {
    if (error instanceof ServiceError) {
      const reference = faults.record(error, 'asking LiveChat');
      return errorMessage(new UserError(error.message, `${error.hint} (ref ${reference})`, { suggestions: error.suggestions }));
    }
    return error instanceof UserError ? errorMessage(error) : faultMessage(faults.record(error, 'answering'));
  }
}

function firstWord(words: string): { readonly verb: string; readonly rest: string } {
  const [first = ''] = /^\S+/.exec(words.trim()) ?? [];
  return { verb: first.toLowerCase(), rest: words.trim().slice(first.length).trim() };
}

/** `shedule tags every monday` */
function nearVerbs({ verb, rest }: ReturnType<typeof firstWord>, verbs: Iterable<string>): readonly Suggestion[] {
  return nearest(verb, verbs).map((meant) => ({ label: `${meant} …`, words: `${meant} ${rest}`.trim() }));
}
