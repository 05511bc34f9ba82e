import type { ReportResult } from '../../src/model/result.ts';
import type { Answer } from '../../src/presentation/report-message.ts';
import { instant, query, sourceOf } from '../reports/given.ts';

export const RESULT: ReportResult = {
  headline: [
    { key: 'chatting', label: 'Chatting time per chat', value: 875, unit: 'seconds' },
    { key: 'chats', label: 'Chats', value: 1412, unit: 'chats' },
  ],
  table: {
    rowLabel: 'Day',
    columns: [{ key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } }],
    rows: [
      { key: '2026-11-09', label: 'Mon 9 Nov', values: [1400] },
      { key: '2026-11-10', label: 'Tue 10 Nov', values: [12] },
    ],
  },
  asOf: instant('2026-11-18T14:05'),
  partial: false,
  caveats: [],
};

export function answer(rest: Partial<Answer> = {}): Answer {
  return {
    title: 'Chatting time',
    query: query({ filters: { groups: [12], tags: ['vip', 'order_status'] } }),
    sentence: 'Agents spent 14m 35s per chat last week (1,412 chats).',
    result: RESULT,
    picture: { state: 'none' },
    source: sourceOf('3.6'),
    notes: [],
    suggestions: [],
    ...rest,
  };
}

/** Text as mrkdwn that Slack reads nothing into. */
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
export const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
export const line = (text: string) => ({ type: 'context', elements: [mrkdwn(text)] });
export const button = (label: string, value: string, index: number) => ({
  type: 'button',
  text: plain(label),
  value,
  action_id: `ask:${index}`,
});
