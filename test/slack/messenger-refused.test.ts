import { afterEach, describe, expect, test } from '@jest/globals';
import type { KnownBlock, Message } from '../../src/presentation/message.ts';
import { createFiles } from '../../src/slack/files.ts';
import type { Slack, SlackOptions } from '../slack-double/slack.ts';
import { clientsOf, MARK, SLOT, startMessenger, WORDS } from './messenger-given.ts';

let slack: Slack | null = null;
afterEach(async () => {
  await slack?.stop();
  slack = null;
});

async function start(options: Partial<SlackOptions> = {}) {
  const started = await startMessenger(options);
  slack = started.slack;
  return started;
}

describe('what Slack refuses and can be mended is posted once', () => {
  const picture: KnownBlock = { type: 'image', slack_file: { id: 'F404' }, alt_text: '412 chats' };
  const long: KnownBlock[] = Array(5).fill({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_900) } });

  test.each<[string, Message, Partial<Message>]>([
    ['a picture that is gone', { ...WORDS, blocks: [...WORDS.blocks, picture] }, { text: '412 chats', blocks: WORDS.blocks }],
    ['blocks that hold too much', { text: '😀'.repeat(2_000), blocks: long }, { text: '😀'.repeat(1_950), blocks: [] }],
    ['a text that is too long', { text: `a${'😀'.repeat(20_000)}`, blocks: [] }, { text: `a${'😀'.repeat(1_949)}`, blocks: [] }],
  ])('%s', async (_what, message, left) => {
    const { slack, messenger } = await start();
    const { state } = await messenger.post({ channel: 'C1' }, message, SLOT);
    expect([state, slack.messages('C1').map(({ text, blocks, metadata }) => ({ text, blocks, metadata }))]).toEqual([
      'posted',
      [{ ...left, metadata: MARK }],
    ]);
  });

  test('and says of which pictures Slack refused the files', async () => {
    const { slack, messenger } = await start();
    const posted = await messenger.post({ channel: 'C1' }, { ...WORDS, blocks: [picture, ...WORDS.blocks] }, SLOT);
    expect(posted).toEqual({ state: 'posted', channel: 'C1', ts: slack.messages('C1')[0]?.ts, refusedFiles: ['F404'] });
  });

  test('and names no files of what was only too long', async () => {
    const { slack, messenger } = await start();
    const { slackFile } = await createFiles(clientsOf(slack.url(), {})).upload(Buffer.from('png'), 'a', AbortSignal.timeout(5_000));
    const shown = { ...picture, slack_file: { id: slackFile } };
    const posted = await messenger.post({ channel: 'C1' }, { ...WORDS, blocks: [shown, ...long] }, SLOT);
    expect(posted).toEqual({ state: 'posted', channel: 'C1', ts: slack.messages('C1')[0]?.ts });
  });

  test('blocks that are refused without a word about which: the words remain', async () => {
    const { slack, messenger } = await start();
    slack.fail('chat.postMessage', { error: 'invalid_blocks' });
    await messenger.post({ channel: 'C1' }, WORDS, SLOT);
    expect(slack.messages('C1').map(({ text, blocks }) => ({ text, blocks }))).toEqual([{ text: '412 chats', blocks: [] }]);
  });

  test.each(['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large', 'metadata_must_be_sent_from_app'])(
    'but never without its mark, by which it is looked for: %s',
    async (error) => {
      const { slack, messenger } = await start();
      slack.fail('chat.postMessage', { error });
      const posted = await messenger.post({ channel: 'C1' }, WORDS, SLOT);
      expect([posted, slack.messages('C1')]).toEqual([{ state: 'refused', code: error, retryAfterMs: null }, []]);
    },
  );

  test('only while it is still ours to post', async () => {
    const { slack, messenger } = await start();
    slack.fail('chat.postMessage', { error: 'invalid_blocks' }, { times: 2 });
    const late = await messenger.post({ channel: 'C1' }, WORDS, SLOT, () => false);
    const calls = slack.calls('chat.postMessage').length;
    const ours = await messenger.post({ channel: 'C1' }, WORDS, SLOT, () => true);
    expect([late, calls, ours.state]).toEqual([{ state: 'refused', code: 'invalid_blocks', retryAfterMs: null }, 1, 'posted']);
  });

  test('nothing is tried a third time', async () => {
    const { slack, messenger } = await start();
    slack.fail('chat.postMessage', { error: 'msg_too_long' }, { times: 2 });
    const posted = await messenger.post({ channel: 'C1' }, WORDS);
    expect([posted, slack.calls('chat.postMessage').length]).toEqual([{ state: 'refused', code: 'msg_too_long', retryAfterMs: null }, 2]);
  });
});

