import { describe, expect, test } from '@jest/globals';
import type { ModalView } from '../../../src/presentation/message.ts';
import type { FormValues, Submitted } from '../../../src/usecases/doors.ts';
import { ANNA, BEN, BOSS, bench, fieldsOf, MONDAY, refused, shown } from './bench.ts';

const filled = (rest: Readonly<Record<string, string | null>> = {}): FormValues =>
  new Map(
    Object.entries({ what: 'tags', when: 'every monday at 9:00', where: null, zone: 'Europe/Warsaw', until: null, empty: 'post', ...rest }),
  );
const keptIn = (view: ModalView): string => view.private_metadata ?? '';
const told = (submitted: Submitted): unknown =>
  'message' in submitted ? shown(submitted.message).lines[0] : 'errors' in submitted ? submitted.errors : submitted.words;

describe('a new form', () => {
  test('opens empty, with one’s own zone', async () => {
    const { form } = await bench();
    expect(fieldsOf(await form.open('', ANNA))).toEqual({
      what: null,
      when: null,
      where: null,
      zone: 'Europe/Warsaw',
      until: null,
      empty: 'post',
    });
  });

  test.each([
    ['tags by hour', { what: 'tags by hour', when: null }],
    ['tags every friday', { what: 'tags last week', when: 'every Friday at 09:00' }],
    ['every friday', { what: null, when: 'every Friday at 09:00' }],
    ['what is this', { what: 'what is this', when: null }],
    ['tags every friday in <#C2> UTC unless empty', { what: 'tags last week', where: 'C2', zone: 'UTC', empty: 'skip' }],
  ])('opens with “%s” put where it belongs', async (words, fields) => {
    const { form } = await bench();
    expect(fieldsOf(await form.open(words, ANNA))).toMatchObject(fields);
  });

  test('sets a schedule up, to direct messages where no channel is chosen', async () => {
    const { form, only } = await bench();
    const done = await form.submit(filled(), keptIn(await form.open('', ANNA)), { ...ANNA, channel: null });
    expect(told(done)).toBe('I will send *Tags usage · last week* to you every Monday at 09:00 (Europe/Warsaw).');
    expect(await only()).toMatchObject({ owner: 'U1', place: { person: 'U1' }, nextAt: MONDAY, version: 1 });
  });

  test('pickers and words go together', async () => {
    const { form, only } = await bench();
    await form.submit(filled({ where: 'C2', zone: 'UTC', until: '2026-12-31', empty: 'skip' }), keptIn(await form.open('', ANNA)), ANNA);
    expect(await only()).toMatchObject({
      place: { channel: 'C2' },
      zone: 'UTC',
      until: Date.UTC(2027, 0, 1) - 1,
      whenEmpty: 'skip',
      nextAt: Date.UTC(2026, 10, 23, 9),
    });
  });

  test('“here” means the channel that it was opened in', async () => {
    const { form, only } = await bench();
    await form.submit(filled({ when: 'every monday at 9:00 here' }), keptIn(await form.open('', ANNA)), { ...ANNA, channel: null });
    expect((await only()).place).toEqual({ channel: 'C1' });
  });

  test('sent twice, one after the other or at once, it sets up one', async () => {
    const { form, all } = await bench();
    const kept = keptIn(await form.open('', ANNA));
    const first = await form.submit(filled(), kept, ANNA);
    const second = await form.submit(filled(), kept, ANNA);
    expect([told(first), told(second)]).toEqual([expect.stringMatching(/^I will send/), 'You have this schedule already.']);
    const other = keptIn(await form.open('', ANNA));
    const both = await Promise.all([1, 2].map(() => form.submit(filled({ what: 'duration' }), other, ANNA)));
    expect(both.every((done) => 'message' in done)).toBe(true);
    expect(await all()).toHaveLength(2);
  });
});

