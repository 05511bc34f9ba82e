import { UserError } from '../../model/errors.ts';
import type { Message } from '../../presentation/message.ts';
import { slotInWords } from '../../presentation/schedules/outcome.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import type { Schedule, Slot } from '../ports.ts';
import { changed, mended, withoutDue } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { checkScheduler } from './permissions.ts';
import { checkPlace } from './place.ts';
import { historyOf, whatInWords } from './shown.ts';
import type { Verb } from './verb.ts';

const MINUTE_MS = 60_000;
/** Later than this nobody waits for it any more. */
const WORTH_MS = 10 * MINUTE_MS;

/** What is meant: `k7m2`, or one of its slots, `k7m2 1795420800000`. */
function partSlot(rest: string) {
  const { which = rest, more = '' } = /^(?<which>\S+) (?<more>\d{12,15})$/.exec(rest)?.groups ?? {};
  return { which, more };
}

const slotOf = ({ workspace, id }: Schedule, dueAt: number): Slot => ({ workspace, schedule: id, dueAt });

export const send: Verb = {
  name: 'send',
  description: 'Posts a schedule’s report now, where it always goes.',
  part: partSlot,
  async act(deps, schedule, { more, asker }) {
    await checkScheduler(deps, asker);
    const { workspace, id, place } = schedule;
    await checkPlace(deps, place, { workspace, instead: [{ label: 'Try again', words: `send ${id} ${more}`.trim() }] });
    return more === '' ? sendNow(deps, schedule) : sendSlot(deps, schedule, Number(more));
  },
};

/** What a button says when Slack did not tell whether a post arrived, and a person did. Nobody types it. */
export const arrived: Verb = {
  name: 'arrived',
  usage: 'arrived <id> <slot>',
  description: 'Notes that a post arrived.',
  examples: [],
  part: partSlot,
  async act({ store }, schedule, { more }) {
    const isNoted = more !== '' && (await store.deliveries.confirm(slotOf(schedule, Number(more)), await store.now()));
    const noted = () => `I noted that the post of ${slotInWords(Number(more), schedule.zone)} arrived.`;
    return shortMessage(isNoted ? noted() : 'There is no open question about that post any more.', { presses: [historyOf(schedule)] });
  },
};

/** One a minute: whoever presses twice gets it once. */
async function sendNow(deps: SchedulesDeps, schedule: Schedule): Promise<Message> {
  const { deliveries } = deps.store;
  // A slot that is due at this minute is the same post, and keeps the time that it has.
  await withoutDue(deps.store, schedule);
  const now = await deps.store.now();
  const slot = slotOf(schedule, now - (now % MINUTE_MS));
  const isThere = (await deliveries.find(slot)) !== null;
  if (isThere && !(await deliveries.askAgain(slot, now, now + WORTH_MS)))
    return told(deps, schedule, 'It has just been sent, or is on its way');
  if (!isThere) await deliveries.add(slot, now + WORTH_MS);
  return told(deps, schedule, 'I am sending it now');
}

async function sendSlot(deps: SchedulesDeps, schedule: Schedule, dueAt: number): Promise<Message> {
  const { deliveries } = deps.store;
  const slot = slotOf(schedule, dueAt);
  const when = slotInWords(dueAt, schedule.zone);
  const found = await deliveries.find(slot);
  if (!found) throw new UserError('I know of no such post.', 'The history shows them all.', { suggestions: [historyOf(schedule)] });
  const current = await changed(deps.store, schedule, mended);
  const now = await deps.store.now();
  if (await deliveries.askAgain(slot, now, now + WORTH_MS)) {
    return told(
      deps,
      schedule,
      `I am sending the post of ${when} now`,
      current.state === schedule.state ? '' : ' The schedule runs again.',
    );
  }
  return told(deps, schedule, `The post of ${when} ${found.state === 'posted' ? 'was posted already' : 'is on its way'}`);
}

function told(deps: SchedulesDeps, schedule: Schedule, says: string, besides = ''): Message {
  return shortMessage(`${says}: ${whatInWords(schedule, deps)}.${besides}`, { presses: [historyOf(schedule)] });
}
