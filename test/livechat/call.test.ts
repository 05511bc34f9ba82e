import { describe, expect, test } from '@jest/globals';
import { createReportsApi } from '../../src/livechat/client.ts';
import { LiveChatError } from '../../src/livechat/errors.ts';
import { EMPTY, refusal } from './support/answers.ts';
import { type Bench, bench, liveChat, type Reply, withoutNetwork } from './support/livechat.ts';
import { flatTags, tags } from './support/methods.ts';
import { BASE, between, byDay } from './support/question.ts';

withoutNetwork();

const busy: Reply = { status: 503, json: refusal('service_unavailable') };
const limited: Reply = { status: 429, json: refusal('too_many_requests') };
const fine: Reply = { json: EMPTY };

/** How it ended, what it waited for on the way, and how often LiveChat was asked. */
async function course(replies: readonly Reply[], { api, waits }: Bench = bench()) {
  const asked = liveChat(...replies);
  const end = await api.fetch(tags, byDay()).then(
    ({ source }) => `answered in ${source.calls}`,
    (error: unknown) => (error instanceof LiveChatError ? error.name : error),
  );
  return { end, waits, asked: asked.length };
}

describe('a call', () => {
  test.each<[string, Reply[], Awaited<ReturnType<typeof course>>]>([
    ['needs no second request when all is well', [fine], { end: 'answered in 1', waits: [], asked: 1 }],
    ['survives one hiccup', [busy, fine], { end: 'answered in 2', waits: [750], asked: 2 }],
    ['survives two', [busy, { status: 502, text: '<html>' }, fine], { end: 'answered in 3', waits: [750, 2250], asked: 3 }],
    ['gives up at the third', [busy, busy, busy, fine], { end: 'ServiceUnavailableError', waits: [750, 2250], asked: 3 }],
    ['survives a broken connection', [{ breaks: 'ECONNRESET' }, fine], { end: 'answered in 2', waits: [750], asked: 2 }],
    ['survives a gateway that timed out', [{ status: 504, text: '' }, fine], { end: 'answered in 2', waits: [750], asked: 2 }],
    ['waits when it is limited', [limited, limited, fine], { end: 'answered in 3', waits: [2000, 4000], asked: 3 }],
    [
      'is not repeated a third time when it is limited',
      [limited, limited, limited],
      { end: 'TooManyRequestsError', waits: [2000, 4000], asked: 3 },
    ],
    [
      'waits as long as LiveChat wishes',
      [{ ...limited, headers: { 'Retry-After': '7' } }, fine],
      { end: 'answered in 2', waits: [7000], asked: 2 },
    ],
    [
      'waits until when LiveChat wishes',
      [{ ...busy, headers: { 'Retry-After': 'Sun, 22 Nov 2026 12:00:09 GMT' } }, fine],
      { end: 'answered in 2', waits: [9000], asked: 2 },
    ],
    [
      'does not wait for minutes',
      [{ ...limited, headers: { 'Retry-After': '120' } }],
      { end: 'TooManyRequestsError', waits: [], asked: 1 },
    ],
    [
      'stays within 25 s',
      [
        { ...limited, headers: { 'Retry-After': '20' } },
        { ...limited, headers: { 'Retry-After': '5' } },
      ],
      { end: 'TooManyRequestsError', waits: [20_000], asked: 2 },
    ],
    [
      'is not repeated when the token is bad',
      [{ status: 401, json: refusal('authentication') }],
      { end: 'AuthenticationError', waits: [], asked: 1 },
    ],
    ['is not repeated when it is wrong', [{ status: 400, json: refusal('validation') }], { end: 'ValidationError', waits: [], asked: 1 }],
    [
      'is not repeated when LiveChat fails at it',
      [{ status: 500, json: refusal('internal') }],
      { end: 'InternalError', waits: [], asked: 1 },
    ],
    ['is not repeated when the answer is half', [{ text: '{"total":3,"rec' }], { end: 'UnreadableAnswerError', waits: [], asked: 1 }],
    ['is not repeated when the answer is a page', [{ text: '<html></html>' }], { end: 'UnreadableAnswerError', waits: [], asked: 1 }],
    ['is not repeated when the answer is another', [{ json: { total: 'many' } }], { end: 'UnreadableAnswerError', waits: [], asked: 1 }],
  ])('%s', async (_, replies, expected) => {
    expect(await course(replies)).toEqual(expected);
  });

  test('is repeated without a wait when LiveChat says so, by the clock of the machine when no other sleep is given', async () => {
    const asked = liveChat({ ...limited, headers: { 'Retry-After': '0' } }, fine);
    const log = { info() {}, warn() {} };
    const api = createReportsApi({
      baseUrl: BASE,
      version: '3.6',
      credentials: { bearer: 'token' },
      clock: Date.now,
      random: Math.random,
      log,
    });
    const { source } = await api.fetch(tags, byDay());
    expect([source.calls, asked.length]).toEqual([2, 2]);
  });

  test('has a time that counts for all of it', async () => {
    const slow = bench({ budget: 3_000 });
    expect(await course([busy, busy, fine], slow)).toEqual({ end: 'ServiceUnavailableError', waits: [750], asked: 2 });
  });

  test('does not begin when its time is over', async () => {
    expect(await course([fine], bench({ budget: 0 }))).toEqual({ end: 'NoAnswerError', waits: [], asked: 0 });
  });

  test('is cut when LiveChat says nothing, and not repeated', async () => {
    expect(await course([{ ...fine, delay: 10_000 }, fine], bench({ timeout: 30 }))).toMatchObject({ end: 'NoAnswerError', waits: [] });
  });

  test('ends while it waits when nobody wants it any more', async () => {
    const controller = new AbortController();
    const reason = new Error('the person gave up');
    const asked = liveChat(busy, fine);
    const sleep = async () => controller.abort(reason);
    await expect(bench({ sleep }).api.fetch(tags, byDay(), controller.signal)).rejects.toBe(reason);
    expect(asked).toHaveLength(1);
  });
});

