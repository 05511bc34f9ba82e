import { describe, expect, test } from '@jest/globals';
import { post } from './post.ts';
import { clock, slack, start } from './slack-of-test.ts';

const say = (channel = 'C1') => post(slack, { method: 'chat.postMessage', args: { channel, text: 'a' } });
const outcomes = () => slack.calls('chat.postMessage').map(({ outcome }) => outcome);

describe('a channel that is paced', () => {
  test('takes one message a second, and says when to come again', async () => {
    await start({ pacing: { perChannelMs: 1000 } });
    await say();
    clock.now += 999;
    const soon = await say();
    const elsewhere = await say('U1');
    clock.now += 1;
    await say();
    expect([soon, elsewhere.status, outcomes(), slack.messages('C1').length]).toEqual([
      { status: 429, retryAfter: '1', body: '{"ok":false,"error":"ratelimited"}' },
      200,
      ['ok', 'ratelimited', 'ok', 'ok'],
      2,
    ]);
  });

  test('counts what it took, not what it refused', async () => {
    await start({ pacing: { perChannelMs: 1000 } });
    await post(slack, { method: 'chat.postMessage', args: { channel: 'C1' } });
    await say();
    expect(outcomes()).toEqual(['no_text', 'ok']);
  });
});

test('a token that was taken back is good for nothing until it is given again', async () => {
  await start();
  const opened = async () => JSON.parse((await post(slack, { method: 'apps.connections.open', token: 'xapp-sandbox' })).body).ok;
  slack.revokeToken();
  await say();
  await post(slack, { method: 'auth.test' });
  const revoked = [slack.calls().map(({ outcome }) => outcome), await opened()];
  slack.restoreToken();
  await say();
  expect([revoked, slack.messages('C1').length]).toEqual([[['token_revoked', 'token_revoked'], true], 1]);
});

describe('a fault', () => {
  test.each([
    ['error-500', 500],
    ['reset', 'no answer'],
  ] as const)('is answered by %s at once, and applied when nobody expects it any more', async (answer, expected) => {
    await start();
    slack.fail('chat.postMessage', { answer, appliedAfterMs: 30 });
    const heard = await say().then(
      ({ status }) => status,
      () => 'no answer',
    );
    const before = slack.messages('C1').length;
    await slack.until(() => slack.messages('C1').length === 1);
    expect([heard, before, outcomes()]).toEqual([expected, 0, [answer]]);
  });

  test('that is not applied when Slack stops leaves nothing behind', async () => {
    await start();
    slack.fail('chat.postMessage', { answer: 'error-500', appliedAfterMs: 60_000 });
    await say();
    await slack.stop();
    expect(slack.messages('C1')).toEqual([]);
    await start();
  });

  test('of one channel waits for it', async () => {
    await start();
    slack.fail('chat.postMessage', { error: 'restricted_action' }, { channel: 'U1' });
    await say();
    await say('U1');
    await say('U1');
    expect(outcomes()).toEqual(['ok', 'restricted_action', 'ok']);
  });
});

test('everything takes its time when Slack is slow', async () => {
  await start({ latencyMs: 30 });
  const began = performance.now();
  await post(slack, { method: 'auth.test' });
  // A timer may be a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(28);
});

test('of people Slack tells who they are to the workspace', async () => {
  await start();
  slack.setUser({ id: 'U3', name: 'cleo', tz: 'Europe/Paris', locale: 'fr-FR', isAdmin: true, isOwner: true, isDeleted: true });
  const told = [];
  for (const user of ['U1', 'U3']) told.push(JSON.parse((await post(slack, { method: 'users.info', args: { user } })).body).user);
  const opened = JSON.parse((await post(slack, { method: 'conversations.open', args: { users: 'U3' } })).body);
  expect([told.map(({ is_admin, is_owner, deleted, tz }) => ({ is_admin, is_owner, deleted, tz })), opened.error]).toEqual([
    [
      { is_admin: false, is_owner: false, deleted: false, tz: 'Europe/Warsaw' },
      { is_admin: true, is_owner: true, deleted: true, tz: undefined },
    ],
    'user_disabled',
  ]);
});
