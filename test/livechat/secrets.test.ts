import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { refusal } from './support/answers.ts';
import { bench, liveChat, type Reply, withoutNetwork } from './support/livechat.ts';
import { flatDuration } from './support/methods.ts';
import { byDay } from './support/question.ts';

withoutNetwork();

const TOKEN = 'fra:token-that-nobody-may-see';
const credentials = [{ bearer: TOKEN }, { accountId: 'account-1', pat: TOKEN }] as const;
const SECRETS = [TOKEN, encodeURIComponent(TOKEN), btoa(`account-1:${TOKEN}`), 'anna', 'jan', 'Authorization:', '<html>', 'from='];
const page = `<html>${TOKEN} anna@shop.example</html>`;

const failures: readonly (readonly [string, Reply])[] = [
  ['a refused token', { status: 401, json: { error: { type: 'authentication', message: `Invalid access token ${TOKEN}` } } }],
  ['a missing scope', { status: 403, json: { error: { type: 'authorization', message: `${TOKEN} may not` } } }],
  ['a limit', { status: 429, json: refusal('too_many_requests') }],
  ['a page of a proxy', { status: 502, text: page }],
  ['a page instead of an answer', { text: page }],
  ['half an answer', { text: `{"total":1,"records":{"anna@shop.example":${'1'.repeat(30)}` }],
  ['another answer', { json: { total: `${TOKEN} anna@shop.example` } }],
  ['a redirect', { status: 302, headers: { Location: `https://elsewhere.example/${TOKEN}` } }],
  ['a broken connection', { breaks: 'ECONNRESET' }],
  ['a refused certificate', { breaks: 'CERT_HAS_EXPIRED' }],
  ['a large answer', { text: page.repeat(200_000) }],
  ['silence', { delay: 10_000 }],
];

test.each(failures)('an error tells no secret and quotes nobody: %s', async (_, reply) => {
  for (const credential of credentials) {
    liveChat(...Array<Reply>(3).fill({ ...reply, method: 'GET' }));
    const { api } = bench({ version: '3.2', credentials: credential, timeout: 200 });
    const error: unknown = await api
      .fetch(flatDuration, byDay({ agents: ['anna@shop.example', 'jan@shop.example'] }))
      .catch((reason) => reason);
    const shown = [
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      String(error),
      error instanceof Error && error.stack,
    ];
    expect(error).toBeInstanceOf(Error);
    expect(SECRETS.filter((secret) => shown.join('\n').includes(secret))).toEqual([]);
  }
});
