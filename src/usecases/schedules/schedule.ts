import type { ScheduleParts } from '../../language/schedule-words.ts';
import type { Message } from '../../presentation/message.ts';
import { shortMessage } from '../../presentation/short-message.ts';
import type { Command } from '../doors.ts';
import type { Asker } from '../ports.ts';
import { exampleOf, type SchedulesDeps, USUAL_TIMES } from './deps.ts';
import { newId } from './new-id.ts';
import { checkScheduler } from './permissions.ts';
import { placeOf } from './place.ts';
import { otherReadingOf, rangedFor, read } from './read.ts';
import { created } from './save.ts';
import { listed } from './schedules.ts';

/** One of each kind that nobody would guess. */
const LESS_USUAL = [
  'every day at 9:00 and 17:30 to me',
  'every 2 weeks on friday at 14:00 until 31 march',
  'on the first business day of the month at 9:00 London time',
  'on the last day of the month at 18:00 unless empty',
];

export function createScheduleCommand(deps: SchedulesDeps): Command {
  return {
    name: 'schedule',
    aliases: [],
    usage: 'schedule <question> <when> [in #channel | to me] [until …] [zone]',
    description: 'Posts a report again and again: every weekday at 17:30, on the 1st at 8:00.',
    examples: [
      ...deps.reports.slice(0, 2).map(({ name }, index) => `schedule ${name} ${USUAL_TIMES[index]}`),
      ...deps.reports.slice(0, 1).flatMap(({ name }) => LESS_USUAL.map((rest) => `schedule ${name} ${rest}`)),
    ],
    async run(words, asker) {
      if (words === '') return listed(deps, { asker });
      await checkScheduler(deps, asker);
      const parts = read(deps, words, { context: { ...asker, now: deps.clock() }, verb: 'schedule' });
      const { question, recurrence } = parts;
      if (!question) return askWhat(deps, words, recurrence !== null);
      if (!recurrence) return askWhen(words, parts);
      const draft = {
        question: rangedFor(question, recurrence, parts),
        recurrence,
        zone: parts.zone ?? asker.zone,
        weekStart: asker.weekStart,
        locale: asker.locale,
        place: placeOf(parts.place, asker),
        whenEmpty: parts.whenEmpty ?? 'post',
        until: parts.until === 'never' ? null : parts.until,
      };
      const id = await newId(deps.store.schedules, asker.workspace, deps.random);
      return created(deps, draft, {
        asker,
        id,
        instead: instead(words, asker, parts),
        notes: parts.notes,
        otherwise: otherReadingOf(parts),
      });
    },
  };
}

function instead(words: string, { channel }: Asker, { place }: ScheduleParts) {
  const again = { label: 'Try again', words: `schedule ${words}` };
  return place === null && channel !== null ? [again, { label: 'Send it to me', words: `schedule ${words} to me` }] : [again];
}

function askWhat(deps: SchedulesDeps, words: string, isTimeSaid: boolean): Message {
  if (!isTimeSaid) return shortMessage('What should I post, and when?', { hints: [`For example: ${deps.command} ${exampleOf(deps)}`] });
  return shortMessage('Which report should I post then?', {
    presses: [...deps.reports.map(({ name, title }) => ({ label: title, words: `schedule ${name} ${words}` })), byForm(words)],
  });
}

function askWhen(words: string, { isTimeSaid }: ScheduleParts): Message {
  const offered = USUAL_TIMES.map((when) => (isTimeSaid ? when.replace(/ at .*/, '') : when));
  return shortMessage('When should I post it?', {
    hints: ['Press one, or say it in your own words: every friday at 16:00'],
    presses: [
      ...offered.map((when) => ({ label: `${when.charAt(0).toUpperCase()}${when.slice(1)}`, words: `schedule ${words} ${when}` })),
      byForm(words),
    ],
  });
}

const byForm = (words: string) => ({ label: 'Fill in…', words, opens: 'schedule' });
