import { expect, test } from '@jest/globals';
import { isObject } from '../json.ts';
import { slack, start } from './slack-of-test.ts';

const READING = ['channels:history', 'groups:history', 'im:history'];

const HERE = [
  { id: 'C1', name: 'support', members: ['U1', 'UBOT'] },
  { id: 'C2', name: 'random', members: ['U1'] },
  { id: 'C5', name: 'board', isPrivate: true, members: ['U1', 'UBOT'] },
];

test.each<[string, string, readonly string[], readonly string[]]>([
  ['a mention by two events', 'C1', ['app_mentions:read', ...READING], ['app_mention', 'message channel']],
  ['a mention alone without the scope to read', 'C1', ['app_mentions:read'], ['app_mention']],
  ['a message alone without the scope for mentions', 'C1', READING, ['message channel']],
  ['a private channel by its own scope', 'C5', ['groups:history'], ['message group']],
  ['direct messages, in which nobody is mentioned', 'direct', ['app_mentions:read', 'im:history'], ['message im']],
  ['nothing of a channel that it is not in', 'C2', ['app_mentions:read', ...READING], []],
  ['nothing without any of these scopes', 'C1', ['chat:write'], []],
])('the app hears of %s', async (_what, channel, scopes, told) => {
  await start({ scopes, channels: HERE });
  const { events } = slack.write({ text: '<@UBOT> hello', channel });
  const kinds = events.map(({ envelope: { payload } }) => {
    const { type, channel_type: place = '' } = isObject(payload.event) ? payload.event : {};
    return `${type} ${place}`.trim();
  });
  expect(kinds).toEqual(told);
});
