import type { Asked, Language, Question } from '../language/question.ts';
import type { Press } from '../presentation/blocks.ts';
import type { Message } from '../presentation/message.ts';
import { reportMessage } from '../presentation/report-message.ts';
import type { Report } from '../reports/report.ts';
import { wordFor } from './habits.ts';
import type { Asker, Clock, FaultLog, Messengers, QuestionStore } from './ports.ts';
import type { Reporter } from './reporter.ts';
import { sendCsv } from './send-csv.ts';
import { otherWays, type WayOn, waysOn } from './ways-on.ts';

export interface AnswerQuestionDeps {
  readonly language: Language;
  readonly reports: readonly Report[];
  readonly reporter: Reporter;
  readonly messengers: Messengers;
  readonly questions: QuestionStore;
  readonly faults: FaultLog;
  readonly clock: Clock;
  /** How long an answer waits for its picture, in milliseconds. */
  readonly pictureMs: number;
}

export interface AnswerQuestion {
  /** One that was understood just now. */
  asked(asked: Asked, asker: Asker, signal: AbortSignal): Promise<Message>;
  /** One that was kept: it is answered as of now. */
  kept(question: Question, asker: Asker, signal: AbortSignal): Promise<Message>;
}

export const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** The verb behind buttons that stand for a question which is kept. */
export const KEPT_QUESTION = 'question';
/** The verb behind those that remember a habit as well. */
export const OTHER_READING = 'read-as';

export function createAnswerQuestion(deps: AnswerQuestionDeps): AnswerQuestion {
  const { language, reports, reporter, clock, pictureMs } = deps;

  async function asked(understood: Asked, asker: Asker, signal: AbortSignal): Promise<Message> {
    const { question } = understood;
    const [answer, suggestions, otherwise] = await Promise.all([
      reporter.report(understood, asker, { isPublic: false, pictureMs, signal }),
      keptWays(deps, waysOn(question, reports), asker.workspace),
      keptWays(deps, otherWays(understood.otherwise ?? [], clock()), asker.workspace),
    ]);
    const sent = question.show === 'csv' ? [await sendCsv(deps, { question, answer, asker, signal })] : [];
    return reportMessage({ ...answer, sentence: [answer.sentence, ...sent].join(' '), suggestions, otherwise });
  }

  return {
    asked,
    kept: (question, asker, signal) => asked(language.resolve(question, { ...asker, now: clock() }), asker, signal),
  };
}

/**
 * A button keeps its question, so that it means the same whatever the language learns. Where nothing can be kept it keeps the words, and
 * those that need a habit are not there.
 */
export async function keptWays(
  { language, questions, faults, clock }: Pick<AnswerQuestionDeps, 'language' | 'questions' | 'faults' | 'clock'>,
  ways: readonly WayOn[],
  workspace: string,
): Promise<readonly Press[]> {
  if (ways.length === 0) return [];
  try {
    const asked = ways.map(({ question }) => question);
    const ids = await questions.keep(workspace, asked, clock() + KEPT_MS);
    return ways.map(({ label, habit }, index) => {
      const verb = habit ? `${OTHER_READING} ${wordFor(habit)}` : KEPT_QUESTION;
      return { label, words: `${verb} ${ids[index]}` };
    });
  } catch (error) {
    faults.record(error, 'keeping the questions behind buttons');
    return ways.filter(({ habit }) => !habit).map(({ label, question }) => ({ label, words: language.say(question) }));
  }
}
