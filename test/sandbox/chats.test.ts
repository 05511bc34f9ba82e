import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Chat, createChats, FOUNDED } from '../../src/sandbox/chats.ts';
import { AGENTS, CLIENTS, GROUPS, OUTAGE_TAG, RECALL_TAG, TAGS } from '../../src/sandbox/company.ts';

const DAY = 86_400_000;
/** A Sunday afternoon: the week that ends on this day is not full yet. */
const ANCHOR = Date.UTC(2026, 10, 22, 14);
const create = (seed = 'a shop') => createChats({ seed, anchor: ANCHOR });
const chats = create();
const year = chats.between(ANCHOR - 365 * DAY, ANCHOR);

const share = (all: readonly Chat[], isCounted: (chat: Chat) => boolean) => all.filter(isCounted).length / all.length;
const dayOf = ({ startedAt }: Chat) => new Date(startedAt).toISOString().slice(0, 10);
function byDay(all: readonly Chat[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const chat of all) counts.set(dayOf(chat), (counts.get(dayOf(chat)) ?? 0) + 1);
  return counts;
}
const times = fc.integer({ min: (ANCHOR - 4 * DAY) / 1000, max: ANCHOR / 1000 }).map((second) => second * 1000);

describe('chats', () => {
  test('are the same for the same seed, whatever was asked before and in whatever pieces', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(times, { minLength: 2, maxLength: 4 }), (seed, cuts) => {
        cuts.sort((one, other) => one - other);
        const [first = 0, last = 0] = [cuts.at(0), cuts.at(-1)];
        const asked = create(seed);
        const pieces = cuts.slice(1).map((end, index) => [cuts[index] ?? 0, end] as const);
        const backwards = pieces.toReversed().map(([start, end]) => asked.between(start, end));
        expect(backwards.reverse().flat()).toEqual(create(seed).between(first, last));
      }),
      { numRuns: 30 },
    );
  });

  test('differ with the seed', () => {
    const first = (seed: string) => create(seed).between(ANCHOR - DAY, ANCHOR)[0]?.startedAt;
    expect(new Set(['a', 'b', 'c', '1', '2', ''].map(first)).size).toBe(6);
  });

  test('come oldest first, on whole seconds, inside what was asked, each with its own id', () => {
    const times = year.map(({ startedAt }) => startedAt);
    expect({
      isSorted: times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0)),
      onWholeSeconds: times.every((time) => time % 1000 === 0),
      inside: times.every((time) => time >= ANCHOR - 365 * DAY && time < ANCHOR),
      ids: new Set(year.map(({ id }) => id)).size,
    }).toEqual({ isSorted: true, onWholeSeconds: true, inside: true, ids: year.length });
  });

  test('begin on the day on which the company does', () => {
    const first = chats.between(Number.NEGATIVE_INFINITY, FOUNDED + DAY)[0];
    expect(first && dayOf(first)).toBe('2021-01-01');
  });

  test('are of the company: its agents, groups, tags and applications, all of them', () => {
    const seen = (of: (chat: Chat) => readonly (string | number)[]) => [...new Set(year.flatMap(of))].sort();
    expect({
      agents: seen(({ agents }) => agents),
      groups: seen(({ groups }) => groups),
      tags: seen(({ tags }) => tags),
      clients: seen(({ customerClientId }) => [customerClientId]),
    }).toEqual({
      agents: AGENTS.map(({ email }) => email).sort(),
      groups: GROUPS.map(({ id }) => id).sort(),
      tags: [...TAGS.map(({ name }) => name), OUTAGE_TAG, RECALL_TAG].sort(),
      clients: CLIENTS.map(({ id }) => id).sort(),
    });
  });

  test('have at most two agents and time of agents exactly when there is one', () => {
    const isSound = ({ agents, agentSeconds, durationSeconds }: Chat) =>
      agents.length === 0
        ? agentSeconds === null
        : agents.length <= 2 && agentSeconds !== null && agentSeconds > 0 && agentSeconds <= durationSeconds;
    expect(year.filter((chat) => !isSound(chat))).toEqual([]);
  });

  test('are untagged, unassigned, handed over now and then', () => {
    expect({
      untagged: share(year, ({ tags }) => tags.length === 0),
      unassigned: share(year, ({ agents }) => agents.length === 0),
      handedOver: share(year, ({ groups }) => groups.length === 2),
    }).toEqual({ untagged: expect.closeTo(0.14, 1), unassigned: expect.closeTo(0.06, 1), handedOver: expect.closeTo(0.05, 1) });
  });
});

describe('the story', () => {
  const days = byDay(chats.between(ANCHOR - 365 * DAY, Date.UTC(2026, 10, 22)));
  const numbers = (isCounted: (weekday: number, month: number) => boolean) =>
    [...days]
      .filter(([day]) => isCounted(new Date(day).getUTCDay(), new Date(day).getUTCMonth()) && day !== '2026-11-11' && day !== '2025-11-22')
      .map(([, number]) => number);
  const mean = (all: readonly number[]) => all.reduce((sum, number) => sum + number, 0) / all.length;

  test('has 150 to 450 chats on a weekday, far fewer at weekends, more in December than in July', () => {
    const weekdays = numbers((weekday) => weekday >= 1 && weekday <= 5);
    const weekends = numbers((weekday) => weekday === 0 || weekday === 6);
    expect({
      least: Math.min(...weekdays) >= 150,
      most: Math.max(...weekdays) <= 450,
      weekends: Math.max(...weekends) < Math.min(...weekdays),
      december: mean(numbers((_, month) => month === 11)) > 1.3 * mean(numbers((_, month) => month === 6)),
    }).toEqual({ least: true, most: true, weekends: true, december: true });
  });

  test('has its outage on the Wednesday of the last full week: twice the chats, and people left alone', () => {
    const [wednesday, before] = [Date.UTC(2026, 10, 11), Date.UTC(2026, 10, 4)].map((day) => chats.between(day, day + DAY));
    expect({
      twice: (wednesday?.length ?? 0) > 1.7 * (before?.length ?? 0),
      alone: share(wednesday ?? [], ({ agents }) => agents.length === 0) > 0.15,
      days: [...new Set(year.filter(({ tags }) => tags.includes(OUTAGE_TAG)).map(dayOf))],
    }).toEqual({ twice: true, alone: true, days: ['2026-11-11'] });
  });

  test('has a new tag from the Tuesday of that week on', () => {
    const recall = year.filter(({ tags }) => tags.includes(RECALL_TAG));
    expect([...byDay(recall).keys()]).toEqual(Array.from({ length: 13 }, (_, day) => `2026-11-${10 + day}`));
  });

  test('goes with the anchor: a Monday later it is a week later', () => {
    const later = createChats({ seed: 'a shop', anchor: Date.UTC(2026, 10, 23) });
    const outage = later.between(ANCHOR - 30 * DAY, Date.UTC(2026, 10, 23)).filter(({ tags }) => tags.includes(OUTAGE_TAG));
    expect([...byDay(outage).keys()]).toEqual(['2026-11-18']);
  });
});
