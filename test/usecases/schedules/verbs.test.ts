import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/model/errors.ts';
import { resumeIn } from '../../../src/usecases/schedules/index.ts';
import { BEN, BOSS, bench, MONDAY, NOW, SLOT, shown } from './bench.ts';

const WEEK = 7 * 24 * 3_600_000;
const CHANGES = ['pause', 'resume', 'skip', 'delete', 'send', 'edit', 'handover'];

describe('a schedule is found', () => {
  test('by its id, or by words that fit one of those that are near', async () => {
    const { say, given, store } = await bench();
    await given();
    await given({ id: 'd2ab', question: { report: 'duration', range: 'last week', distribution: null, filters: {} } });
    await say('pause the chatting time on monday');
    expect((await store.schedules.find('T1', 'd2ab'))?.state).toBe('paused');
    await say('pause K7MQ');
    expect((await store.schedules.find('T1', 'k7mq'))?.state).toBe('paused');
  });

  test('where several fit, by pressing one', async () => {
    const { say, given } = await bench();
    await given();
    await given({ id: 'm9zz', place: { channel: 'C2' } });
    const { text, buttons } = await say('handover tags to <@U2>');
    expect([text, buttons]).toEqual([
      'Which one do you mean?',
      [
        'Tags usage · last week, every Monday at 09:00 (k7mq): handover k7mq to <@U2>',
        'Tags usage · last week, every Monday at 09:00 (m9zz): handover m9zz to <@U2>',
      ],
    ]);
  });

  test('or it is said that there is none', async () => {
    const { refusal, given } = await bench();
    await given();
    expect(await refusal('pause refunds')).toEqual({
      message: 'I find no schedule of yours or of this channel for “refunds”.',
      hint: 'The list shows each with its id.',
      offers: ['schedules'],
    });
  });

  test('never in another workspace, nor where one may not look', async () => {
    const { refusal, given } = await bench();
    await given();
    const unknown = { message: 'I find no schedule of yours or of this channel for “k7mq”.' };
    for (const verb of [...CHANGES, 'test', 'history']) {
      expect(await refusal(`${verb} k7mq`, { ...BOSS, workspace: 'T2' })).toMatchObject(unknown);
      expect(await refusal(`${verb} k7mq`, { ...BEN, channel: 'C2' })).toMatchObject(unknown);
    }
  });
});

describe('of somebody else’s schedule', () => {
  test.each(CHANGES)('%s is for the owner and for administrators', async (verb) => {
    const { refusal, given, store } = await bench();
    const schedule = await given();
    expect(await refusal(`${verb} k7mq`, BEN)).toEqual({
      message: 'Somebody else set up “Tags usage · last week, every Monday at 09:00”.',
      hint: 'Only they and administrators of this workspace can change it. The posts in the channel say who it is.',
      offers: ['test k7mq'],
    });
    expect(await store.schedules.find('T1', 'k7mq')).toEqual(schedule);
    expect(await refusal(`${verb} k7mq`, BOSS)).not.toMatchObject({ message: expect.stringContaining('Somebody else') });
  });

  test('tests and history are for everybody in its channel', async () => {
    const { say, given, world } = await bench();
    await given();
    await say('history k7mq', BEN);
    expect((await say('test k7mq', BEN)).text).toBe('Test: 3 chats.');
    expect(world.composed).toEqual([['k7mq', NOW, 'test']]);
  });
});

