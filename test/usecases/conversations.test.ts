import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import type { Question } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { createAnswer } from '../../src/usecases/answer.ts';
import type { AnswerQuestion, Showing } from '../../src/usecases/answer-question.ts';
import { type ConversationsDeps, createConverse } from '../../src/usecases/conversations.ts';
import type { Channel, Conversation, Visitor } from '../../src/usecases/ports.ts';
import { ASKER, NOW, VISITOR } from './kept.ts';
import { scheduleWith } from './schedule.ts';

const language = createLanguage(REPORTS);
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const TAGS: Question = { report: 'tags', range: 'last week', distribution: null, filters: {} };
const THREAD: Conversation = { channel: 'C1', thread: '1.5' };
const DIRECT: Conversation = { channel: 'U1', thread: '' };
const CHANNEL: Channel = { id: 'C1', name: 'support', isPrivate: false, isArchived: false, isShared: false, isMember: true };

interface Given {
  /** What is known of each conversation, by its thread. */
  readonly kept?: Readonly<Record<string, Question>>;
  readonly channel?: Partial<Channel> | null;
  readonly isBroken?: boolean;
  readonly fails?: boolean;
}

function bench({ kept = {}, channel = {}, isBroken = false, fails = false }: Given = {}) {
  const asked: { question: Question; showing: Partial<Showing> | undefined }[] = [];
  const keptUntil: unknown[] = [];
  const ran: string[] = [];
  const faults: string[] = [];
  const broken = async () => {
    throw new Error('no store');
  };
  const store: ConversationsDeps['store'] = {
    conversations: {
      keep: isBroken
        ? broken
        : async (workspace, conversation, question, until) => void keptUntil.push([workspace, conversation, question, until]),
      find: isBroken ? broken : async (_, { thread }) => kept[thread] ?? null,
    },
    deliveries: {
      scheduleOf: async (_: string, { channel: place, ts }: { channel: string; ts: string }) =>
        `${place} ${ts}` === 'C1 9.9' ? 'K7Q2' : null,
    },
    schedules: { find: async (_: string, id: string) => scheduleWith({ id, question: TAGS, nextAt: NOW, createdAt: NOW }) },
  };
  const answerQuestion: AnswerQuestion = {
    async asked({ question }, _asker, _signal, showing) {
      if (fails) throw new UserError('LiveChat is away.', 'Try later.');
      asked.push({ question, showing });
      return { text: language.say(question), blocks: [] };
    },
    kept: () => Promise.reject(new Error('no button here')),
  };
  const record = (error: unknown, doing: string) => {
    faults.push(`${doing}: ${error instanceof Error ? error.message : error}`);
    return 'ref';
  };
  const clock = () => NOW;
  const answer = createAnswer({
    language,
    reports: REPORTS,
    commands: [
      {
        name: 'save',
        aliases: [],
        usage: 'save',
        description: 'Saves.',
        examples: [],
        async run(rest) {
          ran.push(rest);
          return { text: `saved ${rest}`, blocks: [] };
        },
      },
    ],
    answerQuestion,
    postAnswer: async (_, { channel }) => ({ text: `posted in ${channel}`, blocks: [] }),
    askers: async (visitor) => ({ ...ASKER, ...visitor, zone: 'Europe/Warsaw' }),
    faults: { record },
    clock,
    command: '/livechat',
  });
  const messenger = { channel: async () => channel && { ...CHANNEL, ...channel } };
  const converse = createConverse({
    language,
    answer,
    answerQuestion,
    store,
    messengers: () => messenger,
    faults: { record },
    clock,
  });
  const said = (words: string, conversation: Conversation, { isToUs = true, ...visitor }: Partial<Visitor> & { isToUs?: boolean } = {}) =>
    converse(
      { words, conversation, isToUs },
      { ...VISITOR, channel: conversation.thread === '' ? null : conversation.channel, ...visitor },
      new AbortController().signal,
    ).then((reply) => reply && [reply.message.text, reply.isForAll]);
  return { said, asked, keptUntil, ran, faults };
}

