import { UserError } from '../../model/errors.ts';
import type { Message } from '../../presentation/message.ts';
import { deletePress } from '../../presentation/schedules/schedule-line.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import type { Command } from '../doors.ts';
import type { Asker, Schedule } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';
import { byId, fits, near } from './find.ts';
import { mayChange } from './permissions.ts';
import { inOneLine, whatInWords } from './shown.ts';

/** A verb about one schedule: `pause k7m2`, `handover tags to @ben`. */
export interface Verb extends Pick<Command, 'name' | 'description'>, Partial<Pick<Command, 'aliases' | 'usage' | 'examples'>> {
  /** Left out, it changes the schedule. `delete`: for good, so that only an id will do. `see all`: deleted ones too. */
  readonly isFor?: 'delete' | 'see' | 'see all';
  /** Parts the words for the schedule from what else is said. Left out, all of them are for the schedule. */
  readonly part?: (rest: string) => Parted;
  act(deps: SchedulesDeps, schedule: Schedule, said: Said): Promise<Message>;
}

interface Parted {
  /** An id, or words that are in what a schedule posts or in when. */
  readonly which: string;
  /** As it can be said again behind an id; empty: nothing. */
  readonly more: string;
}

export interface Said extends Pick<Parted, 'more'> {
  readonly asker: Asker;
  readonly signal: AbortSignal;
}

/** Does it with the schedule that is meant. Several that fit are offered, none is told. */
export function verbCommand(deps: SchedulesDeps, verb: Verb): Command {
  const { name, description, isFor, part = (which) => ({ which, more: '' }) } = verb;
  return {
    name,
    description,
    aliases: verb.aliases ?? [],
    usage: verb.usage ?? `${name} <id or words>`,
    examples: verb.examples ?? deps.reports.slice(0, 1).map((report) => `${name} ${report.name}`),
    async run(rest, asker, signal) {
      const { which, more } = part(rest);
      const said = { more, asker, signal };
      const mayBe = (schedule: Schedule) => isFor === 'see' || isFor === 'see all' || mayChange(schedule, asker);
      const named = await byId(deps, which, asker);
      if (named && (named.state !== 'deleted' || isFor === 'see all')) {
        if (!mayBe(named)) throw notYours(deps, named);
        return verb.act(deps, named, said);
      }
      const fitting = (await near(deps, asker)).filter((schedule) => mayBe(schedule) && fits(schedule, which, deps));
      const [only, ...others] = fitting;
      if (!only) throw nothingFits(which);
      if (others.length === 0 && which !== '' && isFor !== 'delete') return verb.act(deps, only, said);
      return whichOne(deps, fitting, verb, more);
    },
  };
}

const OFFERED = 10;

function whichOne(deps: SchedulesDeps, schedules: readonly Schedule[], { name, isFor }: Verb, more: string): Message {
  const presses = schedules.slice(0, OFFERED).map((schedule) => {
    const { id } = schedule;
    const label = `${inOneLine(schedule, deps)} (${id})`;
    if (isFor !== 'delete') return { label, words: `${name} ${id} ${more}`.trim() };
    return { ...deletePress({ id, what: whatInWords(schedule, deps), when: describeRecurrence(schedule.recurrence) }), label };
  });
  return shortMessage('Which one do you mean?', { presses });
}

function notYours(deps: SchedulesDeps, schedule: Schedule): UserError {
  return new UserError(
    `Somebody else set up “${inOneLine(schedule, deps)}”.`,
    'Only they and administrators of this workspace can change it. The posts in the channel say who it is.',
    { suggestions: [{ label: 'Send a test to me', words: `test ${schedule.id}` }] },
  );
}

function nothingFits(which: string): UserError {
  const message =
    which === ''
      ? 'I find no schedule of yours or of this channel.'
      : `I find no schedule of yours or of this channel for “${which.slice(0, 60)}”.`;
  return new UserError(message, 'The list shows each with its id.', { suggestions: [{ label: 'My schedules', words: 'schedules' }] });
}
