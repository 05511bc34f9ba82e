import { afterEach, describe, expect, test } from '@jest/globals';
import type { HomeView } from '../../src/presentation/message.ts';
import type { Visitor } from '../../src/usecases/ports.ts';
import { type Edge, homeOf, said, startEdge } from './edge.ts';

let bot: Edge;
afterEach(() => bot.stop());

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const HOME: HomeView = {
  type: 'home',
  blocks: [{ type: 'actions', elements: [{ type: 'button', text: plain('Tags'), action_id: 'ask:0', value: 'tags' }] }],
};

describe('whoever asks', () => {
  test.each([
    ['a channel', 'C1', 'C1'],
    ['a private channel that the bot is not in', 'C3', 'C3'],
    ['a direct message', 'DU1', null],
  ])('in %s is a visitor of the workspace of our token', async (_where, channel, seen) => {
    const visitors: Visitor[] = [];
    const answer = async (words: string, visitor: Visitor) => {
      visitors.push(visitor);
      return said(words);
    };
    bot = await startEdge({ screens: { answer } });
    bot.slack.setChannel({ id: 'DU1', name: 'directmessage', dmWith: 'U1', members: ['U1', 'UBOT'] });
    const question = bot.slack.command({ text: 'tags', channel });
    await bot.slack.until(() => question.messages().length === 1);
    expect([visitors.map(({ workspace, person, channel: from }) => ({ workspace, person, from })), bot.edge.workspace()]).toEqual([
      [{ workspace: 'T1', person: 'U1', from: seen }],
      'T1',
    ]);
  });
});

describe('Home', () => {
  test('is shown for whoever opened it, from what is known and then from what was learned', async () => {
    const home = async function* ({ name }: Visitor) {
      yield homeOf(`known to ${name}`);
      yield homeOf(`learned for ${name}`);
    };
    bot = await startEdge({ screens: { home } });
    bot.slack.openHome('U2');
    await bot.slack.until(() => bot.slack.calls('views.publish').length === 2);
    expect(bot.slack.home('U2')?.content).toEqual(homeOf('learned for ben'));
  });

  test('does not wait for Slack to say who opened it', async () => {
    const home = async function* ({ name }: Visitor) {
      yield homeOf(`known to ${name}`);
      yield homeOf(`learned for ${name}`);
    };
    bot = await startEdge({ screens: { home } });
    bot.slack.fail('users.info', { delayMs: 600 });
    bot.slack.openHome('U2');
    await bot.slack.until(() => bot.slack.home('U2') !== null);
    const first = bot.slack.home('U2')?.content;
    await bot.slack.until(() => bot.slack.calls('views.publish').length === 3);
    expect([first, bot.slack.home('U2')?.content]).toEqual([homeOf('known to U2'), homeOf('learned for ben')]);
  });

  test('answers a press in a modal, and is shown again from what is known by then', async () => {
    const views = [HOME, homeOf('known by then')];
    const home = async function* () {
      yield views.shift() ?? homeOf('too often');
    };
    bot = await startEdge({ screens: { home } });
    bot.slack.openHome();
    await bot.slack.until(() => bot.slack.home('U1') !== null);
    const on = bot.slack.home('U1');
    if (!on) throw new Error('no Home');
    bot.slack.action({ on, actionId: 'ask:0' });
    await bot.slack.until(() => bot.slack.calls('views.publish').length === 2);
    const modal = JSON.stringify(bot.slack.modal('U1')?.content);
    expect([bot.slack.home('U1')?.content, modal.includes('about tags'), bot.slack.refused()]).toEqual([homeOf('known by then'), true, []]);
  });
});

describe('the bot hears that', () => {
  const start = async () => {
    const heard: unknown[] = [];
    bot = await startEdge({
      screens: {
        gone: async (workspace) => void heard.push(['gone', workspace]),
        joined: async (workspace, channel) => void heard.push(['joined', workspace, channel]),
      },
    });
    return heard;
  };

  test.each<[string, { readonly type: string; readonly [field: string]: unknown }, unknown[]]>([
    ['it was uninstalled', { type: 'app_uninstalled' }, [['gone', 'T1']]],
    ['its token was taken back', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } }, [['gone', 'T1']]],
    ['somebody’s own token was taken back, which is nothing to it', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, []],
    ['it was invited', { type: 'member_joined_channel', user: 'UBOT', channel: 'C2', team: 'T1' }, [['joined', 'T1', 'C2']]],
    ['somebody else was invited, which is nothing to it', { type: 'member_joined_channel', user: 'U1', channel: 'C2' }, []],
    ['a channel is back', { type: 'channel_unarchive', user: 'U1', channel: 'C4' }, [['joined', 'T1', 'C4']]],
    ['a private channel is back', { type: 'group_unarchive', user: 'U1', channel: 'C5' }, [['joined', 'T1', 'C5']]],
  ])('%s', async (_what, event, expected) => {
    const heard = await start();
    await bot.slack.event(event).ack;
    await bot.edge.stop();
    expect([heard, bot.faults]).toEqual([expected, []]);
  });
});