describe('a mention', () => {
  test('is answered for everybody, with a picture that stays, and what the thread is about is kept', async () => {
    const { said, asked, keptUntil } = bench();
    expect([await said('tags last week', THREAD), asked, keptUntil]).toEqual([
      ['tags last week', true],
      [{ question: TAGS, showing: { isPublic: true, footer: [] } }],
      [['T1', THREAD, TAGS, NOW + 90 * DAY]],
    ]);
  });

  test('goes on from what the thread is about', async () => {
    const { said, keptUntil } = bench({ kept: { '1.5': TAGS } });
    const question = { ...TAGS, range: 'yesterday' };
    expect([await said('and yesterday?', THREAD), keptUntil]).toEqual([
      ['tags yesterday', true],
      [['T1', THREAD, question, NOW + 90 * DAY]],
    ]);
  });

  test('below the post of a schedule goes on from its question', async () => {
    expect(await bench().said('by hour of day', { channel: 'C1', thread: '9.9' })).toEqual(['tags last week by hour of day', true]);
  });

  test.each<[string, string, Given, Partial<Visitor>, string]>([
    ['about single agents', 'tags last week agent:a@b.co', {}, {}, 'it is about single agents'],
    ['as a CSV', 'tags last week as csv', {}, {}, 'a CSV goes to one person only'],
    ['of a guest', 'tags last week', {}, { isGuest: true }, 'only members of this workspace show figures to others'],
    [
      'of somebody whom Slack does not tell of',
      'tags last week',
      {},
      { isGuest: null },
      'only members of this workspace show figures to others',
    ],
    ['where others read', 'tags last week', { channel: { isShared: true } }, {}, 'people of other companies are in this channel'],
    ['where nobody knows who reads', 'tags last week', { channel: null }, {}, 'I cannot see who is in this channel'],
  ])('%s is answered to who asked alone, which it says, and nothing is kept', async (_what, words, given, visitor, because) => {
    const { said, asked, keptUntil } = bench(given);
    expect([await said(words, THREAD, visitor), asked.map(({ showing }) => showing), keptUntil]).toEqual([
      [words, false],
      [{ isPublic: false, footer: [`Only you see this, because ${because}.`] }],
      [],
    ]);
  });

  test.each([
    ['a verb', 'save tags as mine', 'saved tags as mine'],
    ['help', 'help', expect.stringContaining('plain words')],
    ['what is not understood', 'flibber', "I don't know what “flibber” means."],
    ['what cannot be', 'by agent', expect.stringContaining('I cannot split by agent.')],
    ['what goes to another channel', 'tags last week in <#C2|random>', 'posted in C2'],
  ])('with %s is answered to who asked alone', async (_what, words, text) => {
    expect(await bench({ kept: { '1.5': TAGS } }).said(words, THREAD)).toEqual([text, false]);
  });

  test('that cannot be answered tells who asked alone', async () => {
    expect(await bench({ fails: true }).said('tags last week', THREAD)).toEqual(['LiveChat is away. Try later.', false]);
  });

  test('is answered although nothing can be remembered', async () => {
    const { said, faults } = bench({ isBroken: true });
    expect([await said('tags last week', THREAD), faults]).toEqual([
      ['tags last week', true],
      ['looking up what a conversation is about: no store', 'keeping what a conversation is about: no store'],
    ]);
  });
});

describe('direct messages', () => {
  test('show single agents as well, and go on for an hour', async () => {
    const { said, keptUntil, asked } = bench();
    const question = { ...TAGS, filters: { agents: ['a@b.co'] } };
    expect([await said('tags last week agent:a@b.co', DIRECT), asked.map(({ showing }) => showing), keptUntil]).toEqual([
      ['tags last week agent:a@b.co', true],
      [{ isPublic: true, footer: [] }],
      [['T1', DIRECT, question, NOW + HOUR]],
    ]);
  });

  test('send a CSV once: what goes on from it is an answer again', async () => {
    const { said, keptUntil } = bench();
    expect([await said('tags last week as csv', DIRECT), keptUntil]).toEqual([
      ['tags last week as csv', true],
      [['T1', DIRECT, TAGS, NOW + HOUR]],
    ]);
  });

  test('go on from the last question, and begin anew with one of its own', async () => {
    const { said } = bench({ kept: { '': { ...TAGS, filters: { tags: ['vip'] } } } });
    expect([await said('by weekday', DIRECT), await said('duration yesterday', DIRECT)]).toEqual([
      ['tags last week by weekday tag:vip', true],
      ['duration yesterday', true],
    ]);
  });
});

describe('what was not said to the bot', () => {
  test('is answered where every word of it edits the question', async () => {
    const { said } = bench({ kept: { '1.5': TAGS } });
    expect(await said('and yesterday?', THREAD, { isToUs: false })).toEqual(['tags yesterday', true]);
  });

  test.each(['save me a seat', 'thanks', 'yesterday was awful', 'help', '30 feb', 'flibber', 'ok', 'look in #random'])(
    'is left alone: %s',
    async (words) => {
      const { said, ran, asked, faults } = bench({ kept: { '1.5': TAGS } });
      expect([await said(words, THREAD, { isToUs: false }), ran, asked, faults]).toEqual([null, [], [], []]);
    },
  );

  test('is left alone in a thread that is not about a question', async () => {
    expect(await bench().said('tags last week', THREAD, { isToUs: false })).toBeNull();
  });

  test('tells who asked when it cannot be answered', async () => {
    const { said } = bench({ kept: { '1.5': TAGS }, fails: true });
    expect(await said('and yesterday?', THREAD, { isToUs: false })).toEqual(['LiveChat is away. Try later.', false]);
  });
});