describe('what does not fit stands at its field', () => {
  test.each([
    ['a report that there is none of', { what: 'foo' }, { what: expect.stringMatching(/^I don't know what “foo” means\./) }],
    ['a report that is missing', { what: 'help' }, { what: 'Which report should I post? For example: tags last week' }],
    ['words that are no time', { when: 'at 9:00' }, { when: 'When should I post it? Say it like this: every monday at 9:00' }],
    [
      'both',
      { what: 'foo', when: 'every blue moon' },
      { what: expect.stringMatching(/^I don't know/), when: expect.stringMatching(/^I cannot repeat/) },
    ],
    [
      'a report among the times',
      { when: 'duration every monday' },
      { when: 'I found a report in here too. Say what to post in the field above, and here only when.' },
    ],
    [
      'a channel that is only typed',
      { what: 'tags in #support' },
      { what: 'I cannot tell which channel “#support” is. Leave the name out and choose the channel below.' },
    ],
    [
      'an end that is over',
      { until: '2026-11-17' },
      { until: 'With that last day nothing would ever be posted. Choose a later one, or none.' },
    ],
    [
      'a channel without the bot',
      { where: 'CAWAY' },
      { where: 'I am not in #away, so I cannot post there. Type /invite @LiveChat Reports there, then try again.' },
    ],
  ])('%s', async (_, values, errors) => {
    const { form, all } = await bench();
    expect(await form.submit(filled(values), keptIn(await form.open('', ANNA)), ANNA)).toEqual({ errors });
    expect(await all()).toEqual([]);
  });
});

describe('the form of a schedule', () => {
  test('shows it as it is, and saved as it is changes nothing', async () => {
    const { form, given, store } = await bench();
    const schedule = await given({ until: Date.UTC(2026, 11, 31, 23) - 1, whenEmpty: 'skip', zone: 'Europe/Lisbon' });
    const view = await form.open('k7mq', ANNA);
    const fields = fieldsOf(view);
    expect(fields).toEqual({
      what: 'tags last week',
      when: 'every Monday at 09:00',
      where: 'C1',
      zone: 'Europe/Lisbon',
      until: '2026-12-31',
      empty: 'skip',
    });
    const values = new Map(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    const { recurrence, until, ...same } = schedule;
    await form.submit(values, keptIn(view), ANNA);
    const { recurrence: _, until: __, version, nextAt, ...after } = (await store.schedules.find('T1', 'k7mq')) ?? schedule;
    expect({ ...after, version: 1, nextAt: same.nextAt }).toEqual(same);
  });

  test('saves what was changed, and sent twice says so twice', async () => {
    const { form, given, store } = await bench();
    await given();
    const kept = keptIn(await form.open('k7mq', ANNA));
    const values = filled({ when: 'every friday at 16:00', where: 'C2' });
    expect([told(await form.submit(values, kept, ANNA)), told(await form.submit(values, kept, ANNA))]).toEqual(['Changed.', 'Changed.']);
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({
      recurrence: { times: ['16:00'] },
      place: { channel: 'C2' },
      nextAt: Date.UTC(2026, 10, 20, 15),
      version: 2,
    });
  });

  test('leaves what comes back with nothing as it was shown', async () => {
    const { form, given, store } = await bench();
    const schedule = await given();
    const nothing = { what: null, where: null, zone: null, until: null, empty: null };
    const values = new Map<string, string | null>(Object.entries({ ...nothing, when: 'every friday at 16:00' }));
    await form.submit(values, keptIn(await form.open('k7mq', ANNA)), ANNA);
    const { question, place, zone, whenEmpty } = schedule;
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({
      question,
      place,
      zone,
      whenEmpty,
      recurrence: { times: ['16:00'] },
      version: 2,
    });
  });

  test('what somebody else changed meanwhile is told, not overwritten', async () => {
    const { form, given, say, store } = await bench();
    await given();
    const kept = keptIn(await form.open('k7mq', ANNA));
    await say('edit k7mq every tuesday at 8:00', BOSS);
    expect(told(await form.submit(filled({ when: 'every friday' }), kept, ANNA))).toEqual({
      what: 'Somebody has changed this schedule since you opened the form. Now it is: Tags usage · last week, every Tuesday at 08:00 (Europe/Warsaw), active. Close this and press Edit again.',
    });
    expect((await store.schedules.find('T1', 'k7mq'))?.version).toBe(2);
  });

  test('an administrator who changes it leaves it with its owner', async () => {
    const { form, given, store } = await bench();
    await given({ place: { person: 'U1' } });
    await form.submit(filled({ when: 'every friday' }), keptIn(await form.open('k7mq', BOSS)), BOSS);
    expect(await store.schedules.find('T1', 'k7mq')).toMatchObject({ owner: 'U1', place: { person: 'U1' }, version: 2 });
  });

  test('opens for the owner and administrators only, and saves for nobody else', async () => {
    const { form, given, store } = await bench();
    await given();
    const unknown = { message: 'I find no schedule of yours with that id.', hint: 'The list shows them all.', offers: [] };
    expect(await refused(() => form.open('k7mq', BEN))).toEqual(unknown);
    expect(await refused(() => form.open('k7mq', { ...ANNA, workspace: 'T2' }))).toEqual(unknown);
    expect(await refused(() => form.submit(filled(), 'k7mq 1', BEN))).toHaveProperty('message');
    expect((await store.schedules.find('T1', 'k7mq'))?.version).toBe(1);
  });

  test('is for members, and for those who may set schedules up', async () => {
    const { form, store } = await bench();
    await store.preferences.changeWorkspace('T1', { schedulers: 'admins' });
    expect([await refused(() => form.open('', ANNA)), await refused(() => form.submit(filled(), 'n3ww 0', ANNA))]).toMatchObject([
      { message: 'In this workspace only administrators set up schedules.' },
      { message: 'In this workspace only administrators set up schedules.' },
    ]);
    expect(await refused(() => form.open('', { ...BOSS, isGuest: true }))).toHaveProperty('message');
  });
});
