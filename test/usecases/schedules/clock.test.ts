import { describe, expect, test } from '@jest/globals';
import { resumeIn } from '../../../src/usecases/schedules/index.ts';
import { ANNA, bench, MONDAY, NOW } from './bench.ts';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const DUE = { workspace: 'T1', schedule: 'k7mq', dueAt: MONDAY };
const FORM = new Map(
  Object.entries({ what: 'tags', when: 'every monday at 10:00', where: 'C2', zone: 'Europe/Warsaw', until: null, empty: 'post' }),
);

describe('a slot that is due and that nobody has planned yet is not lost', () => {
  test.each([
    ['edit k7mq at 10:00', { state: 'active', nextAt: MONDAY + HOUR }],
    ['edit k7mq in <#C2>', { state: 'active', nextAt: MONDAY + WEEK }],
    ['pause k7mq', { state: 'paused', nextAt: null }],
    ['resume k7mq', { state: 'active', nextAt: MONDAY + WEEK }],
    ['skip k7mq', { state: 'active', nextAt: MONDAY + WEEK, skipAt: MONDAY + WEEK }],
    ['handover k7mq to <@U2>', { owner: 'U2', nextAt: MONDAY + WEEK }],
    ['send k7mq', { state: 'active', nextAt: MONDAY + WEEK }],
    ['delete k7mq', { state: 'deleted', nextAt: null }],
  ])('%s', async (words, changes) => {
    const { say, given, store, world } = await bench();
    await given();
    world.now = MONDAY + 30_000;
    await say(words);
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject(changes);
    expect(await store.deliveries.find(DUE)).toMatchObject({ state: 'due', notAfter: MONDAY + 24 * HOUR });
  });

  test('by a form', async () => {
    const { form, given, store, world } = await bench();
    await given();
    world.now = MONDAY + 30_000;
    expect(await form.submit(FORM, 'k7mq 1 C1', ANNA)).toHaveProperty('message');
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({ place: { channel: 'C2' }, nextAt: MONDAY + HOUR });
    expect(await store.deliveries.find(DUE)).toMatchObject({ state: 'due' });
  });

  test('behind more of others than are planned at once', async () => {
    const { say, given, store, world } = await bench();
    await given();
    for (let index = 0; index < 120; index++) await given({ id: `x${index + 220}`, nextAt: MONDAY - 1 });
    world.now = MONDAY;
    await say('pause k7mq');
    expect(await store.deliveries.find(DUE)).toMatchObject({ state: 'due' });
  });

  test('nor is any of a long absence', async () => {
    const { say, given, store, world } = await bench();
    const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
    await given({ recurrence: { days: { kind: 'daily' }, times } });
    world.now = MONDAY + 120 * HOUR;
    await say('pause k7mq');
    expect(await store.deliveries.history('T1', 'k7mq', 200)).toHaveLength(121);
  });

  test('and while another process is just planning it, nothing is changed', async () => {
    const { refusal, form, given, store, world, deps } = await bench();
    const schedule = await given();
    world.now = MONDAY;
    Object.assign(deps.store.schedules, { plan: async () => 0 });
    expect([await refusal('pause k7mq'), await form.submit(FORM, 'k7mq 1 C1', ANNA)]).toEqual([
      expect.objectContaining({ message: 'Somebody else has just changed this schedule, or deleted it.' }),
      { errors: { what: expect.stringContaining('Close this and press Edit again') } },
    ]);
    expect(await store.schedules.find('T1', 'k7mq')).toEqual(schedule);
  });
});

describe('the clock of the store decides, whatever that of the process shows', () => {
  /** Ten minutes behind the store: it is Monday 9:05 there, and not yet nine here. */
  const skewed = async () => {
    const made = await bench({ clock: () => MONDAY - 5 * 60_000 });
    made.world.now = MONDAY + 5 * 60_000;
    return made;
  };
  const LATER = MONDAY + WEEK;

  test.each([
    ['resume k7mq', { state: 'paused' }],
    ['edit k7mq in <#C2>', { state: 'ended' }],
    ['send k7mq 1', { state: 'paused', pausedFor: 'not_in_channel' }],
  ] as const)('%s', async (words, rest) => {
    const { say, given, store } = await skewed();
    await given({ ...rest, nextAt: null });
    await store.deliveries.add({ ...DUE, dueAt: NOW }, NOW + 1);
    await say(words.replace(/\b1$/, `${NOW}`));
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({ state: 'active', nextAt: LATER });
  });

  test('a new one', async () => {
    const { say, only } = await skewed();
    const told = await say('schedule tags every monday at 9:00');
    expect([(await only()).nextAt, (await only()).createdAt, told.lines.join(' ').includes('Mon 23 Nov')]).toEqual([
      LATER,
      MONDAY + 5 * 60_000,
      false,
    ]);
  });

  test('one by a form', async () => {
    const { form, given, store } = await skewed();
    await given({ nextAt: LATER });
    await form.submit(new Map(FORM).set('when', 'every monday at 9:00'), 'k7mq 1 C1', ANNA);
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({ place: { channel: 'C2' }, nextAt: LATER });
  });

  test('one that comes back', async () => {
    const { deps, given, store } = await skewed();
    await given({ state: 'paused', pausedFor: 'not_in_channel', nextAt: null });
    await resumeIn(deps, 'T1', 'C1');
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({ state: 'active', nextAt: LATER });
  });

  test('a post out of turn', async () => {
    const { say, given, store } = await skewed();
    await given({ nextAt: LATER });
    await say('send k7mq');
    const now = MONDAY + 5 * 60_000;
    expect(await store.deliveries.history('T1', 'k7mq', 9)).toMatchObject([{ dueAt: now, notAfter: now + 600_000 }]);
  });
});
