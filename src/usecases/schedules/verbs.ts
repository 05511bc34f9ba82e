import { UserError } from '../../model/errors.ts';
import { context, message } from '../../presentation/blocks.ts';
import { historyMessage } from '../../presentation/schedules/history-message.ts';
import { slotInWords } from '../../presentation/schedules/outcome.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import { changed, running } from './change.ts';
import { exampleOf } from './deps.ts';
import { checkScheduler } from './permissions.ts';
import { checkPlace } from './place.ts';
import { firstSlot } from './save.ts';
import { confirmed, historyOf, inOneLine, lineOf } from './shown.ts';
import type { Verb } from './verb.ts';

export const pause: Verb = {
  name: 'pause',
  description: 'Stops a schedule until you resume it.',
  async act(deps, found, { asker }) {
    // A pause for a failure becomes one of theirs: nothing but they ends it.
    const schedule = await changed(deps.store, found, (now) =>
      now.state === 'paused' && now.pausedFor === null ? now : { ...now, state: 'paused', pausedFor: null, nextAt: null },
    );
    return confirmed(deps, schedule, { reader: asker });
  },
};

export const resume: Verb = {
  name: 'resume',
  description: 'Lets a paused schedule run again.',
  async act(deps, found, { asker }) {
    await checkScheduler(deps, asker);
    const { workspace, id, place } = found;
    // Else it would fail again, and be paused again, at its next turn.
    await checkPlace(deps, place, { workspace, instead: [{ label: 'Try again', words: `resume ${id}` }] });
    const schedule = await changed(deps.store, found, (current, now) =>
      current.state === 'active' ? current : running(current, firstSlot(current, now)),
    );
    return confirmed(deps, schedule, { reader: asker, lead: found.state === 'active' ? 'It is running.' : 'It runs again.' });
  },
};

export const skip: Verb = {
  name: 'skip',
  description: 'Leaves out the next post of a schedule; said again, it does not.',
  async act(deps, found, { asker }) {
    await checkScheduler(deps, asker);
    const schedule = await changed(deps.store, found, (now) => {
      if (now.nextAt !== null) return { ...now, skipAt: now.skipAt === now.nextAt ? null : now.nextAt };
      throw new UserError('It does not run now, so there is no post to leave out.', 'Resume it first.', {
        suggestions: [{ label: 'Resume', words: `resume ${now.id}` }],
      });
    });
    const next = slotInWords(schedule.nextAt ?? 0, schedule.zone);
    const lead = schedule.skipAt === null ? `I will post on ${next} after all.` : `I will leave out ${next}.`;
    return confirmed(deps, schedule, { reader: asker, lead });
  },
};

const QUIET = 'There is nothing to report at the moment, so this schedule would post nothing.';

export const test: Verb = {
  name: 'test',
  description: 'Shows you alone what a schedule would post now.',
  isFor: 'see',
  async act(deps, schedule, { signal }) {
    const made = await deps.compose(schedule, deps.clock(), { signal, kind: 'test', lateMs: 0 });
    if (!made.isEmpty || schedule.whenEmpty === 'post') return made.message;
    return message(QUIET, [context([QUIET]), ...made.message.blocks]);
  },
};

/** As many posts as anybody looks back for. */
const SHOWN = 20;

export const history: Verb = {
  name: 'history',
  description: 'Says what became of a schedule’s posts.',
  isFor: 'see all',
  act: async (deps, schedule, { asker }) =>
    historyMessage({
      line: await lineOf(deps, schedule, asker),
      outcomes: await deps.store.deliveries.history(schedule.workspace, schedule.id, SHOWN),
    }),
};

/** `delete` is a word of the language. */
export const deletion: Verb = {
  name: 'delete',
  description: 'Deletes a schedule for good.',
  isFor: 'delete',
  async act(deps, found) {
    const schedule = await changed(deps.store, found, (now) => ({ ...now, state: 'deleted', nextAt: null }));
    return shortMessage(`Deleted: ${inOneLine(schedule, deps)}.`, {
      hints: [`A new one is set up like this: ${deps.command} ${exampleOf(deps)}`],
      presses: [historyOf(schedule)],
    });
  },
};
