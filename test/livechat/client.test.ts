import { describe, expect, test } from '@jest/globals';
import type { ApiVersion } from '../../src/model/api-version.ts';
import { NOW } from './support/answers.ts';
import { type Asked, bench, liveChat, withoutNetwork } from './support/livechat.ts';
import { duration, flatDuration, flatTags, tags } from './support/methods.ts';
import { between, byDay } from './support/question.ts';

withoutNetwork();

const FILTERS = { agents: ['anna+chat@shop.example'], groups: [0, 19], tags: ['R&D', 'vip'], clients: ['0f0f'] };

function flat(version: ApiVersion, query: string): Asked {
  const headers = { accept: 'application/json', authorization: 'Bearer fra:secret-token', 'x-api-version': version };
  return { method: 'GET', url: `https://livechat.example/v${version}/reports/chats/${query}`, headers };
}

describe('a whole request, as it travels', () => {
  test('in v3.2', async () => {
    const asked = liveChat({ method: 'GET' });
    await bench({ version: '3.2' }).api.fetch(flatDuration, byDay(FILTERS));
    expect(asked).toEqual([
      flat(
        '3.2',
        'agents_chatting_duration?from=2026-11-09T00%3A00%3A00%2B01%3A00&to=2026-11-15T23%3A59%3A59%2B01%3A00&distribution=day' +
          '&agents=anna%2Bchat%40shop.example&groups=0%2C19&tags=R%26D%2Cvip&customer_client_ids=0f0f',
      ),
    ]);
  });

  test('in v3.3', async () => {
    const asked = liveChat({ method: 'GET' });
    await bench({ version: '3.3' }).api.fetch(flatTags, byDay({ tagged: false }));
    expect(asked).toEqual([
      flat(
        '3.3',
        'tags?from=2026-11-09T00%3A00%3A00%2B01%3A00&to=2026-11-15T23%3A59%3A59%2B01%3A00&distribution=day' +
          '&timezone=Europe%2FWarsaw&names=%3Awithout%3A',
      ),
    ]);
  });

  test.each(['3.4', '3.6'] as const)('in v%s', async (version) => {
    const asked = liveChat({});
    await bench({ version }).api.fetch(duration, byDay(FILTERS));
    expect(asked).toEqual([
      {
        method: 'POST',
        url: `https://livechat.example/v${version}/reports/chats/duration`,
        headers: {
          accept: 'application/json',
          authorization: 'Bearer fra:secret-token',
          'content-type': 'application/json',
          'x-api-version': version,
        },
        body: {
          distribution: 'day',
          timezone: 'Europe/Warsaw',
          filters: {
            from: '2026-11-09T00:00:00+01:00',
            to: '2026-11-15T23:59:59.999999+01:00',
            agents: { values: ['anna+chat@shop.example'] },
            groups: { values: [0, 19] },
            tags: { values: ['R&D', 'vip'] },
            properties: { source: { customer_client_id: { values: ['0f0f'] } } },
          },
        },
      },
    ]);
  });
});

describe('a range in which the clocks change', () => {
  const autumn = between('2026-10-19', '2026-10-26');

  test('is asked in two in v3.2, and the answers are one', async () => {
    const asked = liveChat(
      { method: 'GET', json: { total: 5, records: { '2026-10-24': { vip: 2 }, '2026-10-25': { vip: 3 } } } },
      { method: 'GET', json: { total: 7, records: { '2026-10-25': { vip: 4, spam: 3 } } } },
    );
    const answer = await bench({ version: '3.2' }).api.fetch(flatTags, byDay({}, autumn));
    expect({ answer, asked }).toEqual({
      answer: {
        wire: { total: 12, records: { '2026-10-24': { vip: 2 }, '2026-10-25': { vip: 7, spam: 3 } } },
        source: { version: '3.2', path: 'chats/tags', calls: 2, asOf: NOW },
      },
      asked: [
        flat('3.2', 'tags?from=2026-10-19T00%3A00%3A00%2B02%3A00&to=2026-10-25T02%3A59%3A59%2B02%3A00&distribution=day'),
        flat('3.2', 'tags?from=2026-10-25T02%3A00%3A00%2B01%3A00&to=2026-10-25T23%3A59%3A59%2B01%3A00&distribution=day'),
      ],
    });
  });

  test('is not answered in part: one piece that fails fails all', async () => {
    liveChat({ method: 'GET' }, { method: 'GET', status: 500 });
    await expect(bench({ version: '3.2' }).api.fetch(flatTags, byDay({}, autumn))).rejects.toMatchObject({ name: 'InternalError' });
  });

  test('is asked once in v3.6, each end with its own offset', async () => {
    const asked = liveChat({});
    await bench().api.fetch(tags, byDay({}, autumn));
    expect(asked.map(({ body }) => body)).toEqual([
      {
        distribution: 'day',
        timezone: 'Europe/Warsaw',
        filters: { from: '2026-10-19T00:00:00+02:00', to: '2026-10-25T23:59:59.999999+01:00' },
      },
    ]);
  });
});

describe('a question', () => {
  test('that cannot be asked is refused before any call', async () => {
    const asked = liveChat({ method: 'GET' });
    const refused = bench({ version: '3.2' }).api.fetch(flatTags, byDay({ tags: ['a, b'] }));
    await expect(refused).rejects.toMatchObject({ name: 'UserError' });
    expect(asked).toEqual([]);
  });

  test('asked by two at once is one call, and stays one when the first of them leaves', async () => {
    const asked = liveChat({ delay: 20 });
    const { api } = bench();
    const leaving = new AbortController();
    const both = Promise.allSettled([api.fetch(tags, byDay(), leaving.signal), api.fetch(tags, byDay())]);
    setImmediate(() => leaving.abort(new Error('gone')));
    const [first, second] = await both;
    expect({ first: first?.status, second: second?.status, asked: asked.length }).toEqual({
      first: 'rejected',
      second: 'fulfilled',
      asked: 1,
    });
  });

  test('whose answer is of another shape names the place for the log', async () => {
    liveChat({ json: { total: 1, records: { '2026-11-09': { vip: 'many' } } } });
    await expect(bench().api.fetch(tags, byDay())).rejects.toMatchObject({
      name: 'UnreadableAnswerError',
      cause: new Error('records.2026-11-09.vip: Invalid input: expected number, received string'),
    });
  });

  test('whose answer is no object at all says that', async () => {
    liveChat({ json: [] });
    await expect(bench().api.fetch(tags, byDay())).rejects.toMatchObject({
      name: 'UnreadableAnswerError',
      cause: new Error('the whole answer: Invalid input: expected object, received array'),
    });
  });
});
