import { isDeepStrictEqual } from 'node:util';
import type { ScheduleParts } from '../../language/schedule-words.ts';
import { UserError } from '../../model/errors.ts';
import { askingMessage } from '../../presentation/schedules/asking-message.ts';
import { editPress } from '../../presentation/schedules/schedule-line.ts';
import type { Command } from '../doors.ts';
import type { Asker, Schedule } from '../ports.ts';
import { changed } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';
import { checkScheduler } from './permissions.ts';
import { placeOf } from './place.ts';
import { readChanges } from './read.ts';
import { checkDraft, type Draft, draftOf, redrafted } from './save.ts';
import { confirmed, whatInWords } from './shown.ts';

export function createEditCommand(deps: SchedulesDeps): Command {
  return {
    name: 'edit',
    aliases: [],
    usage: 'edit <id> [what changes]',
    description: 'Changes what is said of a schedule, or opens a form with all of it.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `edit ${name}`),
    async run(rest, asker) {
      await checkScheduler(deps, asker);
      const [first = ''] = rest.split(' ');
      const words = rest.slice(first.length).trim();
      const isId = /\d/.test(first) && words !== '';
      return withOne(deps, { words: isId ? first : rest, asker, verb: 'edit' }, (schedule) => {
        if (!isId) return Promise.resolve(offered(deps, schedule));
        return edited(deps, schedule, { words, asker });
      });
    },
  };
}

function offered(deps: SchedulesDeps, schedule: Schedule) {
  return askingMessage({
    says: `What should change about ${whatInWords(schedule, deps)}?`,
    hints: [`Press, or say it: ${deps.command} edit ${schedule.id} every friday at 16:00`],
    presses: [editPress(schedule.id)],
  });
}

async function edited(deps: SchedulesDeps, schedule: Schedule, { words, asker }: { readonly words: string; readonly asker: Asker }) {
  const { workspace, id } = schedule;
  const now = deps.clock();
  const parts = readChanges(deps, words, { schedule, now });
  const redraft = (current: Schedule): Draft => ({ ...draftOf(current), ...saidOf(parts, asker) });
  const draft = redraft(schedule);
  if (isDeepStrictEqual(draft, draftOf(schedule))) {
    throw new UserError('That changes nothing.', `Say what is to be different: ${deps.command} edit ${id} every friday at 16:00`);
  }
  const instead = [{ label: 'Try again', words: `edit ${id} ${words}` }];
  const notes = await checkDraft(deps, draft, { workspace, instead });
  const saved = await changed(deps.store.schedules, schedule, (current) => redrafted(current, redraft(current), now));
  return confirmed(deps, saved, { reader: asker, lead: 'Changed.', notes: [...parts.notes, ...notes] });
}

/** Only what is said changes. */
function saidOf({ question, recurrence, zone, place, whenEmpty, until }: ScheduleParts, asker: Asker): Partial<Draft> {
  return {
    ...(question && { question }),
    ...(recurrence && { recurrence }),
    ...(zone && { zone }),
    ...(place && { place: placeOf(place, asker) }),
    ...(whenEmpty && { whenEmpty }),
    ...(until !== null && { until: until === 'never' ? null : until }),
  };
}
