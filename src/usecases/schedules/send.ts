import { UserError } from '../../model/errors.ts';
import type { Message } from '../../presentation/message.ts';
import { askingMessage } from '../../presentation/schedules/asking-message.ts';
import { slotInWords } from '../../presentation/schedules/outcome.ts';
import { slotAfter } from '../delivery/plan.ts';
import type { Command } from '../doors.ts';
import type { Schedule } from '../ports.ts';
import { changed, running } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';
import { checkPlace } from './place.ts';
import { whatInWords } from './shown.ts';

const MINUTE_MS = 60_000;
/** Later than this nobody waits for it any more. */
const WORTH_MS = 10 * MINUTE_MS;

/** What was asked for: `k7m2`, or one of its slots, `k7m2 1795420800000`. */
const SLOT = /^(?<words>\S+) (?<dueAt>\d{12,15})$/;

export function createSendCommand(deps: SchedulesDeps): Command {
  return {
    name: 'send',
    aliases: [],
    usage: 'send <id or words>',
    description: 'Posts a schedule’s report now, where it always goes.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `send ${name}`),
    run(rest, asker) {
      const { words = rest, dueAt } = SLOT.exec(rest)?.groups ?? {};
      return withOne(deps, { words, asker, verb: 'send' }, async (schedule) => {
        const { workspace, place } = schedule;
        await checkPlace(deps, place, { workspace, instead: [{ label: 'Try again', words: `send ${rest}` }] });
        return dueAt === undefined ? sendNow(deps, schedule) : sendSlot(deps, schedule, Number(dueAt));
      });
    },
  };
}

/** One a minute: whoever presses twice gets it once. */
async function sendNow(deps: SchedulesDeps, schedule: Schedule): Promise<Message> {
  const { deliveries } = deps.store;
  const now = deps.clock();
  const slot = { workspace: schedule.workspace, schedule: schedule.id, dueAt: now - (now % MINUTE_MS) };
  const isThere = (await deliveries.find(slot)) !== null;
  if (isThere && !(await deliveries.askAgain(slot, now, now + WORTH_MS)))
    return told(deps, schedule, 'It has just been sent, or is on its way');
  if (!isThere) await deliveries.add(slot, now + WORTH_MS);
  return told(deps, schedule, 'I am sending it now');
}

async function sendSlot(deps: SchedulesDeps, schedule: Schedule, dueAt: number): Promise<Message> {
  const { schedules, deliveries } = deps.store;
  const now = deps.clock();
  const slot = { workspace: schedule.workspace, schedule: schedule.id, dueAt };
  const when = slotInWords(dueAt, schedule.zone);
  const found = await deliveries.find(slot);
  if (!found) throw new UserError('I know of no such post.', 'The history shows them all.', { suggestions: [historyOf(schedule)] });
  const current = await changed(schedules, schedule, (each) => {
    const isHeldUp = each.state === 'paused' && each.pausedFor !== null;
    const next = slotAfter(each, now);
    return isHeldUp && next !== null ? running(each, next) : each;
  });
  if (await deliveries.askAgain(slot, now, now + WORTH_MS)) {
    const again = current.state !== schedule.state ? ' The schedule runs again' : '';
    return told(deps, schedule, `I am sending the one of ${when} now${again === '' ? '' : `.${again}`}`);
  }
  return told(deps, schedule, found.state === 'posted' ? `The one of ${when} was posted already` : `The one of ${when} is on its way`);
}

function told(deps: SchedulesDeps, schedule: Schedule, says: string): Message {
  return askingMessage({ says: `${says}: ${whatInWords(schedule, deps)}.`, presses: [historyOf(schedule)] });
}

const historyOf = ({ id }: Schedule) => ({ label: 'History', words: `history ${id}` });
