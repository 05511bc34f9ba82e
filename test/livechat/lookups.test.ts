import { describe, expect, test } from '@jest/globals';
import { createLookups } from '../../src/livechat/lookups.ts';
import type { Lookups } from '../../src/usecases/ports.ts';
import { NOW, refusal } from './support/answers.ts';
import { liveChat, withoutNetwork } from './support/livechat.ts';
import { BASE } from './support/question.ts';

withoutNetwork();

function bench(): { readonly lookups: Lookups; readonly waits: number[] } {
  const waits: number[] = [];
  const lookups = createLookups({
    baseUrl: BASE,
    credentials: { bearer: 'fra:secret-token' },
    clock: () => NOW,
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
  return { lookups, waits };
}

const sent = (action: string, body: object) => ({
  method: 'POST',
  url: `${BASE}/v3.6/configuration/action/${action}`,
  headers: {
    accept: 'application/json',
    authorization: 'Bearer fra:secret-token',
    'content-type': 'application/json',
    'x-api-version': '3.6',
  },
  body,
});

const SMITH = { id: 'smith@example.com', name: 'Agent Smith' };
const JONES = { id: 'jones@example.com', name: 'Jones' };

describe('agents', () => {
  test('are those who work and those who are suspended, each once', async () => {
    const asked = liveChat(
      { json: [{ ...SMITH, role: 'owner', summaries: ['daily_summary'], suspended: false }] },
      { json: [{ ...JONES, role: 'normal' }, SMITH] },
    );
    expect([await bench().lookups.agents(), asked]).toEqual([
      [SMITH, JONES],
      [sent('list_agents', { fields: ['suspended'] }), sent('list_agents', { filters: { suspended: true } })],
    ]);
  });

  test('are asked for once where suspended ones are among them', async () => {
    const asked = liveChat({ json: [SMITH, { ...JONES, suspended: true }] });
    expect([await bench().lookups.agents(), asked.length]).toEqual([[SMITH, JONES], 1]);
  });

  test('are at least those who work', async () => {
    liveChat({ json: [SMITH] }, { status: 400, json: refusal('validation') });
    expect(await bench().lookups.agents()).toEqual([SMITH]);
  });
});

test('groups and tags are asked for whole; what cannot be read is left out', async () => {
  const asked = liveChat(
    { json: [{ id: 0, name: 'General', language_code: 'en' }, { id: 19, name: 'Sport shoes' }, { id: '4', name: 'x' }, null] },
    { json: [{ name: 'support', group_ids: [0], author_id: '' }, { name: '' }, 'spam'] },
  );
  const { lookups } = bench();
  expect([await lookups.groups(), await lookups.tags(), asked]).toEqual([
    [
      { id: 0, name: 'General' },
      { id: 19, name: 'Sport shoes' },
    ],
    ['support'],
    [sent('list_groups', {}), sent('list_tags', {})],
  ]);
});

test('a personal access token travels as Basic', async () => {
  const asked = liveChat({ json: [] });
  const credentials = { accountId: 'b7eff798-f8df-4364-8059-649c35c9ed0c', pat: 'us-south1:x' };
  await createLookups({ baseUrl: BASE, credentials, clock: () => NOW, random: () => 0.5 }).tags();
  expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from(`${credentials.accountId}:${credentials.pat}`).toString('base64')}`);
});

describe('what goes wrong', () => {
  test.each([403, 401])('a scope that the token lacks (%s) is an answer', async (status) => {
    liveChat(...Array.from({ length: 3 }, () => ({ status, json: refusal('authorization') })));
    const { lookups } = bench();
    expect([await lookups.agents(), await lookups.groups(), await lookups.tags()]).toEqual(['forbidden', 'forbidden', 'forbidden']);
  });

  test('what passes is repeated, as reports are', async () => {
    liveChat({ status: 429, json: refusal('too_many_requests'), headers: { 'Retry-After': '3' } }, { json: [{ name: 'vip' }] });
    const { lookups, waits } = bench();
    expect([await lookups.tags(), waits]).toEqual([['vip'], [3_000]]);
  });

  test('the rest rejects in our words', async () => {
    liveChat({ status: 401, json: refusal('authentication') }, { json: { name: 'no list' } }, { status: 404, text: 'nothing here' });
    const { lookups } = bench();
    const names = [];
    for (const look of [lookups.groups, lookups.groups, lookups.tags]) names.push(await look().catch((error: Error) => error.name));
    expect(names).toEqual(['AuthenticationError', 'UnreadableAnswerError', 'NotFoundError']);
  });
});
