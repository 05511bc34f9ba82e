import { describe, expect, test } from '@jest/globals';
import { createVersion } from '../../src/livechat/version.ts';
import { NOW, refusal } from './support/answers.ts';
import { bench, liveChat, type Reply, withoutNetwork } from './support/livechat.ts';
import { flatTags, tags } from './support/methods.ts';
import { byDay } from './support/question.ts';

withoutNetwork();

const off: Reply = { status: 400, json: refusal('unsupported_version') };
const unknown: Reply = { status: 404, text: 'Not Found' };
const spoken = (asked: ReturnType<typeof liveChat>) => asked.map(({ headers }) => headers['x-api-version']);

test('a fixed version is never asked for', async () => {
  const asked = liveChat();
  const { api } = bench({ version: '3.2' });
  expect({ version: await api.version(), asked }).toEqual({ version: '3.2', asked: [] });
});

describe('auto', () => {
  test('asks the newest version for the cheapest thing, whole', async () => {
    const asked = liveChat({});
    const { api } = bench({ version: 'auto' });
    expect({ version: await api.version(), asked }).toEqual({
      version: '3.6',
      asked: [
        {
          method: 'POST',
          url: 'https://livechat.example/v3.6/reports/chats/tags',
          headers: {
            accept: 'application/json',
            authorization: 'Bearer fra:secret-token',
            'content-type': 'application/json',
            'x-api-version': '3.6',
          },
          body: {
            distribution: 'day',
            timezone: 'UTC',
            filters: { from: '2026-11-22T11:00:00+00:00', to: '2026-11-22T11:59:59.999999+00:00' },
          },
        },
      ],
    });
  });

  test('steps down to the newest that answers, once, and stays with it', async () => {
    const asked = liveChat(off, unknown, off, { ...off, method: 'GET' }, { method: 'GET' }, { method: 'GET' });
    const { api } = bench({ version: 'auto' });
    const versions = [await api.version(), await api.version()];
    const { source } = await api.fetch(flatTags, byDay());
    expect({ versions, asked: spoken(asked), source }).toEqual({
      versions: ['3.2', '3.2'],
      asked: ['3.6', '3.5', '3.4', '3.3', '3.2', '3.2'],
      source: { version: '3.2', path: 'chats/tags', calls: 1, asOf: NOW },
    });
  });

  test('is asked once by many at the same time', async () => {
    const asked = liveChat({});
    const { api } = bench({ version: 'auto' });
    expect({ versions: await Promise.all([api.version(), api.version()]), asked: spoken(asked) }).toEqual({
      versions: ['3.6', '3.6'],
      asked: ['3.6'],
    });
  });

  test('says so when no version answers, and tries anew the next time', async () => {
    const flat: Reply = { ...off, method: 'GET' };
    const asked = liveChat(off, off, off, flat, flat, {});
    const { api } = bench({ version: 'auto' });
    await expect(api.version()).rejects.toMatchObject({ name: 'UnsupportedVersionError' });
    expect({ version: await api.version(), asked: spoken(asked) }).toEqual({
      version: '3.6',
      asked: ['3.6', '3.5', '3.4', '3.3', '3.2', '3.6'],
    });
  });

  test('takes no other failure for an answer about versions', async () => {
    const asked = liveChat({ status: 401, json: refusal('authentication') }, {});
    const { api } = bench({ version: 'auto' });
    await expect(api.version()).rejects.toMatchObject({ name: 'AuthenticationError' });
    expect({ version: await api.version(), asked: spoken(asked) }).toEqual({ version: '3.6', asked: ['3.6', '3.6'] });
  });

  test('looks again when the version that it found is switched off', async () => {
    const asked = liveChat({}, off, off, {});
    const { api } = bench({ version: 'auto' });
    await api.version();
    await expect(api.fetch(tags, byDay())).rejects.toMatchObject({ name: 'UnsupportedVersionError' });
    expect({ version: await api.version(), asked: spoken(asked) }).toEqual({ version: '3.5', asked: ['3.6', '3.6', '3.6', '3.5'] });
  });

  test('does not keep somebody waiting who has gone, and is not begun for somebody who had gone before', async () => {
    const reason = new Error('gone');
    const asked = liveChat({});
    const { api } = bench({ version: 'auto' });
    await expect(api.fetch(tags, byDay(), AbortSignal.abort(reason))).rejects.toBe(reason);
    const before = asked.length;

    const leaving = new AbortController();
    const left = api.fetch(tags, byDay(), leaving.signal);
    leaving.abort(reason);
    await expect(left).rejects.toBe(reason);
    expect({ before, version: await api.version() }).toEqual({ before: 0, version: '3.6' });
  });

  test('stays with what it found when a report fails otherwise', async () => {
    const probed: string[] = [];
    const version = createVersion('auto', async (candidate) => probed.push(candidate));
    await version.current();
    version.failed(new Error('something else'));
    await version.current();
    expect(probed).toEqual(['3.6']);
  });
});
