import { slotAfter } from '../../../src/usecases/delivery/index.ts';
import type { Slot, Store } from '../../../src/usecases/ports.ts';
import type { Random } from './random.ts';
import { keyOf, type SimulatedSlack, type Told } from './slack.ts';
import type { VirtualTime } from './virtual-time.ts';

const HOUR = 3_600_000;

/** Whoever is told something mends it after a while, and presses what the message has to press. */
export function createPeople({ store, slack, time, random }: { store: Store; slack: SimulatedSlack; time: VirtualTime; random: Random }) {
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

  return {
    hear(told: Told): void {
      time.at(time.now() + random.between(1, 20) * HOUR, () => react(told));
    },
  };
}
