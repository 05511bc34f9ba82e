import { UserError } from '../../model/errors.ts';
import type { Command } from '../doors.ts';
import type { Schedule } from '../ports.ts';
import { changed } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';
import { confirmed } from './shown.ts';

/** A mention as Slack writes it, or the id as a button has it. */
const PERSON = /\s*(?:\bto\s+)?(?:<@(?<mentioned>[UW][A-Z0-9]+)(?:\|[^>]*)?>|@(?<typed>[UW][A-Z0-9]{2,}))\s*/;

export function createHandoverCommand(deps: SchedulesDeps): Command {
  return {
    name: 'handover',
    aliases: ['hand'],
    usage: 'handover <id or words> to @person',
    description: 'Makes somebody else the owner of a schedule.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `handover ${name}`),
    run(rest, asker) {
      const words = rest.replace(/^over\s+/i, '');
      const found = PERSON.exec(words);
      const to = found?.groups?.mentioned ?? found?.groups?.typed;
      const which = found ? words.replace(PERSON, ' ').trim() : words;
      return withOne(deps, { words: which, asker, verb: 'handover', ...(to && { tail: ` to <@${to}>` }) }, async (schedule) => {
        if (!to) throw new UserError('Whom should it belong to?', `Name them: ${deps.command} handover ${schedule.id} to @somebody`);
        const handed = await changed(deps.store.schedules, schedule, (now) => (now.owner === to ? now : belongingTo(now, to)));
        const isTold = to === asker.person || (await told(deps, handed, { to, by: asker.name }));
        const notes = isTold ? [] : ['I could not tell them: please do.'];
        return confirmed(deps, handed, { reader: asker, lead: 'Handed over.', notes });
      });
    },
  };
}

/** What went to the owner goes to the new one. */
function belongingTo(schedule: Schedule, to: string): Schedule {
  const { place, owner } = schedule;
  return { ...schedule, owner: to, place: 'person' in place && place.person === owner ? { person: to } : place };
}

async function told(deps: SchedulesDeps, schedule: Schedule, { to, by }: { readonly to: string; readonly by: string }): Promise<boolean> {
  const lead = `${by} handed this schedule over to you.`;
  const message = await confirmed(deps, schedule, { reader: { person: to, isAdmin: false }, lead });
  const posted = await deps.messengers(schedule.workspace)?.post({ person: to }, message);
  return posted?.state === 'posted';
}
