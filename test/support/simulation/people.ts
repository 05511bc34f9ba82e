import { createLanguage } from '../../../src/language/index.ts';
import { createScheduleLanguage } from '../../../src/language/schedule-words.ts';
import { UserError } from '../../../src/model/errors.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { slotAfter } from '../../../src/usecases/delivery/index.ts';
import type { Asker, Schedule, Slot, Store } from '../../../src/usecases/ports.ts';
import { createScheduleCommands } from '../../../src/usecases/schedules/index.ts';
import type { Random } from './random.ts';
import { keyOf, type SimulatedSlack, type Told } from './slack.ts';
import type { VirtualTime } from './virtual-time.ts';

const HOUR = 3_600_000;
/** Of whichever process a command reaches. */
const SKEW_MS = 5 * 60_000;
/** How often somebody thinks anew about a schedule in a year. */
const MINDS = 12;
const EDITS = [
  'every friday at 16:00',
  'every weekday at 9:00',
  'every day at 7:30 tokyo time',
  'on the 1st at 8:00',
  'every monday at 2:30 new york time',
  'every day at 8:00 and 17:30',
] as const;
const language = createLanguage(REPORTS);

/** Whoever is told something mends it after a while, and presses what the message has to press. */
export function createPeople({ store, slack, time, random }: { store: Store; slack: SimulatedSlack; time: VirtualTime; random: Random }) {
  const said = new Map<string, number>();

  async function resume(workspace: string, id: string): Promise<void> {
    for (;;) {
      const schedule = await store.schedules.find(workspace, id);
      if (schedule?.state !== 'paused') return;
      const nextAt = slotAfter(schedule, time.now());
      const state = nextAt === null ? 'ended' : 'active';
      if (await store.schedules.change({ ...schedule, state, pausedFor: null, failures: 0, nextAt })) return;
    }
  }

  async function send(slot: Slot): Promise<void> {
    const delivery = await store.deliveries.find(slot);
    if (delivery?.state === 'uncertain' && slack.posts.has(keyOf(slot))) return void (await store.deliveries.confirm(slot, time.now()));
    await store.deliveries.askAgain(slot, time.now(), time.now() + 6 * HOUR);
  }

  async function react({ workspace, message }: Told): Promise<void> {
    const pressed = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    for (const element of pressed.slice(0, 1)) {
      if (element.type !== 'button') continue;
      const [verb = '', ...rest] = (element.value ?? '').split(' ');
      const id = rest[0] ?? verb;
      const schedule = await store.schedules.find(workspace, id);
      if (!schedule) throw new Error(`a button knows no schedule: ${element.value}`);
      if ('channel' in schedule.place && schedule.state === 'paused') slack.closed.delete(schedule.place.channel);
      if (verb === 'send' || verb === 'arrived') await send({ workspace, schedule: id, dueAt: Number(rest[1]) });
      if (schedule.pausedFor !== null && (verb !== 'send' || random.chance(0.5))) await resume(workspace, id);
      // One notice stands for all that LiveChat's refusal paused.
      if (schedule.pausedFor !== 'livechat_refused') continue;
      for (const other of await store.schedules.list(workspace, { owner: schedule.owner })) await resume(workspace, other.id);
    }
  }

  const commands = createScheduleCommands({
    store,
    // What is said about a hand-over is no notice of a failure.
    messengers: (workspace) => ({ ...slack.messenger(workspace), post: async () => ({ state: 'posted', channel: 'D1', ts: '1' }) }),
    language,
    scheduleLanguage: createScheduleLanguage(language),
    compose: () => Promise.reject(new Error('nobody tests here')),
    reports: REPORTS,
    clock: () => time.now() + random.between(-SKEW_MS, SKEW_MS),
    random,
    command: '/livechat',
  });

  /** As its owner types it; what is refused in words is refused. */
  async function say(verb: string, { workspace, id }: Pick<Schedule, 'workspace' | 'id'>, more = ''): Promise<void> {
    const person = await store.schedules.ownerOf(workspace, id);
    const command = commands.find(({ name }) => name === verb);
    if (!command || person === null) throw new Error(`nobody can say ${verb} ${id}`);
    const place = { channel: null, name: person, isAdmin: false, isGuest: false } as const;
    const asker: Asker = { ...place, workspace, person, zone: 'UTC', weekStart: 'monday', locale: 'en-US' };
    try {
      await command.run(`${id} ${more}`.trim(), asker, new AbortController().signal);
      said.set(verb, (said.get(verb) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }

  async function meddle(schedule: Schedule): Promise<void> {
    const { workspace } = schedule;
    const verb = random.pick(['edit', 'edit', 'edit', 'pause', 'resume', 'skip', 'skip', 'handover']);
    switch (random.chance(0.02) ? 'delete' : verb) {
      case 'delete':
        return say('delete', schedule);
      case 'edit':
        return say('edit', schedule, random.chance(0.2) ? `in <#C${random.between(0, 3)}${workspace}>` : random.pick(EDITS));
      case 'handover':
        return say('handover', schedule, `to <@U${random.between(0, 2)}${workspace}>`);
      case 'pause':
        time.at(time.now() + random.between(1, 200) * HOUR, () => say('resume', schedule));
        return say('pause', schedule);
      default:
        return say(verb, schedule);
    }
  }

  return {
    /** How often each command was taken. */
    said,
    /** Changes their minds about a schedule, at a random moment or at a slot. */
    changeMindsAbout(schedule: Schedule, slots: readonly number[], { start, end }: { readonly start: number; readonly end: number }): void {
      const [first = start, ...others] = slots;
      for (let count = 0; count < MINDS; count += 1) {
        const slot = random.pick([first, ...others]) + random.between(0, 3_000);
        time.at(random.chance(0.5) ? slot : random.between(start, end), () => meddle(schedule));
      }
    },
    hear(told: Told): void {
      time.at(time.now() + random.between(1, 20) * HOUR, () => react(told));
    },
  };
}
