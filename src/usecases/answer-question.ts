import type { Asked, Language, Question } from '../language/question.ts';
import type { Suggestion } from '../model/errors.ts';
import type { Press } from '../presentation/blocks.ts';
import type { Message } from '../presentation/message.ts';
import { type Answer, reportMessage } from '../presentation/report-message.ts';
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

/** How an answer is shown, where not to the asker alone and for a while. */
export interface Showing {
  /** Its picture stays, since the message does. */
  readonly isPublic: boolean;
  /** Small print, a line each. */
  readonly footer: readonly string[];
}

export interface AnswerQuestion {
  /** One that was understood just now. */
  asked(asked: Asked, asker: Asker, signal: AbortSignal, showing?: Showing): Promise<Message>;
  /** One that was kept: it is answered as of now. */
  kept(question: Question, asker: Asker, signal: AbortSignal): Promise<Message>;
}

export const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** The verb behind buttons that stand for a question which is kept. */
export const KEPT_QUESTION = 'question';
/** The verb behind those that remember a habit as well. */
export const OTHER_READING = 'read-as';
/** The verb behind the one that says how findings were computed. */
export const EXPLAIN = 'explain';

export function createAnswerQuestion(deps: AnswerQuestionDeps): AnswerQuestion {
  const { language, reports, reporter, clock, pictureMs } = deps;

  async function asked(understood: Asked, asker: Asker, signal: AbortSignal, showing: Partial<Showing> = {}): Promise<Message> {
    const { isPublic = false, footer } = showing;
    const { question } = understood;
    const [answer, suggestions, otherwise] = await Promise.all([
      reporter.report(understood, asker, { isPublic, pictureMs, signal }),
      keptWays(deps, waysOn(question, reports), asker.workspace),
      keptWays(deps, otherWays(understood.otherwise ?? [], clock()), asker.workspace),
    ]);
    const how = await howComputed(deps, { answer, question, workspace: asker.workspace });
    const sent = question.show === 'csv' ? [await sendCsv(deps, { question, answer, asker, signal })] : [];
    return reportMessage({
      ...answer,
      ...how,
      sentence: [answer.sentence, ...sent].join(' '),
      suggestions,
      otherwise,
      ...(footer && { footer }),
    });
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

interface Explained {
  readonly answer: Pick<Answer, 'findings'>;
  readonly question: Question;
  readonly workspace: string;
}

/** The press for an answer, where it has something to explain. Where no question can be kept, its words stand behind it. */
export async function howComputed(
  { language, questions, faults, clock }: Pick<AnswerQuestionDeps, 'language' | 'questions' | 'faults' | 'clock'>,
  { answer: { findings = [] }, question, workspace }: Explained,
): Promise<{ readonly how?: Suggestion }> {
  if (findings.length === 0) return {};
  const press = (behind: string) => ({ how: { label: 'How?', words: `${EXPLAIN} ${behind}` } });
  try {
    const [id = language.say(question)] = await questions.keep(workspace, [question], clock() + KEPT_MS);
    return press(id);
  } catch (error) {
    faults.record(error, 'keeping the question behind a button');
    return press(language.say(question));
  }
}
