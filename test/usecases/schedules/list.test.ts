import { describe, expect, test } from '@jest/globals';
import { reasonInWords } from '../../../src/presentation/deliveries/reasons.ts';
import { mrkdwnText } from '../../../src/presentation/safe-text.ts';
import { scheduleLines } from '../../../src/usecases/schedules/index.ts';
import { ANNA, BOSS, bench, MONDAY, SLOT } from './bench.ts';

describe('the list', () => {
  test('has one’s own and those of the channel, and for administrators all', async () => {
    const { say, given } = await bench();
    await given({ place: { channel: 'C2' } });
    await given({ id: 'b3nb', owner: 'U2' });
    await given({ id: 'e4se', owner: 'U3', place: { person: 'U3' } });
    const ids = async (words: string, asker = ANNA) =>
      (await say(words, asker)).lines.flatMap((line) => /`([a-z2-9]{4})`/.exec(line)?.[1] ?? []);
    expect([await ids('schedules'), await ids('schedules', { ...ANNA, channel: null }), await ids('schedules duration')]).toEqual([
      ['k7mq', 'b3nb'],
      ['k7mq'],
      [],
    ]);
    expect([await ids('schedules all', BOSS), await ids('schedules', BOSS)]).toEqual([['b3nb', 'e4se', 'k7mq'], []]);
    expect((await say('schedules all')).lines.at(-1)).toMatch(/^Only administrators see everybody’s\./);
  });

  test('says what, when, where, what comes next and what became of the last one', async () => {
    const { say, given, store } = await bench();
    await given({ state: 'paused', pausedFor: 'not_in_channel', nextAt: null });
    await store.deliveries.add(SLOT, SLOT.dueAt + 1);
    const [claimed] = await store.deliveries.claim(SLOT.dueAt, 1, 60_000);
    if (claimed) await store.deliveries.settle(claimed, { state: 'failed', reason: 'not_in_channel' }, SLOT.dueAt);
    const { lines, buttons } = await say('schedules');
    expect(lines.slice(0, 2)).toEqual([
      '1 schedule',
      [
        '*Tags usage · last week* – every Monday at 09:00 (Europe/Warsaw) in <#C1>',
        '`k7mq` · paused, because I was removed from the channel',
        mrkdwnText(reasonInWords('not_in_channel').fix),
      ].join('\n'),
    ]);
    expect(buttons).toEqual([
      'Send now: send k7mq',
      'Edit: form k7mq',
      'Resume: resume k7mq',
      'History: history k7mq',
      'New schedule: form ',
    ]);
  });

  test('is turned over page by page', async () => {
    const { say, given } = await bench();
    for (let index = 0; index < 20; index++) await given({ id: `x${index + 220}` });
    const first = await say('schedules');
    expect(first.buttons.slice(-2)).toEqual(['Show more: schedules page 2', 'New schedule: form ']);
    expect([first.lines[0], (await say('schedules page 3')).buttons.length]).toEqual(['20 schedules', 4 * 4 + 1]);
  });

  test('is given to Home as its owner sees it', async () => {
    const { deps, given } = await bench();
    await given({ skipAt: MONDAY, place: { person: 'U1' } });
    expect(await scheduleLines(deps)('T1', { owner: 'U1' })).toEqual([
      {
        id: 'k7mq',
        what: 'Tags usage · last week',
        when: 'every Monday at 09:00',
        zone: 'Europe/Warsaw',
        place: 'you',
        owner: null,
        state: 'active',
        pausedFor: null,
        nextAt: MONDAY,
        isNextSkipped: true,
        last: null,
        isChangeable: true,
      },
    ]);
  });
});
