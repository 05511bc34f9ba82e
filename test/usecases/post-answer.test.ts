import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import type { Question } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import type { Message } from '../../src/presentation/message.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { createAnswerQuestion } from '../../src/usecases/answer-question.ts';
import type { Asker, Channel, FileContent, Messenger, Place, Posted } from '../../src/usecases/ports.ts';
import { createPostAnswer, createPostAnywayCommand, createPostToCommand } from '../../src/usecases/post-answer.ts';
import type { Making } from '../../src/usecases/reporter.ts';
import { answer } from '../presentation/given.ts';
import { ASKER, NOW } from './kept.ts';

const CHANNEL: Channel = { id: 'C1', name: 'support', isPrivate: false, isArchived: false, isShared: false, isMember: true };
const language = createLanguage(REPORTS);

interface Given {
  readonly channel?: Partial<Channel> | null;
  readonly members?: readonly string[];
  readonly posted?: Posted;
  /** What becomes of the first ones. */
  readonly first?: readonly Posted[];
  readonly isForgetful?: boolean;
  readonly refusesFiles?: boolean;
}

function bench({
  channel = {},
  members = [],
  posted = { state: 'posted', channel: 'C1', ts: '1.2' },
  first = [],
  refusesFiles,
  isForgetful,
}: Given = {}) {
  const all: Question[] = [];
  const posts: { place: Place; message: Message }[] = [];
  const files: { person: string; name: string; text: string; says: string }[] = [];
  const makings: Pick<Making, 'isPublic'>[] = [];
  const forgotten: string[] = [];
  const seen = new Set<string>();
  const world = { now: NOW };
  const faults: unknown[] = [];
  const outcomes = [...first];
  const messenger: Messenger = {
    async post(place, message) {
      posts.push({ place, message });
      return outcomes.shift() ?? posted;
    },
    look: async () => ({ state: 'absent' }),
    channel: async (id) => channel && { ...CHANNEL, id, ...channel },
    nameOf: async (person) => person,
    kindOf: async () => 'member',
    isIn: async (person) => members.includes(person),
    async sendFile(person: string, { name, bytes }: FileContent, { text: says }) {
      if (refusesFiles) throw new Error('missing_scope');
      files.push({ person, name, text: bytes.toString(), says });
    },
    deleteFile: async () => {},
    works: async () => true,
  };
  const deps = {
    language,
    reports: REPORTS,
    reporter: {
      async report(
        { question, range, distribution }: Parameters<ReturnType<typeof createPostAnswer>>[0],
        _: unknown,
        { isPublic }: Making,
      ) {
        makings.push({ isPublic });
        const { suggestions, ...found } = answer();
        return { ...found, query: { ...found.query, range, distribution, filters: question.filters } };
      },
    },
    messengers: () => messenger,
    pictures: {
      async forget(_: string, file: string) {
        forgotten.push(file);
      },
    },
    questions: {
      keep: async (_: string, asked: readonly Question[]) => asked.map((question) => String(all.push(question) - 1)),
      find: async (_: string, id: string) => all[Number(id)] ?? null,
      forget: async () => 0,
    },
    conversations: { keep: async () => {} },
    seenKeys: {
      async first(_: string, key: string) {
        if (isForgetful) throw new Error('no disk');
        return seen.size < seen.add(key).size;
      },
      async release(_: string, key: string) {
        seen.delete(key);
      },
    },
    faults: { record: (error: unknown) => `ref${faults.push(error)}` },
    clock: () => world.now,
    pictureMs: 1_000,
  };
  const { signal } = new AbortController();
  const understood = (words: string) => {
    const asked = language.understand(words, { ...ASKER, now: NOW });
    if (asked.kind !== 'question') throw new Error(`Not a question: ${words}`);
    return asked;
  };
  const told = async (run: () => Promise<Message>) => {
    try {
      const { text, blocks } = await run();
      return { text, buttons: buttonsOf(blocks) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { text: `${error.message} ${error.hint}`, buttons: error.suggestions.map(({ label, words }) => [label, words]) };
    }
  };
  const postAnswer = createPostAnswer(deps);
  return {
    world,
    posts,
    files,
    makings,
    forgotten,
    faults,
    post: (words: string, asker: Partial<Asker> = {}) =>
      told(() => postAnswer(understood(words), { channel: 'C1', asker: { ...ASKER, ...asker }, signal })),
    pressPost: (behind: string) => told(() => createPostToCommand(deps, postAnswer).run(`C1 ${behind}`, ASKER, signal)),
    press: (value: string, asker: Partial<Asker> = {}) =>
      told(() => createPostAnywayCommand(deps).run(value.replace(/^\S+ /, ''), { ...ASKER, ...asker }, signal)),
    ask: (words: string) => told(() => createAnswerQuestion(deps).asked(understood(words), ASKER, signal)),
  };
}

const buttonsOf = (blocks: Message['blocks']) =>
  blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map((each) => (each.type === 'button' ? [each.text.text, each.value ?? ''] : [])) : [],
  );

