import { describe, expect, test } from '@jest/globals';
import { NOW } from './bolt.ts';
import { post } from './post.ts';
import { clock, slack, start } from './slack-of-test.ts';

/** What the tests read of an answer. */
interface Reply {
  readonly ok: boolean;
  readonly error?: string;
  readonly errors?: readonly string[];
  readonly ts: string;
  readonly message_ts: string;
  readonly file_id: string;
  readonly upload_url: string;
  readonly file: { readonly mimetype: string };
  readonly user: { readonly tz: string; readonly locale?: string };
  readonly channel: { readonly id: string; readonly name: string; readonly is_member: boolean; readonly num_members: number };
  readonly view: { readonly id: string; readonly hash: string };
}

const call = async (method: string, args?: object, token?: string): Promise<Reply> =>
  JSON.parse((await post(slack, { method, ...(args && { args }), ...(token !== undefined && { token }) })).body);
const errorOf = async (method: string, args?: object, token?: string) => (await call(method, args, token)).error;

const plain = (text: string) => ({ type: 'plain_text', text });
const modal = (more: object = {}) => ({ type: 'modal', title: plain('T'), blocks: [], ...more });
const home = { type: 'home', blocks: [] };

describe('who may call', () => {
  test.each([
    ['nobody', 'auth.test', '', 'not_authed'],
    ['a stranger', 'auth.test', 'xoxb-other', 'invalid_auth'],
    ['the app for the bot', 'auth.test', 'xapp-sandbox', 'not_allowed_token_type'],
    ['the bot for the app', 'apps.connections.open', 'xoxb-sandbox', 'not_allowed_token_type'],
    ['the bot what does not exist', 'chat.shout', 'xoxb-sandbox', 'unknown_method'],
  ])('%s', async (_who, method, token, error) => {
    await start();
    expect(await errorOf(method, {}, token)).toBe(error);
  });

  test('a scope that is missing is named', async () => {
    await start({ scopes: ['commands'] });
    expect(await call('chat.postMessage', { channel: 'C1', text: 'a' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
  });
});

describe('messages', () => {
  test.each([
    ['a channel that it is in', { channel: 'C1', text: 'a' }, undefined],
    ['a person', { channel: 'U1', text: 'a' }, undefined],
    ['a public channel that it is not in', { channel: 'C2', text: 'a' }, 'not_in_channel'],
    ['a private channel that it is not in', { channel: 'C3', text: 'a' }, 'channel_not_found'],
    ['nowhere', { channel: 'C9', text: 'a' }, 'channel_not_found'],
    ['an archive', { channel: 'C4', text: 'a' }, 'is_archived'],
    ['nothing', { channel: 'C1' }, 'no_text'],
    ['too much', { channel: 'C1', text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are none', { channel: 'C1', text: 'a', blocks: 'section' }, 'invalid_blocks_format'],
    ['metadata without a type', { channel: 'C1', text: 'a', metadata: {} }, 'invalid_metadata_format'],
    ['metadata without content', { channel: 'C1', text: 'a', metadata: { event_type: 'slot' } }, 'invalid_metadata_format'],
    ['metadata that is a text', { channel: 'C1', text: 'a', metadata: 'slot' }, 'invalid_metadata_format'],
    [
      'metadata that is a novel',
      { channel: 'C1', text: 'a', metadata: { event_type: 'slot', event_payload: { n: 'x'.repeat(16_000) } } },
      'metadata_too_large',
    ],
    ['somebody who has left', { channel: 'U3', text: 'a' }, 'channel_not_found'],
    [
      'more text in blocks than a message holds',
      { channel: 'C1', text: 'a', blocks: Array(5).fill({ type: 'section', text: plain('x'.repeat(2900)) }) },
      'msg_blocks_too_long',
    ],
  ])('the bot writes to, or of: %s', async (_what, args, error) => {
    await start();
    slack.setChannel({ id: 'C4', name: 'old', isArchived: true, members: ['UBOT'] });
    slack.setUser({ id: 'U3', name: 'cleo', tz: 'Europe/Paris', locale: 'fr-FR', isDeleted: true });
    expect(await errorOf('chat.postMessage', args)).toBe(error);
  });

  test('with chat:write.public, any public channel takes a message', async () => {
    await start({ scopes: ['chat:write', 'chat:write.public'] });
    expect([
      await errorOf('chat.postMessage', { channel: 'C2', text: 'a' }),
      await errorOf('chat.postMessage', { channel: 'C3', text: 'a' }),
    ]).toEqual([undefined, 'channel_not_found']);
  });

  test('a refused block is named', async () => {
    await start();
    const said = '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]';
    expect(
      await call('chat.postMessage', { channel: 'C1', text: 'a', blocks: [{ type: 'header', text: plain('x'.repeat(151)) }] }),
    ).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [said.replace('[ERROR] ', '')],
      response_metadata: { messages: [said] },
    });
  });

  test('one is written, changed and removed', async () => {
    await start();
    const { ts } = await call('chat.postMessage', { channel: 'C1', text: 'a', metadata: { event_type: 'slot', event_payload: { n: 1 } } });
    await call('chat.update', { channel: 'C1', ts, text: 'b' });
    const changed = slack.messages('C1');
    await call('chat.delete', { channel: 'C1', ts });
    expect([changed, slack.messages('C1'), await errorOf('chat.update', { channel: 'C1', ts, text: 'c' })]).toEqual([
      [
        {
          ts,
          channel: 'C1',
          text: 'b',
          blocks: [],
          ephemeralTo: null,
          threadTs: null,
          metadata: { event_type: 'slot', event_payload: { n: 1 } },
          files: [],
        },
      ],
      [],
      'message_not_found',
    ]);
  });

  test('an ephemeral one reaches a member only, and is not found again', async () => {
    await start({ scopes: ['chat:write'], channels: [{ id: 'C1', name: 'support', members: ['U1', 'UBOT'] }] });
    const { message_ts: ts } = await call('chat.postEphemeral', { channel: 'C1', user: 'U1', text: 'a' });
    expect([
      slack.ephemerals('U1').map((each) => each.text),
      slack.messages('C1'),
      await errorOf('chat.postEphemeral', { channel: 'C1', user: 'U2', text: 'a' }),
      await errorOf('chat.delete', { channel: 'C1', ts }),
    ]).toEqual([['a'], [], 'user_not_in_channel', 'message_not_found']);
  });
});

describe('people and places', () => {
  test('a person has a zone, and a locale on request', async () => {
    await start();
    const { user } = await call('users.info', { user: 'U1', include_locale: true });
    expect([
      user.tz,
      user.locale,
      (await call('users.info', { user: 'U1' })).user.locale,
      await errorOf('users.info', { user: 'U9' }),
    ]).toEqual(['Europe/Warsaw', 'en-US', undefined, 'user_not_found']);
  });

  test('a channel says who is in it', async () => {
    await start();
    const { channel } = await call('conversations.info', { channel: 'C2' });
    const { channel: dm } = await call('conversations.open', { users: 'U1' });
    expect([channel.name, channel.is_member, channel.num_members, dm.id, await errorOf('conversations.info', { channel: 'C3' })]).toEqual([
      'random',
      false,
      2,
      'DU1',
      'channel_not_found',
    ]);
  });
});

describe('views', () => {
  const trigger = () => String(slack.command().envelope.payload.trigger_id);

  test('a trigger is good once and for three seconds', async () => {
    await start();
    const [kept, late] = [trigger(), trigger()];
    clock.now += 3000;
    const opened = [
      await errorOf('views.open', { trigger_id: kept, view: modal() }),
      await errorOf('views.open', { trigger_id: kept, view: modal() }),
    ];
    clock.now += 1;
    expect([...opened, await errorOf('views.open', { trigger_id: late, view: modal() })]).toEqual([
      undefined,
      'exchanged_trigger_id',
      'expired_trigger_id',
    ]);
  });

  test('a view with a fault opens nothing and costs no trigger', async () => {
    await start();
    const trigger_id = trigger();
    const refused = await call('views.open', { trigger_id, view: { ...modal(), blocks: [{ type: 'divider', text: 'a' }] } });
    expect([refused.error, refused.errors, await errorOf('views.open', { trigger_id, view: modal() })]).toEqual([
      'invalid_arguments',
      ['invalid additional property: text [json-pointer:/view/blocks/0]'],
      undefined,
    ]);
  });

  test('an old hash changes nothing', async () => {
    await start();
    const { view } = await call('views.publish', { user_id: 'U1', view: home });
    const again = await call('views.publish', { user_id: 'U1', view: home, hash: view.hash });
    expect([await errorOf('views.publish', { user_id: 'U1', view: home, hash: view.hash }), again.view.id === view.id]).toEqual([
      'hash_conflict',
      true,
    ]);
  });

  test('three modals lie on each other, and no fourth', async () => {
    await start();
    await call('views.open', { trigger_id: trigger(), view: modal() });
    const errors = [];
    for (const _ of [2, 3, 4]) errors.push(await errorOf('views.push', { trigger_id: trigger(), view: modal() }));
    expect(errors).toEqual([undefined, undefined, 'push_limit_reached']);
  });

  test('one external_id names one view', async () => {
    await start();
    await call('views.open', { trigger_id: trigger(), view: modal({ external_id: 'e' }) });
    expect([
      await errorOf('views.update', { external_id: 'e', view: modal({ external_id: 'e', callback_id: 'c' }) }),
      await errorOf('views.push', { trigger_id: trigger(), view: modal({ external_id: 'e' }) }),
      await errorOf('views.update', { view_id: 'V404', view: modal() }),
      slack.modal('U1')?.content.callback_id,
    ]).toEqual([undefined, 'duplicate_external_id', 'not_found', 'c']);
  });
});

describe('files', () => {
  const show = (id: string) =>
    call('chat.postMessage', { channel: 'C1', text: 'a', blocks: [{ type: 'image', slack_file: { id }, alt_text: 'A' }] });
  const upload = async (filename = 'a.png') => {
    const { file_id: id, upload_url: url } = await call('files.getUploadURLExternal', { filename, length: 3 });
    await fetch(url, { method: 'POST', body: Buffer.from('png') });
    return id;
  };

  test('a picture is shown once it is complete and looked at', async () => {
    await start({ fileReadyAfterPolls: 1 });
    const id = await upload();
    const early = await show(id);
    await call('files.completeUploadExternal', { files: [{ id, title: 'T' }] });
    const unready = await show(id);
    const { file } = await call('files.info', { file: id });
    expect([early.errors, unready.errors, file.mimetype, (await show(id)).ok]).toEqual([
      ['invalid slack file [json-pointer:/blocks/0/slack_file]'],
      ['invalid slack file [json-pointer:/blocks/0/slack_file]'],
      'image/png',
      true,
    ]);
  });

  test('only pictures are shown, and none after it was deleted', async () => {
    await start();
    const [text, picture] = [await upload('a.csv'), await upload()];
    await call('files.completeUploadExternal', { files: [{ id: text }, { id: picture }] });
    const shown = [(await show(text)).error, (await show(picture)).error];
    await call('files.delete', { file: picture });
    expect([...shown, (await show(picture)).error, await errorOf('files.info', { file: picture })]).toEqual([
      'invalid_blocks',
      undefined,
      'invalid_blocks',
      'file_not_found',
    ]);
  });

  test('what was not sent is not completed', async () => {
    await start();
    const { file_id: id } = await call('files.getUploadURLExternal', { filename: 'a.png', length: 3 });
    expect([
      await errorOf('files.completeUploadExternal', { files: [{ id }] }),
      await errorOf('files.getUploadURLExternal', { filename: 'a.png' }),
    ]).toEqual(['file_not_found', 'invalid_arguments']);
  });

  test('a file is shared in a channel that the bot is in', async () => {
    await start();
    const [id, other] = [await upload('a.csv'), await upload('b.csv')];
    await call('files.completeUploadExternal', { files: [{ id }], channel_id: 'C1', initial_comment: 'Here' });
    expect([
      slack.messages('C1').map(({ text, files }) => ({ text, files })),
      await errorOf('files.completeUploadExternal', { files: [{ id: other }], channel_id: 'C2' }),
    ]).toEqual([[{ text: 'Here', files: [id] }], 'not_in_channel']);
  });
});

describe('what goes wrong', () => {
  const post = () =>
    call('chat.postMessage', { channel: 'C1', text: 'a' }).then(
      (answer) => answer.error ?? 'ok',
      () => 'no answer',
    );

  test.each([
    ['error-500', 0],
    ['reset', 0],
    ['applied-then-500', 1],
    ['applied-then-reset', 1],
  ] as const)('%s leaves this many messages: %i', async (fault, messages) => {
    await start();
    slack.fail('chat.postMessage', fault);
    const answer = await post();
    expect([answer, slack.messages('C1').length, slack.calls().map((each) => each.outcome)]).toEqual(['no answer', messages, [fault]]);
  });

  test('an error is told as often as it was asked for, and a limit says how long', async () => {
    await start();
    slack.fail('chat.postMessage', { error: 'restricted_action' }, { times: 2 });
    slack.fail('chat.postMessage', { retryAfterSeconds: 7 });
    const errors = [await post(), await post()];
    const limited = await fetch(`${slack.url()}chat.postMessage`, { method: 'POST' });
    expect([...errors, limited.status, limited.headers.get('retry-after'), await post()]).toEqual([
      'restricted_action',
      'restricted_action',
      429,
      '7',
      'ok',
    ]);
  });

  test('a call that hangs is cut off when Slack stops', async () => {
    await start();
    slack.fail('chat.postMessage', 'applied-then-hang');
    const answer = post();
    await slack.until(() => slack.calls('chat.postMessage').length === 1);
    await slack.stop();
    expect([await answer, slack.messages('C1').length]).toEqual(['no answer', 1]);
    await start();
  });
});

test('the journal keeps what was said and no token', async () => {
  await start();
  const form = new URLSearchParams({ token: 'xoxb-sandbox', channel: 'C1', text: '[a]', blocks: '[]', unfurl_links: 'false' });
  await fetch(`${slack.url()}chat.postMessage`, { method: 'POST', body: form });
  expect([slack.calls(), slack.refused()]).toEqual([
    [{ method: 'chat.postMessage', args: { channel: 'C1', text: '[a]', blocks: [], unfurl_links: 'false' }, at: NOW, outcome: 'ok' }],
    [],
  ]);
});
