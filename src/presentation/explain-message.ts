import { explanationOf, type Finding } from '../insights/findings/index.ts';
import { context, message, mrkdwn, section } from './blocks.ts';
import type { Message } from './message.ts';
import type { Answer } from './report-message.ts';
import { mrkdwnText } from './safe-text.ts';
import { shortMessage } from './short-message.ts';
import { understood } from './understood.ts';

type Explained = Pick<Answer, 'title' | 'query' | 'result' | 'before' | 'findings' | 'directory'>;

/** Of the numbers behind a finding these many are listed. */
const NUMBERS = 24;

/** How each finding of an answer was computed: its sentence, its rule, and the numbers that the rule was applied to. */
export function explainMessage({ title, query, result, before, findings = [], directory }: Explained): Message {
  if (findings.length === 0) return shortMessage('In these numbers no rule finds anything now.');
  const baseline = (result.baseline ?? before)?.range;
  return message(findings.map(({ sentence, kind }) => `${sentence} ${explanationOf(kind)}`).join(' '), [
    context([understood(title, { ...query, ...(baseline && { baseline }) }, directory)]),
    ...findings.map((finding) => section(mrkdwn(textOf(finding)))),
    context(['Rules look at these numbers and at those of the time before, and at nothing else: equal numbers give equal words.']),
  ]);
}

function textOf({ sentence, kind, numbers }: Finding): string {
  const listed = numbers.slice(0, NUMBERS).map(({ label, value }) => `${mrkdwnText(label)} *${mrkdwnText(value)}*`);
  const more = numbers.length > NUMBERS ? [`and ${numbers.length - NUMBERS} more`] : [];
  return [`*${mrkdwnText(sentence)}*`, mrkdwnText(explanationOf(kind)), [...listed, ...more].join(' · ')].join('\n');
}
