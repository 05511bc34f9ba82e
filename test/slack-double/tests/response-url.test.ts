import { expect, test } from '@jest/globals';
import type { Exchange, SlackOptions } from '../slack.ts';
import { clock, slack, start } from './slack-of-test.ts';

let asked: Exchange;

async function ask(options: Partial<SlackOptions> = {}): Promise<void> {
  await start(options);
  asked = slack.command({ channel: 'C3' });
}

async function answer(body: object, exchange = asked): Promise<string> {
  const response = await fetch(String(exchange.envelope.payload.response_url), { method: 'POST', body: JSON.stringify(body) });
  const { error = 'ok' }: { error?: string } = JSON.parse(await response.text());
  return `${response.status} ${error}`;
}
const seen = (messages = asked.messages()) => messages.map(({ text, ephemeralTo }) => ({ text, ephemeralTo }));

test('an answer is for the person who asked, unless it says otherwise, in a channel that the bot does not know', async () => {
  await ask();
  await answer({ text: 'a' });
  await answer({ text: 'b', response_type: 'in_channel' });
  expect([seen(), seen(slack.messages('C3'))]).toEqual([
    [
      { text: 'a', ephemeralTo: 'U1' },
      { text: 'b', ephemeralTo: null },
    ],
    [{ text: 'b', ephemeralTo: null }],
  ]);
});

test('five answers, and no sixth', async () => {
  await ask();
  const answers = [];
  for (const text of ['1', '2', '3', '4', '5', '6']) answers.push(await answer({ text }));
  expect(answers).toEqual([...Array(5).fill('200 ok'), '404 used_url']);
});

test('half an hour, and no moment longer', async () => {
  await ask();
  clock.now += 30 * 60_000;
  const inTime = await answer({ text: 'a' });
  clock.now += 1;
  expect([inTime, await answer({ text: 'b' })]).toEqual(['200 ok', '404 expired_url']);
});

test('blocks are looked at here too, and the status does not show it', async () => {
  await ask();
  expect([await answer({ text: 'a', blocks: [{ type: 'marquee' }] }), await answer({}), asked.messages()]).toEqual([
    '200 invalid_blocks',
    '200 no_text',
    [],
  ]);
});

test('an answer to a command replaces an earlier one only where the workspace allows it', async () => {
  await ask();
  await answer({ text: 'working' });
  await answer({ text: 'done', replace_original: true });
  const strict = seen();
  await slack.stop();
  await ask({ commandAnswersReplace: true });
  await answer({ text: 'working' });
  await answer({ text: 'done', replace_original: true });
  expect([strict.map((each) => each.text), seen().map((each) => each.text)]).toEqual([['working', 'done'], ['done']]);
});

test('a button replaces or deletes its own message, which stays as visible as it was', async () => {
  await ask();
  const button = { type: 'button', text: { type: 'plain_text', text: 'Go' }, action_id: 'go' };
  await answer({ text: 'a', blocks: [{ type: 'actions', elements: [button] }] });
  const [message] = slack.ephemerals('U1');
  if (!message) throw new Error('no answer');
  const pressed = slack.action({ on: message, actionId: 'go' });
  await answer({ text: 'b', replace_original: true, response_type: 'in_channel' }, pressed);
  const replaced = seen();
  await answer({ delete_original: true }, pressed);
  expect([replaced, seen()]).toEqual([[{ text: 'b', ephemeralTo: 'U1' }], []]);
});
