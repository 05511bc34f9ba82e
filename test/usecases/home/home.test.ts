import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../../src/language/index.ts';
import type { ApiVersion } from '../../../src/model/api-version.ts';
import { ServiceError } from '../../../src/model/errors.ts';
import { Temporal } from '../../../src/model/time.ts';
import type { HomeView } from '../../../src/presentation/message.ts';
import type { ScheduleLine } from '../../../src/presentation/schedules/schedule-line.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import type { ApiQuery, ReportsApi } from '../../../src/reports/report.ts';
import { createAskers } from '../../../src/usecases/askers.ts';
import { createHome } from '../../../src/usecases/home/home.ts';
import { createTodayWatch } from '../../../src/usecases/home/today.ts';
import type { PersonPreferences, Visitor, WorkspacePreferences } from '../../../src/usecases/ports.ts';
import { validateView } from '../../slack-double/block-kit/validate.ts';
import { keptInMemory, NOW, VISITOR } from '../kept.ts';

const MINUTE = 60_000;
const refused = new ServiceError('LiveChat does not accept the access token of this bot.', 'Whoever runs this bot can give it a new one.');

const LINE: ScheduleLine = {
  id: 'k7',
  what: 'Tags usage · last week',
  when: 'every Monday at 09:00',
  zone: 'Europe/Warsaw',
  place: { channel: 'C1' },
  owner: null,
  state: 'active',
  pausedFor: null,
  nextAt: Date.UTC(2026, 10, 23, 8),
  isNextSkipped: false,
  last: null,
  isChangeable: true,
};

