import { afterEach, expect, test } from '@jest/globals';
import { createLog } from '../../src/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { createClients } from '../../src/slack/clients.ts';
import { createPeople, type People } from '../../src/slack/people.ts';
import { createSlack, type Slack } from '../slack-double/slack.ts';
import { USERS, type User } from '../slack-double/workspace.ts';
import { NOW } from './edge.ts';

let slack: Slack;
let now = NOW;
afterEach(() => slack.stop());

async function start(...users: readonly User[]): Promise<People> {
  now = NOW;
  const clock = () => now;
  slack = createSlack({ clock, users: [...USERS, ...users] });
  await slack.start();
  const log = createLog({ level: 'error', secrets: [], write: () => {}, clock });
  const clients = createClients({ token: slack.credentials.botToken, apiUrl: slack.url(), logger: boltLogger(log) });
  return createPeople({ clients, log, clock });
}

const AT = { workspace: 'T1', channel: 'C1' };
const ANNA = {
  ...AT,
  person: 'U1',
  name: 'anna',
  zone: 'Europe/Warsaw',
  locale: 'en-US',
  isAdmin: false,
  isGuest: false,
};
const somebody = { id: 'U3', name: 'cleo', tz: 'Europe/Paris', locale: 'fr-FR' };

test('a visitor is who Slack says', async () => {
  expect(await (await start()).visitor('U1', AT)).toEqual(ANNA);
});

test.each<[string, Partial<User>, { isAdmin: boolean; isGuest: boolean }]>([
  ['an administrator', { isAdmin: true }, { isAdmin: true, isGuest: false }],
  ['an owner', { isOwner: true }, { isAdmin: true, isGuest: false }],
  ['a guest', { isRestricted: true }, { isAdmin: false, isGuest: true }],
  ['somebody of another workspace', { teamId: 'T2' }, { isAdmin: false, isGuest: true }],
])('%s is known as one', async (_who, user, { isAdmin, isGuest }) => {
  const visitor = await (await start({ ...somebody, ...user })).visitor('U3', AT);
  expect(visitor).toEqual({ ...AT, person: 'U3', name: 'cleo', zone: 'Europe/Paris', locale: 'fr-FR', isAdmin, isGuest });
});

test('a zone that Slack does not tell is none', async () => {
  expect((await (await start({ ...somebody, isDeleted: true })).visitor('U3', AT)).zone).toBeNull();
});

test('who cannot be learned is let in by their id, and asked for again', async () => {
  const people = await start();
  slack.fail('users.info', 'error-500', { times: 2 });
  expect([await people.visitor('U1', AT), await people.nameOf('U1'), await people.nameOf('U1')]).toEqual([
    { ...ANNA, name: 'U1', zone: null, isGuest: null },
    'U1',
    'anna',
  ]);
});

test.each<[string, Partial<User>, string | null]>([
  ['a member', {}, 'member'],
  ['a guest', { isRestricted: true }, 'guest'],
  ['somebody of another workspace', { teamId: 'T2' }, 'guest'],
  ['somebody who left', { isDeleted: true, isRestricted: true }, 'gone'],
  ['Slack’s own bot', { id: 'USLACKBOT' }, 'bot'],
  ['nobody that Slack knows', { id: 'U4' }, null],
])('%s is told from others', async (_who, user, kind) => {
  const people = await start({ ...somebody, ...user });
  expect(await people.kindOf(user.id === 'U4' ? 'U3' : (user.id ?? 'U3'), 'T1')).toBe(kind);
});

test('a stranger is somebody whom nothing is known of', async () => {
  expect((await start()).stranger('U1', AT)).toEqual({ ...ANNA, name: 'U1', zone: null, isGuest: null });
});

test('what was learned is remembered for an hour, wherever it is asked for', async () => {
  const people = await start();
  const visits = [await people.visitor('U1', AT), await people.visitor('U1', { workspace: 'T1', channel: null })];
  await people.nameOf('U1');
  const asked = slack.calls('users.info').length;
  now += 60 * 60 * 1000 + 1;
  await people.nameOf('U1');
  expect([visits, asked, slack.calls('users.info').length]).toEqual([[ANNA, { ...ANNA, channel: null }], 1, 2]);
});