const ONLY_ME = ['Show only me', 'tags last week'];

describe('an answer in a channel', () => {
  test('is one message for everybody that names who asked', async () => {
    const { post, posts, makings } = bench();
    expect([await post('tags last week'), posts.map(({ place }) => place), makings]).toEqual([
      { text: 'Posted in #support.', buttons: [] },
      [{ channel: 'C1' }],
      [{ isPublic: true }],
    ]);
    expect(JSON.stringify(posts[0]?.message.blocks)).toContain('Asked by @Anna');
  });

  test.each<{ why: string; given: Given; asker?: Partial<Asker>; words?: string; text: string; buttons: string[][] }>([
    {
      why: 'the bot is not there',
      given: { channel: { isMember: false } },
      text: 'I am not in #support, so I cannot post there. Type /invite @LiveChat Reports there, then try again.',
      buttons: [['Try again', 'tags last week in <#C1>'], ONLY_ME],
    },
    {
      why: 'the bot cannot see it',
      given: { channel: null },
      text: 'I cannot see that channel. Type /invite @LiveChat Reports there, then try again.',
      buttons: [['Try again', 'tags last week in <#C1>'], ONLY_ME],
    },
    {
      why: 'it is archived',
      given: { channel: { isArchived: true } },
      text: '#support is archived, so nothing can be posted there. Unarchive it, or choose another channel.',
      buttons: [],
    },
    {
      why: 'the person is a guest',
      given: {},
      asker: { isGuest: true },
      text: 'Posting to a channel is for members of this workspace, not for guests. Ask a member to post it.',
      buttons: [ONLY_ME],
    },
    {
      why: 'nobody knows who the person is',
      given: {},
      asker: { isGuest: null },
      text: 'I could not look up who you are. Try again in a moment.',
      buttons: [],
    },
    {
      why: 'it is private and the person is not in it',
      given: { channel: { isPrivate: true }, members: ['U2'] },
      text: 'I post to a private channel only for the people in it. Ask one of them, or choose another channel.',
      buttons: [ONLY_ME],
    },
    {
      why: 'it is a CSV',
      given: {},
      words: 'tags last week as csv',
      text: 'I send a CSV to one person only. Have it for yourself, or post the table.',
      buttons: [
        ['Send me the CSV', 'tags last week as csv'],
        ['Post the table', 'tags last week as table in <#C1>'],
      ],
    },
  ])('is refused where $why', async ({ given, asker, words = 'tags last week', text, buttons }) => {
    const { post, posts } = bench(given);
    expect([await post(words, asker), posts]).toEqual([{ text, buttons }, []]);
  });

  test('goes to a private channel for the people in it', async () => {
    const isPrivate = { channel: { isPrivate: true } };
    const [listed, there] = [bench({ ...isPrivate, members: ['U1'] }), bench(isPrivate)];
    expect([await listed.post('tags last week'), await there.post('tags last week', { channel: 'C1' })]).toEqual([
      { text: 'Posted in #support.', buttons: [] },
      { text: 'Posted in #support.', buttons: [] },
    ]);
  });

  test.each([
    [{ isShared: true }, 'tags last week', 'People of other companies are in #support and will read it too. Nothing is posted yet.'],
    [
      {},
      'duration last week agent:anna@example.com',
      'Everybody in #support will see the numbers of agent anna@example.com. Nothing is posted yet.',
    ],
  ])('is asked about first where others read it than usual: %j, %s', async (channel, words, text) => {
    const { post, press, posts } = bench({ channel });
    const asked = await post(words);
    expect([asked, posts]).toEqual([
      {
        text,
        buttons: [
          ['Post there anyway', 'post-question 0.mwm5f11c C1'],
          ['Show only me', 'question 0.mwm5f11c'],
        ],
      },
      [],
    ]);
    expect([(await press('post-question 0.mwm5f11c C1')).text, posts.length]).toEqual(['Posted in #support.', 1]);
  });

  test('is refused behind the button as before it', async () => {
    const { post, press, posts } = bench({ channel: { isShared: true } });
    await post('tags last week');
    expect([(await press('post-question 0 C1', { isGuest: true })).text, (await press('post-question 7 C1')).text, posts]).toEqual([
      'Posting to a channel is for members of this workspace, not for guests. Ask a member to post it.',
      'That button is from more than 90 days ago, and I have forgotten what it asked. Ask in words.',
      [],
    ]);
  });

  test('is about the time that was shown, however late its button is pressed', async () => {
    const { post, press, world, posts } = bench({ channel: { isShared: true } });
    await post('tags last week');
    world.now += 7 * 24 * 3_600_000;
    await press('post-question 0.mwm5f11c C1');
    await press('post-question 0 C1');
    expect(posts.map(({ message }) => /Mon [^<]*? Nov/.exec(JSON.stringify(message.blocks))?.[0])).toEqual([
      'Mon 9 – Sun 15 Nov',
      'Mon 16 – Sun 22 Nov',
    ]);
  });

  test('is made once by one button, unless Slack refused it; in words as often as it is asked for', async () => {
    const refused: Posted = { state: 'refused', code: 'restricted_action', retryAfterMs: null };
    const { pressPost, post, posts } = bench({ first: [refused] });
    const said: string[] = [];
    for (const _ of Array(3)) said.push((await pressPost('tags last week')).text);
    for (const _ of Array(2)) said.push((await post('tags last week')).text);
    expect([said.slice(1), posts.length]).toEqual([
      ['Posted in #support.', 'Posted in #support already.', 'Posted in #support.', 'Posted in #support.'],
      4,
    ]);
  });

  test('is made where nothing can be remembered', async () => {
    const { pressPost, faults } = bench({ isForgetful: true });
    expect([await pressPost('tags last week'), faults]).toEqual([{ text: 'Posted in #support.', buttons: [] }, [new Error('no disk')]]);
  });

  test('that Slack refuses, or says nothing of, is told', async () => {
    const [refused, unknown] = [
      bench({ posted: { state: 'refused', code: 'restricted_action', retryAfterMs: null } }),
      bench({ posted: { state: 'unknown', error: new Error('no answer') } }),
    ];
    expect([await refused.post('tags last week'), await unknown.post('tags last week'), unknown.faults]).toEqual([
      {
        text: 'I could not post it, because I am not allowed to post there. An administrator of the workspace can allow me to, or choose another channel.',
        buttons: [ONLY_ME],
      },
      { text: 'Slack did not tell me whether it was posted (ref ref1). Look there before you ask again.', buttons: [] },
      [new Error('no answer')],
    ]);
  });

  test('forgets a picture that Slack did not take', async () => {
    const { post, forgotten } = bench({ posted: { state: 'posted', channel: 'C1', ts: '1.2', refusedFiles: ['F7'] } });
    await post('tags last week');
    expect(forgotten).toEqual(['F7']);
  });
});

describe('a CSV', () => {
  test('goes to the direct messages, and the answer says so', async () => {
    const { ask, files } = bench();
    expect([(await ask('tags last week as csv')).text, files]).toEqual([
      'Agents spent 14m 35s per chat last week (1,412 chats). The CSV is in our direct messages.',
      [
        {
          person: 'U1',
          name: 'tags-last-week-2026-11-09.csv',
          text: '\uFEFFDay,Chats\r\n2026-11-09,1400\r\n2026-11-10,12\r\n',
          says: 'Chatting time, last week, as CSV',
        },
      ],
    ]);
  });

  test('that Slack refuses is said with a reference; the numbers come', async () => {
    const { ask, faults } = bench({ refusesFiles: true });
    expect([(await ask('tags last week as csv')).text, faults]).toEqual([
      'Agents spent 14m 35s per chat last week (1,412 chats). I could not send you the CSV (ref ref1). Ask again; if it fails twice, give the reference to whoever runs this bot.',
      [new Error('missing_scope')],
    ]);
  });

  test('is sent for nothing but a CSV', async () => {
    const { ask, files } = bench();
    await ask('tags last week as table');
    expect(files).toEqual([]);
  });
});
