import { describe, expect, test } from '@jest/globals';
import { type FailureView, failureMessage } from '../../../src/presentation/deliveries/failure-message.ts';
import { lateInWords, postFooter } from '../../../src/presentation/deliveries/footer.ts';
import { reasonInWords, withDetail } from '../../../src/presentation/deliveries/reasons.ts';
import { instant } from '../../reports/given.ts';
import { button, mrkdwn } from '../given.ts';

const DUE = instant('2026-11-16T09:00');

const view = (rest: Partial<FailureView> = {}): FailureView => ({
  schedule: 'k7m2',
  name: 'tags last week',
  place: '#support',
  zone: 'Europe/Warsaw',
  slots: [DUE],
  reason: 'not_in_channel',
  reference: null,
  isPaused: true,
  failuresLeft: null,
  insteadOf: null,
  ...rest,
});

describe('the message about a slot that was not posted', () => {
  test('says what, why, and the one thing that mends it', () => {
    const what = 'I could not post “tags last week” to #support on Mon 16 Nov at 09:00, because I was removed from the channel.';
    expect(failureMessage(view())).toEqual({
      text: `${what} Invite me there again with /invite. I have paused it until then.`,
      blocks: [
        { type: 'section', text: mrkdwn(what) },
        { type: 'context', elements: [mrkdwn('Invite me there again with /invite. I have paused it until then.')] },
        { type: 'actions', elements: [button('Send it now', `send k7m2 ${DUE}`, 0)] },
      ],
    });
  });

  test.each([
    [
      'how many failures are left',
      { reason: 'fault', isPaused: false, failuresLeft: 2, reference: 'ab12cd' },
      'After 2 more failures I will pause it. (ref ab12cd)',
    ],
    ['that one is left', { reason: 'fault', isPaused: false, failuresLeft: 1 }, 'After one more failure I will pause it.'],
    ['who else cannot be reached', { insteadOf: 'Anna' }, 'I tell you because I cannot reach Anna, who set it up.'],
    [
      'several at once',
      { slots: [DUE - 86_400_000, DUE], reason: 'asleep' },
      '2 times, last on Mon 16 Nov at 09:00, because I was not running then.',
    ],
    [
      'LiveChat’s own words',
      { reason: withDetail('unanswerable', 'Tags need version 3.5. Ask for agents.') },
      'because its question could not be answered. Tags need version 3.5. Ask for agents.',
    ],
    ['a code that nobody knows', { reason: 'new_error' }, 'because Slack answered “new_error”.'],
  ] as const)('says %s', (_, given, words) => {
    expect(failureMessage(view(given)).text).toContain(words);
  });

  test('asks what became of one of which Slack did not tell', () => {
    const { text, blocks } = failureMessage(view({ reason: 'unknown_outcome', isPaused: false }));
    expect([text, blocks.at(-1)]).toEqual([
      'I do not know whether “tags last week” arrived in #support on Mon 16 Nov at 09:00: Slack did not tell me. Please look there and tell me.',
      { type: 'actions', elements: [button('It arrived', `arrived k7m2 ${DUE}`, 0), button('Send again', `send k7m2 ${DUE}`, 1)] },
    ]);
  });
});

describe('reasons', () => {
  test('are of a kind that decides what follows', () => {
    const kinds = ['is_archived', 'ratelimited', 'msg_too_long', 'token_revoked', 'asleep', 'livechat_refused', 'never_heard_of'];
    expect(kinds.map((code) => reasonInWords(code).kind)).toEqual(['pause', 'retry', 'once', 'workspace', 'end', 'pause', 'once']);
  });
});

describe('what a post says last', () => {
  test('is whose it is, and how late', () => {
    const parts = {
      owner: 'Anna',
      when: 'every Monday at 09:00',
      zone: 'Europe/Warsaw',
      isTest: false,
      lateMs: 3 * 3_600_000,
      because: null,
    };
    expect([postFooter(parts), [20, 89, 3_000].map((minutes) => lateInWords(minutes * 60_000))]).toEqual([
      ['This is 3 h late.', 'Set up by Anna · every Monday at 09:00 (Europe/Warsaw)'],
      ['20 min', '1 h', '2 days'],
    ]);
  });
});
