import type { Language, Understanding } from '../language/question.ts';
import { ServiceError, UserError } from '../model/errors.ts';
import type { ReportQuery } from '../model/query.ts';
import { errorMessage, faultMessage } from '../presentation/error-message.ts';
import { helpMessage } from '../presentation/help-message.ts';
import type { Message } from '../presentation/message.ts';
import { reportMessage } from '../presentation/report-message.ts';
import { unclearMessage } from '../presentation/unclear-message.ts';
import type { Report } from '../reports/report.ts';
import { type DrawDeps, drawInTime } from './draw-in-time.ts';
import type { Asker, Clock, ReportsApi } from './ports.ts';
import { waysOn } from './ways-on.ts';

export interface AnswerDeps extends DrawDeps {
  readonly language: Language;
  /** The first is the one that examples are made of. */
  readonly reports: readonly Report[];
  readonly dateExamples: readonly string[];
  readonly api: ReportsApi;
  readonly clock: Clock;
  /** The slash command, for examples: `/livechat`. */
  readonly command: string;
}

/** Whatever was typed or pressed gets an answer: this rejects for nothing. */
export type AnswerWords = (words: string, asker: Asker, signal: AbortSignal) => Promise<Message>;

type Asked = Extract<Understanding, { kind: 'question' }>;

/** The one path behind all doors. */
export function createAnswer(deps: AnswerDeps): AnswerWords {
  const { language, reports, dateExamples, clock, command, faults } = deps;

  async function answer(words: string, asker: Asker, signal: AbortSignal): Promise<Message> {
    const understanding = language.understand(words, { ...asker, now: clock() });
    switch (understanding.kind) {
      case 'help':
        return helpMessage({ reports, topic: understanding.topic, dateExamples, command });
      case 'unclear':
        return unclearMessage({ ...understanding, example: `${command} ${reports[0]?.examples[0] ?? 'help'}` });
      case 'question':
        return answerQuestion(deps, understanding, asker, signal);
    }
  }

  return async (words, asker, signal) => {
    try {
      return await answer(words, asker, signal);
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

async function answerQuestion(deps: AnswerDeps, asked: Asked, asker: Asker, signal: AbortSignal): Promise<Message> {
  const { reports, api, language } = deps;
  const { question, range, distribution, notes } = asked;
  const report = reports.find(({ name }) => name === question.report);
  if (!report) throw new Error(`The language knows a report that the catalogue does not: ${question.report}`);
  const query: ReportQuery = { range, distribution, filters: question.filters, weekStart: asker.weekStart };

  const found = await report.ask(api, query, signal);
  const picture = await drawInTime(report.chart(found, query), deps, signal);
  return reportMessage({
    title: report.title,
    query,
    sentence: report.sentence(found, query),
    result: { ...found, asOf: found.source.asOf, partial: range.partial },
    picture,
    source: found.source,
    notes,
    suggestions: waysOn(question, reports, language),
  });
}
