import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { TOKENS } from '../../src/sandbox/company.ts';
import { type Bot, eventually, startBot } from './bot.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await startBot();
});
afterEach(() => bot.sandbox.switches.reset());
afterAll(() => bot.stop());

let asked = 0;

/** Each asks for another day, so that no answer comes from the cache. */
async function ask(from: Bot = bot): Promise<string> {
  asked += 1;
  const question = from.slack.command({ text: `duration ${asked} october 2026` });
  await from.slack.until(() => question.messages().some(({ text }) => !text.startsWith('Asking')), { withinMs: 30_000 });
  return question.messages().at(-1)?.text ?? '';
}

describe('when LiveChat', () => {
  test.each([
    ['error-500', 'LiveChat had a problem of its own. Try again in a few minutes.'],
    ['html', 'LiveChat takes no questions at the moment. Try again in a few minutes.'],
    ['truncated', 'LiveChat could not be reached.'],
    ['null', 'LiveChat answered with something that this bot cannot read.'],
    ['endless', 'The answer of LiveChat is too large.'],
    ['misdirected', 'LiveChat keeps the data of this account in another region'],
  ] as const)(
    'answers “%s”, the person is told in words, with a reference that stands in the log',
    async (kind, words) => {
      bot.sandbox.switches.change({ fault: { kind, times: 10 } });
      const said = await ask();
      const reference = /\(ref (\w+)\)/.exec(said)?.[1];
      expect(said).toContain(words.split('. ')[0]);
      expect(bot.logged.filter((line) => line.includes(`"reference":"${reference}"`))).not.toEqual([]);
    },
    40_000,
  );

  test('fails once, nobody notices', async () => {
    bot.sandbox.switches.change({ fault: { kind: 'error-503', times: 1 } });
    expect(await ask()).toMatch(/^Agents spent|^No chats/);
  }, 20_000);

  test('takes its time, a short line comes first', async () => {
    const hurried = await startBot({ app: { deadlines: { patience: 100 } } });
    hurried.sandbox.switches.change({ latencyMs: 1_500 });
    const question = hurried.slack.command({ text: 'duration september 2026' });
    await hurried.slack.until(() => question.messages().length === 2, { withinMs: 20_000 });
    expect(question.messages()[0]?.text).toBe('Asking LiveChat. The answer follows in a moment.');
    await hurried.stop();
  }, 40_000);
});

describe('with a wrong token', () => {
  let stranger: Bot;
  beforeAll(async () => {
    stranger = await startBot({ settings: { LIVECHAT_TOKEN: 'sandbox:wrong-token-1234' } });
  });
  afterAll(() => stranger.stop());

  test('the person learns what to do, the log holds the reference, and neither shows the token', async () => {
    const said = await ask(stranger);
    expect(said).toMatch(/^LiveChat does not accept the access token of this bot\. .*\(ref \w+\)$/);
    expect(stranger.logged.join('')).toContain('"reference":');
    expect(said + stranger.logged.join('')).not.toContain('wrong-token-1234');
  });

  test('Home says so as well', async () => {
    await eventually(async () => {
      stranger.slack.openHome('U1');
      return JSON.stringify(stranger.slack.home('U1')?.content ?? '').includes('does not accept');
    });
    expect(JSON.stringify(stranger.slack.home('U1')?.content)).toContain('LiveChat does not answer as it should');
  });
});

test('a token without the scope is told which scope it lacks', async () => {
  const unscoped = await startBot({ settings: { LIVECHAT_TOKEN: TOKENS.unscoped.token } });
  const said = await ask(unscoped).finally(unscoped.stop);
  expect(said).toContain('reports_read');
});

describe('when Slack', () => {
  test('takes no files, the numbers come without the picture', async () => {
    bot.slack.fail('files.getUploadURLExternal', { error: 'file_uploads_disabled' }, { times: 1 });
    const question = bot.slack.command({ text: 'tags 14 september 2026' });
    await bot.slack.until(() => question.messages().length === 1, { withinMs: 20_000 });
    const [answer] = question.messages();
    expect(answer?.blocks.map(({ type }) => type)).not.toContain('image');
    expect(JSON.stringify(answer?.blocks)).toMatch(/The chart could not be drawn \(ref \w+\)/);
  }, 20_000);

  test('refuses the picture, the same answer goes out once, without it', async () => {
    const rejecting = await startBot({ settings: { CHART_DELIVERY: 'url', PUBLIC_URL: 'http://localhost:1' } });
    rejecting.slack.fail('response_url', { error: 'invalid_blocks' }, { times: 1 });
    const question = rejecting.slack.command({ text: 'tags last week' });
    await rejecting.slack.until(() => question.messages().length === 1, { withinMs: 20_000 }).finally(rejecting.stop);
    expect(question.messages().map(({ blocks }) => blocks.some(({ type }) => type === 'image'))).toEqual([false]);
  }, 30_000);

  test('no longer takes answers at the command’s address, they come in the channel, for the asker alone', async () => {
    bot.slack.fail('response_url', { error: 'used_url' }, { times: 1 });
    bot.slack.command({ text: 'help', user: 'U2' });
    await bot.slack.until(() => bot.slack.calls('chat.postEphemeral').length === 1);
    expect(bot.slack.ephemerals('U2').map(({ text }) => text)).toEqual([expect.stringContaining('/livechat')]);
  });
});
