import { createLanguage } from '../../../src/language/index.ts';
import type { Message } from '../../../src/presentation/message.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { Compose, Shift } from '../../../src/usecases/delivery/index.ts';
import { createDeliveryTurns } from '../../../src/usecases/delivery/index.ts';
import type { Messenger, Pictures, Place, Posted, Schedule, Slot, Store } from '../../../src/usecases/ports.ts';
import { instant } from '../../reports/given.ts';
import { scheduleWith } from '../schedule.ts';

/** Monday 16 November 2026, 09:00 in Warsaw. */
export const DUE = instant('2026-11-16T09:00');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const schedule = (changes: Partial<Schedule> = {}): Schedule => scheduleWith({ nextAt: DUE, createdAt: DUE - 30 * DAY, ...changes });

export const SLOT: Slot = { workspace: 'T1', schedule: 'k7m2', dueAt: DUE };
export const MESSAGE: Message = { text: 'the report', blocks: [] };
export const LANGUAGE = createLanguage(REPORTS);
export const posted: Posted = { state: 'posted', channel: 'C1', ts: '1.2' };
export const refused = (code: string, retryAfterMs: number | null = null): Posted => ({ state: 'refused', code, retryAfterMs });
export const unknown: Posted = { state: 'unknown', error: new Error('no answer') };

/** A process with a clock to move, and all that it says to Slack and to the log. */
export async function world(
  given: {
    readonly compose?: Compose;
    readonly schedules?: readonly Schedule[];
    readonly noMessenger?: string;
    readonly pictures?: Pick<Pictures, 'forget'>;
  } = {},
) {
  const journal: unknown[] = [];
  const places: Place[] = [];
  const clock = { now: DUE };
  const answers: { post: Posted[]; look: (() => ReturnType<Messenger['look']>)[]; works: boolean } = {
    post: [],
    look: [],
    works: true,
  };
  const faults = {
    record(error: unknown, doing: string) {
      journal.push(['log', doing, error instanceof Error ? error.message : error]);
      return 'ab12cd';
    },
  };
  const messenger: Messenger = {
    async post(place, message, mark) {
      journal.push(['post', place, mark ? message.text : message, ...(mark ? [mark.dueAt] : [])]);
      return answers.post.shift() ?? posted;
    },
    async look(place, mark, since) {
      places.push(place);
      journal.push(['look', mark.dueAt, since]);
      return (await answers.look.shift()?.()) ?? { state: 'absent' };
    },
    channel: async (id) => ({ id, name: 'support', isPrivate: false, isArchived: false, isShared: false, isMember: true }),
    nameOf: async (person) => `name of ${person}`,
    kindOf: async () => 'member',
    isIn: async () => true,
    sendFile: async () => {},
    works: async () => answers.works,
    async deleteFile(file) {
      journal.push(['delete', file]);
    },
  };
  const store: Store = await openStorage({ url: 'file::memory:', clock: () => clock.now, faults });
  for (const each of given.schedules ?? [schedule()]) await store.schedules.add(each);
  const turns = createDeliveryTurns({
    store,
    language: LANGUAGE,
    compose: given.compose ?? (async () => ({ message: MESSAGE, isEmpty: false })),
    messengers: (workspace) => (given.noMessenger === workspace ? null : messenger),
    pictures: given.pictures ?? { forget: async () => {} },
    served: () => null,
    faults,
    clock: () => clock.now,
    wait: (_, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve(), { once: true });
        setImmediate(resolve);
      }),
  });
  const shift: Shift = { closing: new AbortController().signal, signal: new AbortController().signal };
  return {
    store,
    messenger,
    faults,
    journal,
    /** Where posts were looked for. */
    places,
    clock,
    answers,
    turns,
    /** Plans and delivers what is due now. */
    async deliver() {
      await turns.plan(shift);
      return turns.deliver(shift);
    },
    run: (name: keyof typeof turns) => turns[name](shift),
    delivery: (slot: Slot = SLOT) => store.deliveries.find(slot),
    schedule: () => store.schedules.find('T1', 'k7m2'),
  };
}
