import { isDeepStrictEqual } from 'node:util';
import type { ScheduleParts } from '../../language/schedule-words.ts';
import { UserError } from '../../model/errors.ts';
import { editPress } from '../../presentation/schedules/schedule-line.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import type { Asker, Schedule } from '../ports.ts';
import { changed } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { checkScheduler } from './permissions.ts';
import { placeOf } from './place.ts';
import { readChanges } from './read.ts';
import { checkDraft, type Draft, draftOf, redrafted } from './save.ts';
import { confirmed, whatInWords } from './shown.ts';
import type { Said, Verb } from './verb.ts';

export const edit: Verb = {
  name: 'edit',
  usage: 'edit <id> [what changes]',
  description: 'Changes what is said of a schedule, or opens a form with all of it.',
  part(rest) {
    // Only behind an id is it clear which words say what changes.
    const [first = ''] = rest.split(' ');
    return /\d/.test(first) ? { which: first, more: rest.slice(first.length).trim() } : { which: rest, more: '' };
  },
  async act(deps, schedule, said) {
    await checkScheduler(deps, said.asker);
    if (said.more !== '') return edited(deps, schedule, said);
    return shortMessage(`What should change about ${whatInWords(schedule, deps)}?`, {
      hints: [`Press, or say it: ${typed(deps, schedule)}`],
      presses: [editPress(schedule.id)],
    });
  },
};

const typed = ({ command }: SchedulesDeps, { id }: Schedule): string => `${command} edit ${id} every friday at 16:00`;

async function edited(deps: SchedulesDeps, schedule: Schedule, { more: words, asker }: Said) {
  const { id } = schedule;
  const now = await deps.store.now();
  const parts = readChanges(deps, words, { schedule, asker, now });
  const redraft = (current: Schedule): Draft => ({ ...draftOf(current), ...saidOf(parts, asker) });
  const draft = redraft(schedule);
  if (isDeepStrictEqual(draft, draftOf(schedule))) {
    throw new UserError('That changes nothing.', `Say what is to be different: ${typed(deps, schedule)}`);
  }
  const notes = await checkDraft(deps, draft, { asker, instead: [{ label: 'Try again', words: `edit ${id} ${words}` }] });
  const saved = await changed(deps.store, schedule, (current, then) => redrafted(current, redraft(current), then));
  return confirmed(deps, saved, {
    reader: asker,
    lead: 'Changed.',
    notes: [...parts.notes, ...notes],
    otherwise: parts.otherwise && { recurrence: parts.otherwise, range: null },
  });
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