describe('what has a plainer self is posted as that where Slack refuses it', () => {
  const lines: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: '`Day 412`' } };
  const chart: KnownBlock = {
    type: 'data_visualization',
    title: 'Chats',
    chart: { type: 'pie', segments: [{ label: 'Mon', value: 412 }] },
  };
  let made = 0;
  const native = (plain: readonly KnownBlock[] = [lines]): Message => ({
    ...WORDS,
    blocks: [chart],
    plainer: async () => {
      made += 1;
      return { ...WORDS, blocks: plain };
    },
  });
  const gone: KnownBlock = { type: 'image', slack_file: { id: 'F404' }, alt_text: '412 chats' };
  const refusing = async (times: number, error: string) => {
    made = 0;
    const started = await start();
    started.slack.fail('chat.postMessage', { error }, { times });
    return started;
  };

  test.each<[string, number, string, Message, readonly KnownBlock[], number]>([
    ['not where it is taken', 0, 'invalid_blocks', native(), [chart], 0],
    ['once, with its mark', 1, 'invalid_blocks', native(), [lines], 1],
    ['where it is too long', 1, 'msg_blocks_too_long', native(), [lines], 1],
    ['without what is refused of that as well', 1, 'invalid_blocks', native([gone, lines]), [lines], 1],
    ['as words where that is refused as well', 2, 'invalid_blocks', native(), [], 1],
    ['as words where it cannot be made', 1, 'invalid_blocks', { ...native(), plainer: () => Promise.reject(new Error('x')) }, [], 0],
  ])('%s', async (_what, times, error, message, blocks, needed) => {
    const { slack, messenger } = await refusing(times, error);
    const { state } = await messenger.post({ channel: 'C1' }, message, SLOT);
    const left = slack.messages('C1').map((post) => ({ blocks: post.blocks, metadata: post.metadata }));
    expect([state, left, made]).toEqual(['posted', [{ blocks, metadata: MARK }], needed]);
  });

  test.each([
    ['not at all where it is no longer ours', [false], 1],
    ['and not as words where it is no longer ours by then', [true, false], 2],
  ])('%s', async (_what, ours, calls) => {
    const { slack, messenger } = await refusing(2, 'invalid_blocks');
    const answers = [...ours];
    const posted = await messenger.post({ channel: 'C1' }, native(), SLOT, () => answers.shift() ?? false);
    expect([posted, slack.calls('chat.postMessage').length, slack.messages('C1'), answers]).toEqual([
      { state: 'refused', code: 'invalid_blocks', retryAfterMs: null },
      calls,
      [],
      [],
    ]);
  });

  test('and never again when nobody knows what became of that', async () => {
    const { slack, messenger } = await refusing(1, 'invalid_blocks');
    slack.fail('chat.postMessage', 'applied-then-500');
    const { state } = await messenger.post({ channel: 'C1' }, native(), SLOT);
    expect([state, slack.calls('chat.postMessage').length, slack.messages('C1').length]).toEqual(['unknown', 2, 1]);
  });

  test('and of another reason nothing is made', async () => {
    const { slack, messenger } = await refusing(1, 'restricted_action');
    const { state } = await messenger.post({ channel: 'C1' }, native(), SLOT);
    expect([state, slack.calls('chat.postMessage').length, made]).toEqual(['refused', 1, 0]);
  });
});
