import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import type { ApiVersion } from '../../src/model/api-version.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { createAnswer } from '../../src/usecases/answer.ts';
import { createAnswerQuestion } from '../../src/usecases/answer-question.ts';
import { createAskers } from '../../src/usecases/askers.ts';
import { createReporter } from '../../src/usecases/reporter.ts';
import { bench, liveChat, withoutNetwork } from '../livechat/support/livechat.ts';
import { BASE } from '../livechat/support/question.ts';
import { keptInMemory, VISITOR } from './kept.ts';

withoutNetwork();

/** Wednesday 18 November 2026, 10:00 in Warsaw. */
const NOW = Date.UTC(2026, 10, 18, 9);
const TOKEN = 'sandbox:token';

/** Everything that LiveChat is asked because of some words, what they say first. */
async function requestsOf(words: string, version: ApiVersion) {
  const method = version === '3.2' ? 'GET' : 'POST';
  const asked = liveChat({ method }, { method });
  const { api } = bench({ version, credentials: { bearer: TOKEN } });
  const language = createLanguage(REPORTS);
  const faults = { record: () => 'ref' };
  const { preferences } = keptInMemory().store;
  const pictures = { publish: () => Promise.resolve({ slackFile: 'F1' }) };
  const questions = { keep: async () => [], find: async () => null, forget: async () => 0 };
  const clock = () => NOW;
  const reporter = createReporter({ reports: REPORTS, api, pictures, preferences, faults });
  const asking = { language, reports: REPORTS, reporter, messengers: () => null, questions, faults, clock, pictureMs: 1_000 };
  const answer = createAnswer({
    language,
    reports: REPORTS,
    commands: [],
    answerQuestion: createAnswerQuestion(asking),
    postAnswer: () => Promise.reject(new Error('Nothing is posted here')),
    askers: createAskers({ preferences, faults, defaults: { zone: 'UTC', weekStart: 'monday' } }),
    faults,
    clock,
    command: '/livechat',
  });
  await answer(words, VISITOR, new AbortController().signal);
  return asked;
}

const LAST_WEEK = 'from=2026-11-09T00%3A00%3A00%2B01%3A00&to=2026-11-15T23%3A59%3A59%2B01%3A00';
const HEADERS = { accept: 'application/json', authorization: `Bearer ${TOKEN}`, 'x-api-version': '3.2' };
const get = (pathAndQuery: string) => [{ method: 'GET', url: `${BASE}/v3.2/reports/chats/${pathAndQuery}`, headers: HEADERS }];

const WEEK_BEFORE = 'from=2026-11-02T00%3A00%3A00%2B01%3A00&to=2026-11-08T23%3A59%3A59%2B01%3A00';
/** And once more about the week before, with which it is compared. */
const withBefore = (asked: string) => [...get(asked), ...get(asked.replace(LAST_WEEK, WEEK_BEFORE))];

describe('on v3.2 every documented parameter of chats/agents_chatting_duration can be asked for', () => {
  test.each([
    ['from and to', 'duration last week', `${LAST_WEEK}&distribution=day`],
    ['distribution=hour', 'duration last week by hour', `${LAST_WEEK}&distribution=hour`],
    ['distribution=day-hours', 'duration last week by hour of day', `${LAST_WEEK}&distribution=day-hours`],
    ['distribution=day', 'duration last week by day', `${LAST_WEEK}&distribution=day`],
    ['distribution=month', 'duration last week by month', `${LAST_WEEK}&distribution=month`],
    [
      'agents',
      'duration last week for anna@shop.example agent:ben+chat@shop.example',
      `${LAST_WEEK}&distribution=day&agents=anna%40shop.example%2Cben%2Bchat%40shop.example`,
    ],
    ['groups', 'duration last week for group 0 group:19', `${LAST_WEEK}&distribution=day&groups=0%2C19`],
    ['tags', 'duration last week tag:vip tag:"late delivery"', `${LAST_WEEK}&distribution=day&tags=vip%2Clate+delivery`],
    [
      'customer_client_ids',
      'duration last week client:5b1f0c7e9a3d42688c51d0e7f2a96b34',
      `${LAST_WEEK}&distribution=day&customer_client_ids=5b1f0c7e9a3d42688c51d0e7f2a96b34`,
    ],
    ['tagged=true', 'duration last week tagged', `${LAST_WEEK}&distribution=day&tagged=true`],
    ['tagged=false', 'duration last week untagged', `${LAST_WEEK}&distribution=day&tagged=false`],
  ])('%s: %s', async (_, words, query) => {
    expect(await requestsOf(words, '3.2')).toEqual(withBefore(`agents_chatting_duration?${query}`));
  });
});

describe('on v3.2 every documented parameter of chats/tags can be asked for', () => {
  test.each([
    ['from and to, and the distribution that it requires', 'tags last week', `${LAST_WEEK}&distribution=day`],
    ['distribution=hour', 'tags last week by hour', `${LAST_WEEK}&distribution=hour`],
    ['distribution=day-hours', 'tags last week by hour of day', `${LAST_WEEK}&distribution=day-hours`],
    ['distribution=month', 'tags last week by month', `${LAST_WEEK}&distribution=month`],
    ['distribution=year', 'tags last week by year', `${LAST_WEEK}&distribution=year`],
    ['agents', 'tags last week for anna@shop.example', `${LAST_WEEK}&distribution=day&agents=anna%40shop.example`],
    ['groups', 'tags last week group:0', `${LAST_WEEK}&distribution=day&groups=0`],
    ['names', 'tags last week tag:spam tag:vip', `${LAST_WEEK}&distribution=day&names=spam%2Cvip`],
    ['names=:with:', 'tags last week tagged', `${LAST_WEEK}&distribution=day&names=%3Awith%3A`],
    ['names=:without:', 'tags last week untagged', `${LAST_WEEK}&distribution=day&names=%3Awithout%3A`],
  ])('%s: %s', async (_, words, query) => {
    expect(await requestsOf(words, '3.2')).toEqual(withBefore(`tags?${query}`));
  });
});

test('on v3.6 the same words become one nested body', async () => {
  const words = 'duration last week by hour of day for anna@shop.example group:0 tag:vip client:5b1f';
  expect((await requestsOf(words, '3.6')).slice(0, 1)).toEqual([
    {
      method: 'POST',
      url: `${BASE}/v3.6/reports/chats/duration`,
      headers: { ...HEADERS, 'content-type': 'application/json', 'x-api-version': '3.6' },
      body: {
        distribution: 'day-hours',
        timezone: 'Europe/Warsaw',
        filters: {
          from: '2026-11-09T00:00:00+01:00',
          to: '2026-11-15T23:59:59.999999+01:00',
          agents: { values: ['anna@shop.example'] },
          groups: { values: [0] },
          tags: { values: ['vip'] },
          properties: { source: { customer_client_id: { values: ['5b1f'] } } },
        },
      },
    },
  ]);
});