describe('the verbs', () => {
  test('pause and resume, each as often as one likes', async () => {
    const { say, given, store } = await bench();
    const schedule = await given();
    const paused = await say('pause k7mq');
    await say('pause k7mq');
    expect(await store.schedules.find('T1', 'k7mq')).toEqual({ ...schedule, state: 'paused', nextAt: null, version: 2 });
    expect([paused.lines[0], paused.buttons]).toEqual([
      '*Tags usage · last week* to <#C1> every Monday at 09:00 (Europe/Warsaw) is paused.',
      ['Resume: resume k7mq', 'Edit: form k7mq', 'Delete: delete k7mq (asks first)'],
    ]);
    expect((await say('resume k7mq')).lines[0]).toBe('It runs again.');
    expect((await say('resume k7mq')).lines[0]).toBe('It is running.');
    expect(await store.schedules.find('T1', 'k7mq')).toEqual({ ...schedule, version: 3 });
  });

  test('resume looks first whether it can post there now', async () => {
    const { refusal, given } = await bench();
    await given({ state: 'paused', pausedFor: 'not_in_channel', nextAt: null, place: { channel: 'CAWAY' } });
    expect(await refusal('resume k7mq')).toMatchObject({ message: 'I am not in #away, so I cannot post there.', offers: ['resume k7mq'] });
  });

  test('skip leaves out the next one, and again does not', async () => {
    const { say, given, store } = await bench();
    await given();
    const skipped = await say('skip k7mq');
    expect((await store.schedules.find('T1', 'k7mq'))?.skipAt).toBe(MONDAY);
    expect([skipped.lines[0], skipped.lines[2]?.split('\n')[1], skipped.buttons[2]]).toEqual([
      'I will leave out Mon 23 Nov 09:00.',
      'Mon 23 Nov 09:00 – will be left out',
      'Undo skip: skip k7mq',
    ]);
    expect((await say('skip k7mq')).lines[0]).toBe('I will post on Mon 23 Nov 09:00 after all.');
    await say('pause k7mq');
  });

  test('skip has nothing to leave out of a paused one', async () => {
    const { refusal, given } = await bench();
    await given({ state: 'paused', nextAt: null });
    expect(await refusal('skip k7mq')).toMatchObject({ offers: ['resume k7mq'] });
  });

  test('delete by words asks, by its id does it; its history stays', async () => {
    const { say, given, all, refusal } = await bench();
    await given();
    expect((await say('delete tags')).buttons).toEqual(['Tags usage · last week, every Monday at 09:00 (k7mq): delete k7mq (asks first)']);
    expect((await say('delete k7mq')).text).toContain('Deleted: Tags usage · last week, every Monday at 09:00.');
    expect(await all()).toEqual([]);
    expect((await say('history k7mq')).lines[1]).toBe('Nothing was due yet.');
    expect(await refusal('resume k7mq')).toHaveProperty('message');
  });

  test('a test of what would say nothing says so', async () => {
    const { say, given } = await bench({ compose: async () => ({ message: { text: 'Test: no chats.', blocks: [] }, isEmpty: true }) });
    await given({ whenEmpty: 'skip' });
    expect((await say('test k7mq')).text).toBe('There is nothing to report at the moment, so this schedule would post nothing.');
  });

  test('send posts now, once a minute however often it is pressed', async () => {
    const { say, given, store } = await bench();
    await given();
    expect([(await say('send k7mq')).text, (await say('send k7mq')).text]).toEqual([
      'I am sending it now: Tags usage · last week.',
      'It has just been sent, or is on its way: Tags usage · last week.',
    ]);
    expect(await store.deliveries.history('T1', 'k7mq', 9)).toMatchObject([{ dueAt: NOW, state: 'due', notAfter: NOW + 600_000 }]);
  });

  test('send a slot again lets a schedule run again that was paused for a failure', async () => {
    const { say, given, store, refusal } = await bench();
    await given({ state: 'paused', pausedFor: 'not_in_channel', nextAt: null, failures: 3 });
    await store.deliveries.add(SLOT, SLOT.dueAt + 1);
    const [claimed] = await store.deliveries.claim(SLOT.dueAt, 1, 60_000);
    if (claimed) await store.deliveries.settle(claimed, { state: 'failed', reason: 'not_in_channel' }, SLOT.dueAt);
    expect((await say(`send k7mq ${SLOT.dueAt}`)).text).toBe(
      'I am sending the post of Mon 16 Nov 09:00 now: Tags usage · last week. The schedule runs again.',
    );
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({ state: 'active', pausedFor: null, failures: 0, nextAt: MONDAY });
    expect((await say(`send k7mq ${SLOT.dueAt}`)).text).toContain('is on its way');
    expect(await refusal(`send k7mq ${SLOT.dueAt + 1}`)).toMatchObject({ message: 'I know of no such post.' });
  });

  test('arrived answers for a post whose outcome nobody knew', async () => {
    const { say, given, store } = await bench();
    await given();
    await store.deliveries.add(SLOT, SLOT.dueAt + 1);
    const [claimed] = await store.deliveries.claim(SLOT.dueAt, 1, 60_000);
    if (claimed) await store.deliveries.settle(claimed, { state: 'uncertain', reason: 'unknown_outcome' }, SLOT.dueAt);
    const history = await say('history k7mq');
    expect([history.lines[1], history.buttons]).toEqual([
      'Mon 16 Nov 2026 09:00 – perhaps posted, because Slack did not tell me whether it arrived',
      [`Mon 16 Nov 09:00 arrived: arrived k7mq ${SLOT.dueAt}`, `Send Mon 16 Nov 09:00: send k7mq ${SLOT.dueAt}`],
    ]);
    expect((await say(`arrived k7mq ${SLOT.dueAt}`)).text).toBe('I noted that the post of Mon 16 Nov 09:00 arrived.');
    expect((await say(`arrived k7mq ${SLOT.dueAt}`)).text).toBe('There is no open question about that post any more.');
    expect((await store.deliveries.find(SLOT))?.state).toBe('posted');
  });

  test('handover gives it to somebody who is told, with what went to the old owner', async () => {
    const { say, given, store, world } = await bench();
    await given({ place: { person: 'U1' } });
    const told = await say('handover k7mq to <@U2|ben>');
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({ owner: 'U2', place: { person: 'U2' } });
    expect(told.lines.slice(0, 2)).toEqual([
      'Handed over.',
      'I will send *Tags usage · last week* to <@U2> every Monday at 09:00 (Europe/Warsaw).',
    ]);
    expect(world.posts.map(({ to, message }) => [to, shown(message).lines[0]])).toEqual([
      [{ person: 'U2' }, 'Anna handed this schedule over to you.'],
    ]);
  });

  test.each([
    ['guest', 'A schedule belongs to a member of this workspace. That is a guest, or somebody of another one.'],
    ['bot', 'A schedule belongs to a person, and that is an app.'],
    ['gone', 'That person’s account is deactivated.'],
    [null, 'I could not look up who that is.'],
  ] as const)('handover refuses whoever cannot have one: %s', async (kind, message) => {
    const { refusal, given, store, world } = await bench();
    const schedule = await given();
    world.kinds.set('U2', kind);
    expect([await refusal('handover k7mq to <@U2>'), await store.schedules.find('T1', 'k7mq'), world.posts]).toMatchObject([
      { message },
      schedule,
      [],
    ]);
  });

  test.each(['resume', 'send', 'skip', 'edit', 'handover'])('%s is for administrators where all of scheduling is', async (verb) => {
    const { refusal, given, store } = await bench();
    const schedule = await given();
    await store.preferences.changeWorkspace('T1', { schedulers: 'admins' });
    const words = `${verb} k7mq${verb === 'handover' ? ' to <@U2>' : ''}`;
    expect(await refusal(words)).toMatchObject({ message: 'In this workspace only administrators set up schedules.' });
    expect(await store.schedules.find('T1', 'k7mq')).toEqual(schedule);
    expect(await refusal(words, BOSS)).toHaveProperty('said');
  });

  test.each([
    ['@tom', '@tom'],
    ['to @tom', '@tom'],
    ['to Tom Smith', '@Tom Smith'],
  ])('handover of a name that was typed to its end says how it is picked: %s', async (to, name) => {
    const { refusal, given, store } = await bench();
    const schedule = await given();
    expect(await refusal(`handover tags ${to}`)).toEqual({
      message: `I cannot tell which person “${name}” is.`,
      hint: "Type @ and the first letters, then pick the person from Slack's list while you type.",
      offers: [],
    });
    expect(await store.schedules.find('T1', 'k7mq')).toEqual(schedule);
  });

  test('handover needs somebody', async () => {
    const { refusal, given } = await bench();
    await given();
    expect(await refusal('hand over tags')).toMatchObject({ hint: 'Name them: /livechat handover k7mq to @somebody' });
  });
});