describe('a call for another region', () => {
  const elsewhere = (region: string): Reply => ({ status: 421, json: refusal('misdirected_request', { region }) });
  const regions = (asked: ReturnType<typeof liveChat>) => asked.map(({ headers }) => headers['x-region'] ?? 'none');

  test('is repeated there at once, and the next one goes there right away', async () => {
    const asked = liveChat(elsewhere('fra'), fine, fine);
    const { api, waits } = bench();
    const first = await api.fetch(tags, byDay());
    const second = await api.fetch(tags, byDay({ groups: [3] }));
    expect({ regions: regions(asked), calls: [first.source.calls, second.source.calls], waits }).toEqual({
      regions: ['none', 'fra', 'fra'],
      calls: [2, 1],
      waits: [],
    });
  });

  test('is repeated there by each of two that were under way together', async () => {
    const asked = liveChat(...[elsewhere('fra'), elsewhere('fra'), fine, fine].map((reply): Reply => ({ ...reply, method: 'GET' })));
    await bench({ version: '3.2' }).api.fetch(flatTags, byDay({}, between('2026-10-19', '2026-10-26')));
    expect(regions(asked)).toEqual(['none', 'none', 'fra', 'fra']);
  });

  test('is the same whole request but for the region', async () => {
    const [first, second] = await askedFor([elsewhere('us-south1'), fine]);
    expect(second).toEqual({ ...first, headers: { ...first?.headers, 'x-region': 'us-south1' } });
  });

  test.each<[string, Reply[], string[]]>([
    ['is repeated only once', [elsewhere('fra'), elsewhere('dal'), fine], ['none', 'fra']],
    ['is not repeated where it has just been', [elsewhere('fra'), elsewhere('fra'), fine], ['none', 'fra']],
    ['is not repeated when the region is none', [elsewhere('not a region'), fine], ['none']],
  ])('%s', async (_, replies, expected) => {
    const asked = liveChat(...replies);
    await expect(bench().api.fetch(tags, byDay())).rejects.toMatchObject({ name: 'MisdirectedRequestError' });
    expect(regions(asked)).toEqual(expected);
  });

  test('may still be repeated after a hiccup', async () => {
    expect(await course([elsewhere('fra'), busy, fine])).toEqual({ end: 'answered in 3', waits: [750], asked: 3 });
  });

  async function askedFor(replies: readonly Reply[]) {
    const asked = liveChat(...replies);
    await bench().api.fetch(tags, byDay());
    return asked;
  }
});
