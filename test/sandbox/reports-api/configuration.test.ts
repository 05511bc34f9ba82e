import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { TOKENS } from '../../../src/sandbox/company.ts';
import { refused, runSandbox } from './running.ts';

const { server, ask, request } = runSandbox();

const act = (action: string, body: unknown = {}, version = '3.6') => ({
  method: 'POST',
  path: `/v${version}/configuration/action/${action}`,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

const Items = z.array(z.record(z.string(), z.unknown()));
const list = async (action: string, body?: unknown) => Items.parse(await (await request(act(action, body))).json());
const namesOf = (items: z.infer<typeof Items>) => items.map(({ name }) => name);

test('agents are listed whole, those who left only when asked for', async () => {
  const [first] = await list('list_agents', { fields: ['suspended', 'groups'] });
  expect(first).toEqual({
    id: 'anna.nowak@northwind.example',
    name: 'Anna Nowak',
    role: 'normal',
    login_status: 'accepting chats',
    suspended: false,
    groups: [
      { id: 0, priority: 'normal' },
      { id: 1, priority: 'normal' },
    ],
  });
  expect([
    (await list('list_agents')).length,
    namesOf(await list('list_agents', { filters: { suspended: true } })),
    namesOf(await list('list_agents', { filters: { group_ids: [12] } })),
  ]).toEqual([9, ['Tom Lindqvist'], ['佐藤 美咲']]);
});

test('groups and tags are listed whole', async () => {
  const groups = await list('list_groups', { fields: ['agent_priorities'] });
  expect([groups.map(({ id, name }) => [id, name]), groups.at(-1)]).toEqual([
    [
      [0, 'General'],
      [1, 'Billing'],
      [2, 'Delivery & returns'],
      [7, 'Vertrieb Köln'],
      [12, '日本語サポート'],
    ],
    {
      id: 12,
      name: '日本語サポート',
      language_code: 'en',
      routing_status: 'offline',
      agent_priorities: { 'misaki.sato@northwind.example': 'normal' },
    },
  ]);
  expect([namesOf(await list('list_tags')), namesOf(await list('list_tags', { filters: { group_ids: [12] } }))]).toEqual([
    expect.arrayContaining(['refund', 'stove recall', 'checkout error', 'thank you 🎉']),
    ['配送'],
  ]);
});

describe('what is refused', () => {
  test.each([
    ['an unknown method', act('list_moods'), refused(404, 'not_found')],
    ['an older version', act('list_agents', {}, '3.2'), refused(400, 'unsupported_version')],
    ['a field that is not there', act('list_agents', { fields: ['shoe_size'] }), refused(400, 'validation')],
    ['a filter of tags without groups', act('list_tags', { filters: {} }), refused(400, 'validation')],
    ['GET', { path: '/v3.6/configuration/action/list_agents' }, refused(405, 'validation')],
    ['no token', { ...act('list_agents'), headers: { Authorization: '' } }, refused(401, 'authentication')],
    [
      'a token without the scope',
      { ...act('list_groups'), headers: { Authorization: `Bearer ${TOKENS.unscoped.token}` } },
      refused(403, 'authorization'),
    ],
  ])('%s', async (_, what, answer) => {
    expect(await ask(what)).toEqual(answer);
  });

  test('whatever needs a scope that the switch takes away', async () => {
    server.switches.change({ missingScopes: ['agents--all:ro', 'tags--groups:ro'] });
    const statuses = ['list_agents', 'list_groups', 'list_tags'].map(async (action) => (await request(act(action))).status);
    expect(await Promise.all(statuses)).toEqual([403, 200, 403]);
  });
});
