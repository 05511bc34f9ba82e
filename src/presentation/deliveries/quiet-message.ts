import { context, message } from '../blocks.ts';
import type { Message } from '../message.ts';
import type { Answer } from '../report-message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { understood } from '../understood.ts';

type QuietAnswer = Pick<Answer, 'title' | 'query' | 'sentence' | 'directory' | 'footer'>;

/** Nothing at all to report, in one quiet line that still says what was looked at. */
export function quietMessage({ title, query, sentence, directory, footer = [] }: QuietAnswer): Message {
  return message(sentence, [context([[mrkdwnText(sentence), understood(title, query, directory)].join(' · '), ...footer.map(mrkdwnText)])]);
}
