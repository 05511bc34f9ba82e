import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { sign } from '../delivery/sign.ts';
import type { Slack } from '../slack.ts';
import { NOW, requestUrlOf, startSlack } from './bolt.ts';

let slack: Slack;
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
let answer: { status: number; body: string } | null;

/** An app that says what it is told to, or nothing. */
const app = createServer(async (request, response) => {
  heard.push({ headers: request.headers, body: String(await buffer(request)) });
  if (answer) response.writeHead(answer.status).end(answer.body);
});

beforeEach(async () => {
  heard.length = 0;
  answer = { status: 200, body: '' };
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  slack = await startSlack({ signedAt: () => NOW });
  slack.deliverTo(requestUrlOf(app));
});
afterEach(async () => {
  await slack.stop();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

test('a command is a signed form', async () => {
  const asked = slack.command({ text: 'tags & more' });
  await asked.ack;
  const [{ headers, body } = { headers: {}, body: '' }] = heard;
  const signature = sign(body, { secret: slack.credentials.signingSecret, timestamp: NOW / 1000 });
  expect([headers['content-type'], headers, Object.fromEntries(new URLSearchParams(body))]).toEqual([
    'application/x-www-form-urlencoded',
    expect.objectContaining(signature),
    asked.envelope.payload,
  ]);
});

test('an event that is sent again is the same event, and says so', async () => {
  const opened = slack.openHome();
  await opened.ack;
  await slack.redeliver(opened, 2).ack;
  const [first, second] = heard;
  expect([
    first?.body === second?.body,
    first?.headers['x-slack-retry-num'],
    second?.headers['x-slack-retry-num'],
    second?.headers['x-slack-retry-reason'],
  ]).toEqual([true, undefined, '2', 'http_timeout']);
});

test('the body of the acknowledgement is an answer for the person alone', async () => {
  answer = { status: 200, body: 'Working on it' };
  const asked = slack.command();
  const { body, refused } = await asked.ack;
  expect([body, refused, asked.messages().map(({ text, ephemeralTo }) => [text, ephemeralTo])]).toEqual([
    'Working on it',
    null,
    [['Working on it', 'U1']],
  ]);
});

test('what Slack would not show of an acknowledgement is said', async () => {
  answer = { status: 200, body: JSON.stringify({ text: 'a', blocks: [{ type: 'marquee' }] }) };
  expect((await slack.command().ack).refused).toBe('invalid_blocks: unsupported type: marquee [json-pointer:/blocks/0/type]');
});

test('an error is no acknowledgement', async () => {
  answer = { status: 500, body: 'oops' };
  expect(await slack.command().ack).toMatchObject({ acked: false, status: 500 });
});

test('silence is no acknowledgement', async () => {
  const impatient = await startSlack({ signedAt: () => NOW, ackDeadlineMs: 50 });
  impatient.deliverTo(requestUrlOf(app));
  answer = null;
  const { acked, status, ackMs } = await impatient.command().ack;
  expect([acked, status, ackMs >= 50]).toEqual([false, null, true]);
  await impatient.stop();
});

test('anything can be sent, signed by somebody else too', async () => {
  await slack.post('null', { 'content-type': 'application/json', ...sign('null', { secret: 'guessed', timestamp: 1 }) });
  expect(heard.map(({ body, headers }) => [body, headers['x-slack-request-timestamp']])).toEqual([['null', '1']]);
});

test('a socket is greeted, told when to come back, and needs a new address for that', async () => {
  const socketSlack = await startSlack({ ackDeadlineMs: 50 });
  const unheard = await socketSlack.command().ack;
  const headers = { authorization: `Bearer ${socketSlack.credentials.appToken}` };
  const opened = await fetch(`${socketSlack.url()}apps.connections.open`, { method: 'POST', headers });
  const { url }: { url: string } = JSON.parse(await opened.text());
  const said: unknown[] = [];
  const socket = new WebSocket(url).on('message', (data) => said.push(JSON.parse(String(data)).type));
  await socketSlack.until(() => socketSlack.connections() === 1);
  const silent = socketSlack.command();
  socketSlack.recycleConnections();
  const refused = await new Promise<string>((resolve) => new WebSocket(url).on('error', (error) => resolve(error.message)));
  expect([unheard.acked, (await silent.ack).acked, said, refused]).toEqual([
    false,
    false,
    ['hello', 'slash_commands', 'disconnect'],
    'Unexpected server response: 401',
  ]);
  await socketSlack.stop();
  socket.terminate();
});

test('what a person cannot do is a mistake of the test', () => {
  expect(
    [() => slack.submitView(), () => slack.command({ channel: 'C9' }), () => slack.openHome('U9')].map((act) => thrownBy(act)),
  ).toEqual(['There is no modal of U1', 'There is no channel C9', 'There is no user U9']);
});

function thrownBy(act: () => unknown): string {
  try {
    act();
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
}
