import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type bolt from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Slack } from '../slack.ts';
import { startBolt, startSlack } from './bolt.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } }) as const;
const button = (text: string, value: string) => ({ type: 'button', text: { type: 'plain_text', text }, action_id: 'more', value }) as const;

describe.each(['socket', 'http'] as const)('a Bolt app over %s', (transport) => {
  let slack: Slack;
  let app: bolt.App;

  beforeEach(async () => {
    slack = await startSlack();
    app = await startBolt(slack, transport);
  });
  afterEach(async () => {
    await app.stop();
    await slack.stop();
  });

  test('answers a command for the person alone, and replaces the answer when its button is pressed', async () => {
    app.command('/livechat', async ({ ack, respond, command }) => {
      await ack();
      await respond({
        text: command.text,
        blocks: [{ type: 'actions', elements: [button('More', 'q1'), { ...button('Less', 'q2'), action_id: 'less' }] }],
      });
    });
    app.action('more', async ({ ack, respond, payload }) => {
      await ack();
      await respond({ replace_original: true, text: `more of ${'value' in payload ? payload.value : ''}` });
    });

    const asked = slack.command({ text: 'tags last week' });
    expect({ ...(await asked.ack), ackMs: 0 }).toEqual({
      acked: true,
      ackMs: 0,
      status: transport === 'http' ? 200 : null,
      body: null,
      refused: null,
    });
    await slack.until(() => asked.messages().length === 1);
    const [answer] = slack.ephemerals('U1');
    if (!answer) throw new Error('no answer');
    expect(answer.text).toBe('tags last week');

    const pressed = slack.action({ on: answer, actionId: 'more' });
    await slack.until(() => slack.ephemerals('U1')[0]?.text === 'more of q1');
    expect({ said: slack.ephemerals('U1').map((each) => each.text), more: pressed.messages(), refused: slack.refused() }).toEqual({
      said: ['more of q1'],
      more: [],
      refused: [],
    });
  });

  test('publishes Home when it is opened', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [section(event.view ? 'again' : 'first')] } });
    });
    slack.openHome();
    await slack.until(() => slack.home('U1') !== null);
    slack.openHome();
    await slack.until(() => slack.calls('views.publish').length === 2);
    expect(slack.home('U1')?.content).toEqual({ type: 'home', blocks: [section('again')] });
  });

  test('opens a modal, says what is wrong with it, and updates it', async () => {
    const title = { type: 'plain_text', text: 'Change' } as const;
    const modal = (text: string): ModalView =>
      ({
        type: 'modal',
        callback_id: 'change',
        title,
        submit: title,
        blocks: [
          section(text),
          { type: 'input', block_id: 'range', label: title, element: { type: 'plain_text_input', action_id: 'words' } },
        ],
      }) as const;
    app.command('/livechat', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: modal('one') });
    });
    app.view('change', async ({ ack, view, client }) => {
      const words = view.state.values.range?.words?.value;
      if (words !== 'last week') {
        await ack({ response_action: 'errors', errors: { range: `What is ${words}?` } });
        return;
      }
      await ack({ response_action: 'update', view: modal('two') });
      await client.views.update({ view_id: view.id, view: modal('three') });
    });

    slack.command();
    await slack.until(() => slack.modal('U1') !== null);
    const wrong = await slack.submitView({ words: 'lats week' }).ack;
    const right = await slack.submitView({ words: 'last week' }).ack;
    await slack.until(() => slack.calls('views.update').length === 1);
    expect([wrong.body, right.refused, slack.modal('U1')?.content, slack.refused()]).toEqual([
      { response_action: 'errors', errors: { range: 'What is lats week?' } },
      null,
      modal('three'),
      [],
    ]);
  });

  test('sends a picture and shows it', async () => {
    const upload = await app.client.filesUploadV2({ filename: 'chart.png', file: Buffer.from('png'), alt_text: 'Chats rose' });
    const [file] = slack.files();
    await app.client.chat.postMessage({
      channel: 'C1',
      text: 'Chats rose',
      blocks: [{ type: 'image', slack_file: { id: file?.id ?? '' }, alt_text: 'Chats rose' }],
    });
    expect([upload.ok, file?.bytes?.toString(), slack.messages('C1').length]).toEqual([true, 'png', 1]);
  });

  test('hears of a repeated event that it is repeated', async () => {
    const heard: unknown[] = [];
    app.event('app_home_opened', async ({ body, context }) => {
      heard.push([body.event_id, context.retryNum, context.retryReason]);
    });
    const opened = slack.openHome();
    await opened.ack;
    await slack.redeliver(opened).ack;
    await slack.until(() => heard.length === 2);
    const id = opened.envelope.payload.event_id;
    expect(heard).toEqual([
      [id, undefined, undefined],
      [id, 1, 'http_timeout'],
    ]);
  });
});