describe('edit in words changes what is said, and nothing else', () => {
  const filters = { groups: [2] };
  test.each([
    ['at 10:00', { recurrence: { days: { kind: 'weekly', days: [1] }, times: ['10:00'] } }],
    ['every friday', { recurrence: { days: { kind: 'weekly', days: [5] }, times: ['09:00'] } }],
    ['last month', { question: { report: 'tags', range: 'last month', distribution: null, filters } }],
    ['by hour', { question: { report: 'tags', range: 'last week', distribution: 'hour', filters } }],
    ['as table', { question: { report: 'tags', range: 'last week', distribution: null, filters, show: 'table' } }],
    ['as heatmap', { question: { report: 'tags', range: 'last week', distribution: null, filters, chart: 'heatmap' } }],
    ['duration', { question: { report: 'duration', range: 'last week', distribution: null, filters: {} } }],
    ['in <#C2>', { place: { channel: 'C2' } }],
    ['to me', { place: { person: 'U1' } }],
    ['Europe/Lisbon time', { zone: 'Europe/Lisbon', nextAt: MONDAY + 3_600_000 }],
    ['unless empty', { whenEmpty: 'skip' }],
    ['until 2026-12-31', { until: Date.UTC(2026, 11, 31, 23) - 1 }],
  ])('%s', async (words, changes) => {
    const { say, given, store } = await bench();
    const schedule = await given({ question: { report: 'tags', range: 'last week', distribution: null, filters } });
    expect((await say(`edit k7mq ${words}`)).lines[0]).toBe('Changed.');
    const { recurrence, nextAt, ...rest } = schedule;
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({
      ...('recurrence' in changes ? {} : { recurrence }),
      ...('recurrence' in changes ? {} : { nextAt }),
      ...rest,
      version: 2,
      ...changes,
    });
  });

  test('without words the form is offered', async () => {
    const { say, given } = await bench();
    await given();
    expect((await say('edit tags')).buttons).toEqual(['Edit: form k7mq']);
  });

  test('what changes nothing, or is not understood, is told', async () => {
    const { refusal, given } = await bench();
    await given();
    expect(await refusal('edit k7mq every monday at 9:00')).toMatchObject({ message: 'That changes nothing.' });
    expect(await refusal('edit k7mq foo')).toMatchObject({ offers: expect.arrayContaining([expect.stringMatching(/^edit k7mq /)]) });
  });

  test('one that was paused for a failure, or had ended, runs again; one that a person paused stays paused', async () => {
    const { say, given, store } = await bench();
    await given({ state: 'paused', pausedFor: 'is_archived', nextAt: null, place: { channel: 'COLD' }, failures: 1 });
    await given({ id: 'p3rs', state: 'paused', nextAt: null });
    await given({ id: 'e4nd', state: 'ended', nextAt: null, until: NOW - WEEK });
    await say('edit k7mq in <#C2>');
    await say('edit p3rs in <#C2>');
    await say('edit e4nd until 2026-12-31');
    expect(await Promise.all(['k7mq', 'p3rs', 'e4nd'].map((id) => store.schedules.find('T1', id)))).toMatchObject([
      { state: 'active', pausedFor: null, failures: 0, nextAt: MONDAY },
      { state: 'paused', nextAt: null },
      { state: 'active', nextAt: MONDAY },
    ]);
  });
});

