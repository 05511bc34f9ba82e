import type { Question } from '../language/question.ts';
import { csvMessage, csvName, csvOf } from '../presentation/csv.ts';
import type { Answer } from '../presentation/report-message.ts';
import type { Asker, FaultLog, Messenger } from './ports.ts';

export interface SendCsvDeps {
  readonly messengers: (workspace: string) => Pick<Messenger, 'sendFile'> | null;
  readonly faults: FaultLog;
}

interface Sending {
  readonly question: Question;
  readonly answer: Pick<Answer, 'title' | 'query' | 'result' | 'directory'>;
  readonly asker: Pick<Asker, 'workspace' | 'person'>;
  readonly signal: AbortSignal;
}

/** Sends the whole table to whoever asked, and says in a sentence or two where it is; the answer does not depend on it. */
export async function sendCsv({ messengers, faults }: SendCsvDeps, { question, answer, asker, signal }: Sending): Promise<string> {
  const file = { name: csvName(question.report, answer.query.range), bytes: Buffer.from(csvOf(answer.result)) };
  try {
    const messenger = messengers(asker.workspace);
    if (!messenger) throw new Error('The bot is not in that workspace any more');
    await messenger.sendFile(asker.person, file, csvMessage(answer), signal);
    return 'The CSV is in our direct messages.';
  } catch (error) {
    const reference = faults.record(error, 'sending a CSV');
    return `I could not send you the CSV (ref ${reference}). Ask again; if it fails twice, give the reference to whoever runs this bot.`;
  }
}
