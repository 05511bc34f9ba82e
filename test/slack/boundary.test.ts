import { afterEach, describe, expect, test } from '@jest/globals';
import bolt from '@slack/bolt';
import { createLog } from '../../src/log.ts';
import { installBoundary } from '../../src/slack/boundary.ts';
import { createOnce, createSharedOnce } from '../../src/slack/once.ts';
import { openStorage } from '../../src/storage/index.ts';
import { NOW } from './edge.ts';

const clock = () => NOW;
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A process that notes what it acknowledges and what it does. */
function start(remember: (key: string) => Promise<boolean>) {
  const journal: string[] = [];
  const logged: string[] = [];
  const log = createLog({ level: 'warn', secrets: [], write: (line) => logged.push(line), clock });
  const app = new bolt.App({
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: async () => ({ botToken: 'xoxb-sandbox', botId: 'B1', botUserId: 'UBOT' }),
    convoStore: false,
  });
  installBoundary(app, {
    delivered: createOnce({ clock, ttlMs: 60_000 }),
    deliveredAnywhere: createSharedOnce({ remember, log, limitMs: 30 }),
    faults: { record: (error) => `ref${journal.push(String(error))}` },
    log,
  });
  app.command('/livechat', async () => void journal.push('done'));
  const deliver = (triggerId: string) =>
    app.processEvent({
      body: { command: '/livechat', text: 'help', team_id: 'T1', user_id: 'U1', trigger_id: triggerId },
      ack: async () => void journal.push('acknowledged'),
    });
  return { journal, logged, deliver };
}

async function shared() {
  const storage = await openStorage({ url: 'file::memory:', clock, faults: { record: String } });
  endings.push(storage.close);
  return (key: string) => storage.seenKeys.first('T1', key, { now: NOW, until: NOW + 60_000 });
}

describe('what Slack delivers again', () => {
  test('to another process is acknowledged there and has no second effect', async () => {
    const remember = await shared();
    const [one, other] = [start(remember), start(remember)];
    await one.deliver('1.1');
    await other.deliver('1.1');
    await other.deliver('1.2');
    expect([one.journal, other.journal]).toEqual([
      ['acknowledged', 'done'],
      ['acknowledged', 'acknowledged', 'done'],
    ]);
  });

  test('is acknowledged before the shared memory answers', async () => {
    let answer = (_isFirst: boolean) => {};
    const { journal, deliver } = start(
      () =>
        new Promise((resolve) => {
          journal.push('asked');
          answer = resolve;
          answer(true);
        }),
    );
    await deliver('1.1');
    expect(journal).toEqual(['acknowledged', 'asked', 'done']);
  });

  test.each([
    ['does not answer', () => new Promise<boolean>(() => {}), 'too slow'],
    ['fails', () => Promise.reject(new Error('no database')), 'does not answer'],
  ])('is let through with a line in the log when the shared memory %s', async (_how, remember, line) => {
    const { journal, logged, deliver } = start(remember);
    await deliver('1.1');
    expect([journal, logged.length, logged[0]]).toEqual([['acknowledged', 'done'], 1, expect.stringContaining(line)]);
  });
});