test('a change that another one came before is made again on top of it', async () => {
  const { say, given, store, deps } = await bench();
  const schedule = await given();
  const { find } = deps.store.schedules;
  let isFirst = true;
  Object.assign(deps.store.schedules, {
    find: async (workspace: string, id: string) => {
      const found = await find(workspace, id);
      if (isFirst) await store.schedules.change({ ...schedule, whenEmpty: 'skip' });
      isFirst = false;
      return found;
    },
  });
  await say('pause k7mq');
  expect(await find('T1', 'k7mq')).toMatchObject({ state: 'paused', whenEmpty: 'skip', version: 3 });
});

test('a slot that falls due while a change is written down is planned before it', async () => {
  const { say, given, store, deps, world } = await bench();
  await given();
  const { change } = store.schedules;
  Object.assign(deps.store.schedules, {
    change: (changed: Parameters<typeof change>[0]) => {
      world.now = MONDAY;
      return change(changed);
    },
  });
  await say('pause k7mq');
  expect([await store.schedules.find('T1', 'k7mq'), await store.deliveries.history('T1', 'k7mq', 9)]).toMatchObject([
    { state: 'paused', nextAt: null, version: 2 },
    [{ dueAt: MONDAY, state: 'due' }],
  ]);
});

test('back in a channel, what was paused for that runs again, and nothing else', async () => {
  const { deps, given, store } = await bench();
  await given({ state: 'paused', pausedFor: 'not_in_channel', nextAt: null, failures: 1 });
  await given({ id: 'p3rs', state: 'paused', nextAt: null });
  await given({ id: 'l2vc', state: 'paused', pausedFor: 'livechat_refused', nextAt: null });
  await resumeIn(deps, 'T1', 'C1');
  const states = await Promise.all(['k7mq', 'p3rs', 'l2vc'].map(async (id) => (await store.schedules.find('T1', id))?.state));
  expect(states).toEqual(['active', 'paused', 'paused']);
});

test('a refusal of what a test would show goes through as it is', async () => {
  const { refusal, given } = await bench({ compose: () => Promise.reject(new UserError('LiveChat is away.', 'Wait.')) });
  await given();
  expect(await refusal('test k7mq')).toEqual({ message: 'LiveChat is away.', hint: 'Wait.', offers: [] });
});
