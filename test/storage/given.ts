import type { Question } from '../../src/language/question.ts';
import { openStorage, type Storage } from '../../src/storage/index.ts';
import type { Delivery, Plan, Schedule, Slot } from '../../src/usecases/ports.ts';
import { scheduleWith } from '../usecases/schedule.ts';

export const NOW = Date.UTC(2026, 10, 23, 8);
export const MINUTE = 60_000;
export const LEASE = MINUTE;

export const TAGS: Question = { report: 'tags', range: 'last week', distribution: null, filters: {} };
export const BILLING: Question = {
  report: 'agents_chatting_duration',
  range: 'yesterday',
  distribution: 'hour',
  filters: { agents: ['petra@example.com'], groups: [0, 3], tags: ['łódź “x”'], withoutTags: ['spam'], tagged: true, clients: ['c1'] },
  show: 'chart',
  chart: 'heatmap',
};

/** Its question, its days and its locale are as rich as they may be: all of it comes back as it was. */
export const schedule = (changes: Partial<Schedule> = {}): Schedule =>
  scheduleWith({
    id: 'K7Q2',
    question: BILLING,
    recurrence: { days: { kind: 'weekly', every: 2, days: [1, 5], from: '2026-11-16' }, times: ['09:00', '17:30'] },
    locale: 'en-GB',
    nextAt: NOW,
    createdAt: NOW - MINUTE,
    ...changes,
  });

/** The slot is due for an hour; the next one is a week later. */
export const weekly = ({ nextAt }: Schedule): Plan => ({
  deliveries: [{ dueAt: nextAt ?? 0, state: 'due', notAfter: (nextAt ?? 0) + 60 * MINUTE }],
  nextAt: (nextAt ?? 0) + 7 * 24 * 60 * MINUTE,
  state: 'active',
});

/** What was written down as gone wrong. */
export const recorded: string[] = [];

export function open(url: string): Promise<Storage> {
  const record = (error: unknown, doing: string): string => {
    recorded.push(`${doing}: ${error instanceof Error ? error.message : error}`);
    return 'ref';
  };
  return openStorage({ url, clock: () => NOW, isSimulated: true, faults: { record } });
}

/** Where things are sent. */
export const TO = { channel: 'C1' };

/** Takes from their turn what other tests left behind: these look at all workspaces at once. */
export async function emptied({ schedules, deliveries }: Storage): Promise<void> {
  const LATER = NOW + 365 * 24 * 60 * MINUTE;
  await schedules.plan(LATER, 1_000, () => ({ deliveries: [], nextAt: null, state: 'ended' }));
  for (const left of await deliveries.claim(LATER, 1_000, LEASE)) await deliveries.settle(left, { state: 'skipped', reason: 'left' }, NOW);
  for (const left of await deliveries.takeStuck(LATER, LATER, 1_000, LEASE)) {
    await deliveries.settle(left, { state: 'skipped', reason: 'left' }, NOW);
  }
  await deliveries.told(await deliveries.takeUntold(LATER, 1_000, LEASE), NOW);
}

/** As it begins. */
export const delivery = (changes: Partial<Delivery> & Slot): Delivery => ({
  state: 'due',
  notAfter: changes.dueAt,
  isAsked: false,
  fence: 0,
  attempts: 0,
  notBefore: changes.dueAt,
  postingAt: null,
  place: null,
  looks: 0,
  channel: null,
  ts: null,
  reason: null,
  reference: null,
  updatedAt: NOW,
  ...changes,
});
