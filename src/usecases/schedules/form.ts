import { UserError } from '../../model/errors.ts';
import { zoned } from '../../model/time.ts';
import type { ModalView } from '../../presentation/message.ts';
import { scheduleForm } from '../../presentation/schedules/schedule-form.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import type { Form } from '../doors.ts';
import type { Asker, Schedule } from '../ports.ts';
import { type SchedulesDeps, USUAL_TIMES } from './deps.ts';
import { byId } from './find.ts';
import { keptOf } from './kept.ts';
import { looksLikeId, newId } from './new-id.ts';
import { checkScheduler, mayChange } from './permissions.ts';
import { rangedFor, read } from './read.ts';
import { submitted } from './submitted.ts';

/** A new schedule, or the changes of one. It opens with an id, or with words to begin with. */
export function createScheduleForm(deps: SchedulesDeps): Form {
  return {
    name: 'schedule',
    async open(value, asker) {
      await checkScheduler(deps, asker);
      const words = value.trim();
      const found = await byId(deps, words, asker);
      if (found && mayChange(found, asker) && found.state !== 'deleted') return filledIn(deps, found, asker);
      if (looksLikeId(words)) throw new UserError('I find no schedule of yours with that id.', 'The list shows them all.');
      return prefilled(deps, value, asker);
    },
    submit: (values, kept, asker) => submitted(deps, { values, kept, asker }),
  };
}

async function filledIn(deps: SchedulesDeps, schedule: Schedule, asker: Asker): Promise<ModalView> {
  const { id, version, question, recurrence, place, zone, until, whenEmpty } = schedule;
  return scheduleForm({
    ...(await common(deps, asker, zone)),
    isNew: false,
    kept: keptOf({ id, version, channel: asker.channel }),
    what: deps.language.say(question),
    when: describeRecurrence(recurrence),
    channel: 'channel' in place ? place.channel : null,
    until: until === null ? null : zoned(until, zone).toPlainDate().toString(),
    whenEmpty,
  });
}

async function prefilled(deps: SchedulesDeps, words: string, asker: Asker): Promise<ModalView> {
  const said = understood(deps, words, asker);
  // Chosen now, so that a form that is sent twice sets one up.
  const id = await newId(deps.store.schedules, asker.workspace, deps.random);
  const kept = keptOf({ id, version: 0, channel: asker.channel });
  return scheduleForm({ ...(await common(deps, asker, said.zone)), ...said, isNew: true, kept, until: null });
}

/** What can be filled in already. Words that are not understood are put right in the form. */
function understood(deps: SchedulesDeps, words: string, asker: Asker) {
  try {
    const parts = read(deps, words, { context: { ...asker, now: deps.clock() }, verb: 'schedule' });
    const { question, recurrence, place, zone, whenEmpty } = parts;
    const ranged = question && recurrence ? rangedFor(question, recurrence, parts) : question;
    return {
      what: recurrence ? (ranged ? deps.language.say(ranged) : '') : words,
      when: recurrence ? describeRecurrence(recurrence) : '',
      channel: place && 'channel' in place ? place.channel : null,
      zone: zone ?? asker.zone,
      whenEmpty: whenEmpty ?? 'post',
    };
  } catch (error) {
    if (error instanceof UserError) return { what: words, when: '', channel: null, zone: asker.zone, whenEmpty: 'post' } as const;
    throw error;
  }
}

async function common({ store, reports }: SchedulesDeps, asker: Asker, zone: string) {
  const shared = await store.preferences.ofWorkspace(asker.workspace);
  return {
    hasHere: asker.channel !== null,
    zone,
    zones: [...new Set([zone, asker.zone, ...(shared.zone === null ? [] : [shared.zone]), 'UTC'])],
    examples: { what: reports[0]?.examples[0] ?? '', when: USUAL_TIMES[0] },
  };
}