/** Every hour 10 chats of 5 minutes and 2 uses of a tag, on the last day of Warsaw twice as many. */
function recordsOf(path: string, version: ApiVersion, { range }: ApiQuery): object {
  const wallIn = (zone: string, at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  const dayOf = (at: number) => `${wallIn('Europe/Warsaw', at).toPlainDate()}`;
  const field = version === '3.2' ? 'seconds' : 'agents_chatting_duration';
  const records: Record<string, object> = {};
  for (let at = range.start; at < range.end; at += 60 * MINUTE) {
    const key = wallIn(range.zone, at).toString().slice(0, 13).replace('T', ' ');
    const times = dayOf(at) === dayOf(range.end - 1) ? 2 : 1;
    records[key] = path === 'chats/tags' ? { refund: 2 * times } : { count: 10 * times, [field]: 300 };
  }
  return { records };
}

interface Given {
  readonly person?: Partial<PersonPreferences>;
  readonly workspace?: Partial<WorkspacePreferences>;
  readonly lines?: readonly ScheduleLine[];
  readonly version?: ApiVersion;
  readonly now?: number;
  /** Paths that are refused. */
  readonly broken?: readonly string[];
  readonly isForgetful?: boolean;
  /** How soon what is kept is read, and how long is waited for it. */
  readonly reading?: Promise<void>;
  readonly memoryMs?: number;
}

function home({
  person,
  workspace,
  lines = [],
  version = '3.6',
  now = NOW,
  broken = [],
  isForgetful = false,
  reading,
  memoryMs = 60_000,
}: Given = {}) {
  const time = { now };
  const calls: string[] = [];
  const zones: string[] = [];
  const api: ReportsApi = {
    version: async () => version,
    async fetch(method, query) {
      calls.push(method.path);
      zones.push(query.range.zone);
      if (broken.includes(method.path)) throw refused;
      const source = { version, path: method.path, calls: 1, asOf: time.now };
      return { wire: method.decode.parse(recordsOf(method.path, version, query)), source };
    },
  };
  const faults: string[] = [];
  const record = (_: unknown, doing: string) => `ref${faults.push(doing)}`;
  const kept = keptInMemory({ person: { isWelcomed: true, ...person }, ...(workspace && { workspace }) });
  const lost = () => Promise.reject(new Error('the disk is gone'));
  const store = isForgetful ? { ...kept.store, preferences: { ...kept.store.preferences, ofPerson: lost } } : kept.store;
  const clock = () => time.now;
  const show = createHome({
    store,
    askers: createAskers({ preferences: store.preferences, faults: { record }, defaults: { zone: 'UTC', weekStart: 'monday' } }),
    async lines() {
      await reading;
      return lines;
    },
    today: createTodayWatch({ api, clock, faults: { record } }),
    language: createLanguage(REPORTS),
    reports: REPORTS,
    faults: { record },
    zone: 'UTC',
    command: '/livechat',
    // What is kept is never late where it is there, however busy the machine is.
    memoryMs,
  });
  const open = async (visitor: Visitor = VISITOR) => {
    const views: HomeView[] = [];
    for await (const view of show(visitor, new AbortController().signal)) views.push(view);
    expect(views.flatMap(validateView)).toEqual([]);
    return views.map(seen);
  };
  return { open, calls, zones, time, faults, kept };
}

/** What people read, top down: texts, and labels of buttons in brackets. */
function seen({ blocks }: HomeView): string[] {
  return blocks.flatMap((block) => {
    if ('elements' in block) {
      const texts = block.elements.flatMap((element) => ('text' in element && element.text ? [wordsOf(element.text)] : []));
      return block.type === 'actions' ? [texts.map((label) => `[${label}]`).join(' ')] : texts;
    }
    if ('fields' in block && block.fields) return block.fields.map(wordsOf);
    const beside = 'accessory' in block && block.accessory?.type === 'button' ? ` [${block.accessory.text.text}]` : '';
    return 'text' in block && block.text ? [`${wordsOf(block.text)}${beside}`] : [];
  });
}

const wordsOf = (text: string | { readonly text: string }): string => (typeof text === 'string' ? text : text.text);

const NUMBERS = [
  '*Today until 14:00*',
  'Chats\n*280* · +100%, more than on a usual Wednesday',
  'Chatting time\n*5m 00s* · as on a usual Wednesday',
  'Tag uses\n*56* · +100%, more than on a usual Wednesday',
  'Top tag: refund\n*56* · +100%, more than on a usual Wednesday',
];
const USUAL = '[tags last week] [tags this month by week] [duration last week]';
const NOTHING_SAVED = '*Saved reports* – none yet. Give a question a name: `/livechat save tags last week as Weekly tags`';
const NO_SCHEDULES = '*Schedules* – none yet. A report can come by itself, to a channel or to you.';
const HOW_ELSE = 'To pause one, send it now or see its history: `/livechat schedules`';
const BELOW = [USUAL, NOTHING_SAVED, NO_SCHEDULES, '[Schedule a report]', '[Refresh] [Settings] [Help]'];
const CONNECTED = 'Connected to LiveChat Reports API v3.6 · as of 14:20 (Europe/Warsaw)';

describe('Home', () => {
  test('is there at once without a call, and then with the numbers', async () => {
    const { open, calls } = home();
    expect([await open(), calls]).toEqual([
      [
        ['LiveChat Reports', 'Asking LiveChat how today goes …', ...BELOW, 'Checking the connection to LiveChat …'],
        ['LiveChat Reports', ...NUMBERS, ...BELOW, CONNECTED],
      ],
      ['chats/duration', 'chats/tags'],
    ]);
  });

  test('shows what v3.2 knows', async () => {
    const { open, calls } = home({ version: '3.2' });
    expect([(await open()).at(-1)?.slice(1, 6), calls]).toEqual([NUMBERS, ['chats/agents_chatting_duration', 'chats/tags']]);
  });

  test('costs one round of calls a minute, however often and by however many it is opened', async () => {
    const { open, calls, time } = home();
    await Promise.all([open(), open({ ...VISITOR, person: 'U1', name: 'Ben' }), open()]);
    const again = await open();
    time.now += MINUTE - 1;
    await open();
    const before = calls.length;
    time.now += 1;
    await open();
    expect([again.length, before, calls.length]).toEqual([1, 2, 4]);
  });

  test('costs one round for all zones that are whole hours apart, whatever day it is there', async () => {
    const { open, calls, zones } = home();
    const shownIn = async (zone: string) => (await open({ ...VISITOR, zone })).at(-1)?.slice(1, 3);
    expect([
      await Promise.all(['Europe/Warsaw', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'].map(shownIn)),
      await shownIn('UTC'),
      calls,
      [...new Set(zones)],
    ]).toEqual([
      [
        ['*Today until 14:00*', 'Chats\n*280* · +100%, more than on a usual Wednesday'],
        ['*Today until 08:00*', 'Chats\n*160* · +100%, more than on a usual Wednesday'],
        ['*Today until 22:00*', 'Chats\n*360* · +64%, more than on a usual Wednesday'],
        ['*Today until 03:00*', 'Chats\n*60* · +100%, more than on a usual Thursday'],
      ],
      ['*Today until 13:00*', 'Chats\n*260* · +100%, more than on a usual Wednesday'],
      ['chats/duration', 'chats/tags'],
      ['UTC'],
    ]);
  });

  test('costs another one where hours begin half or quarter past those', async () => {
    const { open, calls, zones } = home();
    const shownIn = async (zone: string) => (await open({ ...VISITOR, zone })).at(-1)?.[1];
    expect([
      await Promise.all(['Europe/Warsaw', 'Asia/Kolkata', 'Australia/Adelaide', 'America/St_Johns', 'Asia/Kathmandu'].map(shownIn)),
      calls.length,
      [...new Set(zones)],
    ]).toEqual([
      ['*Today until 14:00*', '*Today until 18:00*', '*Today until 23:00*', '*Today until 09:00*', '*Today until 19:00*'],
      6,
      ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu'],
    ]);
  });

  test('says so before the first full hour of the day', async () => {
    const { open } = home({ now: Date.UTC(2026, 10, 17, 23, 20) });
    expect((await open()).at(-1)?.[1]).toBe('*Today* has just begun. Its numbers come with the first full hour, at 01:00.');
  });

  test('has what somebody keeps, ten at most of each, and says how many there are more', async () => {
    const favourites = ['today', 'yesterday'].map((range) => ({ report: 'tags', range, distribution: null, filters: {} }));
    const { open, kept } = home({
      person: { favourites },
      lines: Array.from({ length: 12 }, (_, index) => ({ ...LINE, id: `k${index}` })),
    });
    for (let index = 10; index < 22; index++) {
      await kept.store.savedReports.save({
        workspace: 'T1',
        person: 'U1',
        name: `R${index}`,
        question: { report: 'tags', range: 'today', distribution: null, filters: {} },
      });
    }
    const view = (await open()).at(-1) ?? [];
    expect([view[6], view.slice(7, 10), view.filter((text) => text.startsWith('*Tags usage · last week*')).length, view.slice(-5)]).toEqual(
      [
        '[tags today] [tags yesterday]',
        ['*Saved reports*', Array.from({ length: 10 }, (_, index) => `[R${index + 10}]`).join(' '), 'and 2 more: `/livechat saved`'],
        10,
        ['and 2 more: `/livechat schedules`', HOW_ELSE, '[Schedule a report]', '[Refresh] [Settings] [Help]', CONNECTED],
      ],
    );
  });
});

describe('Home for the first time', () => {
  test('is three steps and nothing else, without a call; the next time it shows all', async () => {
    const { open, calls } = home({ person: { isWelcomed: false } });
    const first = await open();
    const before = calls.length;
    expect([first, before, (await open()).length]).toEqual([
      [
        [
          'LiveChat Reports',
          'Your chats in numbers, in three steps.',
          '*1. Ask in plain words*, here or in any channel – only you see the answer.\n`/livechat tags last week`',
          '[tags last week]',
          '*2. Keep what you ask often* – as a button here, or under a name.\n`/livechat save tags last week as My report`',
          '[Make it a favourite]',
          '*3. Have it sent* – every Monday at 9:00, to a channel or to you.',
          '[Schedule a report]',
          'Open Home again to see how today goes.',
        ],
      ],
      0,
      2,
    ]);
  });

  test('has no schedules for a guest', async () => {
    const { open } = home({ person: { isWelcomed: false } });
    expect((await open({ ...VISITOR, isGuest: true }))[0]?.slice(6, 8)).toEqual([
      '*3. Look around* – all that can be asked is in the help.',
      '[Help]',
    ]);
  });
});

describe('Home when something is wrong', () => {
  test('says what and what to do, and shows the numbers that there are', async () => {
    const { open, faults } = home({ broken: ['chats/tags'] });
    const problem = ['⚠️ LiveChat does not accept the access token of this bot.', 'Whoever runs this bot can give it a new one. (ref ref1)'];
    expect([(await open()).at(-1), faults]).toEqual([
      [
        'LiveChat Reports',
        ...problem,
        ...NUMBERS.slice(0, 3),
        ...BELOW,
        'LiveChat does not answer as it should · checked at 14:20 (Europe/Warsaw)',
      ],
      ['filling Home'],
    ]);
  });

  test('shows no numbers where LiveChat refuses all, and buttons all the same', async () => {
    const { open } = home({ broken: ['chats/tags', 'chats/duration'] });
    expect((await open()).at(-1)?.slice(3)).toEqual([...BELOW, 'LiveChat does not answer as it should · checked at 14:20 (Europe/Warsaw)']);
  });

  test('says that Slack refuses the bot', async () => {
    const { open } = home({ workspace: { refusedSince: Date.UTC(2026, 10, 16, 8) } });
    expect((await open())[0]?.slice(1, 3)).toEqual([
      '⚠️ Slack has refused my access to this workspace since Mon 16 Nov 2026. Schedules wait.',
      'Whoever runs this bot can install it anew, or give it a new token.',
    ]);
  });

  test('shows what works without what is kept', async () => {
    const { open, faults } = home({ isForgetful: true });
    expect([(await open()).at(-1), faults]).toEqual([
      [
        'LiveChat Reports',
        '⚠️ I cannot read what you saved at the moment. Questions are answered all the same.',
        'If it lasts, give the reference to whoever runs this bot (ref ref2).',
        ...NUMBERS,
        USUAL,
        '[Refresh] [Settings] [Help]',
        CONNECTED,
      ],
      ['reading preferences', 'reading what Home shows'],
    ]);
  });
});

test('Home does not wait for what is kept when that is slow', async () => {
  const { open, faults } = home({ reading: new Promise(() => {}), memoryMs: 1 });
  const shown = (today: readonly string[]) => ['LiveChat Reports', ...today, USUAL, '[Refresh] [Settings] [Help]'];
  expect([await open(), faults]).toEqual([
    [
      [...shown(['Asking LiveChat how today goes …']), 'Checking the connection to LiveChat …'],
      [...shown(NUMBERS), CONNECTED],
    ],
    [],
  ]);
});

describe('schedules in Home', () => {
  const own = `*${LINE.what}* – every Monday at 09:00 (Europe/Warsaw) in <#C1>`;
  const shown = async (given: Given, visitor: Visitor) => {
    const view = (await home({ lines: [LINE], ...given }).open(visitor)).at(-1) ?? [];
    return { hasLine: view.some((text) => text.startsWith(own)), hasButton: view.includes('[Schedule a report]') };
  };

  test('are not for guests', async () => {
    expect(await shown({}, { ...VISITOR, isGuest: true })).toEqual({ hasLine: false, hasButton: false });
  });

  test('are there for their owner although Slack does not tell who that is', async () => {
    expect(await shown({}, { ...VISITOR, isGuest: null })).toEqual({ hasLine: true, hasButton: true });
  });

  test('are a few lines each, with one button: edit, resume what is paused, or look at what somebody may not change', async () => {
    const paused = { ...LINE, state: 'paused', nextAt: null } as const;
    const view = (await home({ lines: [LINE, paused, { ...LINE, isChangeable: false }] }).open()).at(-1) ?? [];
    expect(view.slice(view.indexOf('*Schedules*') + 1, -3)).toEqual([
      `${own}\n\`k7\` · next Mon 23 Nov 09:00 [Edit]`,
      `${own}\n\`k7\` · paused [Resume]`,
      `${own}\n\`k7\` · next Mon 23 Nov 09:00 [Send a test to me]`,
      HOW_ELSE,
    ]);
  });

  test('are set up by administrators only where the workspace wants that', async () => {
    const admins = { workspace: { schedulers: 'admins' } } as const;
    expect([await shown(admins, VISITOR), await shown(admins, { ...VISITOR, isAdmin: true })]).toEqual([
      { hasLine: true, hasButton: false },
      { hasLine: true, hasButton: true },
    ]);
  });
});
