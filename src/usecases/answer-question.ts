import type { Asked, Question } from '../language/question.ts';
import type { Instant } from '../model/time.ts';
import type { Press } from '../presentation/blocks.ts';
import type { Message } from '../presentation/message.ts';
import { reportMessage } from '../presentation/report-message.ts';
import type { Report } from '../reports/report.ts';
import { answerRow } from './answer-row.ts';
import { type BehindDeps, putBehind } from './behind.ts';
import { wordFor } from './habits.ts';
import type { Asker, Messengers } from './ports.ts';
import type { Reporter } from './reporter.ts';
import { sendCsv } from './send-csv.ts';
import { otherWays, type WayOn, waysOn } from './ways-on.ts';

export interface AnswerQuestionDeps extends BehindDeps {
  readonly reports: readonly Report[];
  readonly reporter: Reporter;
  readonly messengers: Messengers;
  /** How long an answer waits for its picture, in milliseconds. */
  readonly pictureMs: number;
}

/** How an answer is shown, where not to the asker alone and for a while. */
export interface Showing {
  /** Its picture stays, since the message does. */
  readonly isPublic: boolean;
  /** Small print, a line each. */
  readonly footer: readonly string[];
  /** The moment as of which it was understood; now where absent. */
  readonly asOf: Instant;
}

export interface AnswerQuestion {
  /** One that was understood just now. */
  asked(asked: Asked, asker: Asker, signal: AbortSignal, showing?: Partial<Showing>): Promise<Message>;
  /** One that was kept: it is answered as of now. */
  kept(question: Question, asker: Asker, signal: AbortSignal): Promise<Message>;
}

/** The verb behind those that remember a habit as well. */
export const OTHER_READING = 'read-as';

export function createAnswerQuestion(deps: AnswerQuestionDeps): AnswerQuestion {
  const { language, reports, reporter, clock, pictureMs } = deps;

  async function asked(understood: Asked, asker: Asker, signal: AbortSignal, showing: Partial<Showing> = {}): Promise<Message> {
    const { isPublic = false, footer, asOf = clock() } = showing;
    const { question } = understood;
    const [answer, suggestions, otherwise] = await Promise.all([
      reporter.report(understood, asker, { isPublic, pictureMs, signal }),
      keptWays(deps, waysOn(question, reports), asker.workspace),
      keptWays(deps, otherWays(understood.otherwise ?? [], asOf), asker.workspace),
    ]);
    const row = await answerRow(deps, {
      asked: understood,
      answer,
      workspace: asker.workspace,
      context: { ...asker, now: asOf },
      asker,
      isPublic,
    });
    const sent = question.show === 'csv' ? [await sendCsv(deps, { question, answer, asker, signal })] : [];
    return reportMessage({
      ...answer,
      ...row,
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

/** Where nothing can be kept, those that need a habit are not there. */
export async function keptWays(deps: BehindDeps, ways: readonly WayOn[], workspace: string): Promise<readonly Press[]> {
  const asked = ways.map(({ question }) => question);
  return (await putBehind(deps, asked, { workspace })).flatMap(({ name, asks, isKept }, index) => {
    const { label = '', habit } = ways[index] ?? {};
    if (!habit) return [{ label, words: asks }];
    return isKept ? [{ label, words: `${OTHER_READING} ${wordFor(habit)} ${name}` }] : [];
  });
}
