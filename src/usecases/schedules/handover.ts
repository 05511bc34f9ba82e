import { UserError } from '../../model/errors.ts';
import type { Schedule } from '../ports.ts';
import { changed } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { confirmed } from './shown.ts';
import type { Verb } from './verb.ts';

/** A mention as Slack writes it, or the id as a button has it. */
const PERSON = /\s*(?:\bto\s+)?(?:<@(?<mentioned>[UW][A-Z0-9]+)(?:\|[^>]*)?>|@(?<typed>[UW][A-Z0-9]{2,}))\s*/;

export const handover: Verb = {
  name: 'handover',
  aliases: ['hand'],
  usage: 'handover <id or words> to @person',
  description: 'Makes somebody else the owner of a schedule.',
  part(rest) {
    const words = rest.replace(/^over\s+/i, '');
    const { mentioned, typed } = PERSON.exec(words)?.groups ?? {};
    const person = mentioned ?? typed;
    return { which: words.replace(PERSON, ' ').trim(), more: person === undefined ? '' : `to <@${person}>` };
  },
  async act(deps, schedule, { more, asker }) {
    const to = PERSON.exec(more)?.groups?.mentioned;
    if (!to) throw new UserError('Whom should it belong to?', `Name them: ${deps.command} handover ${schedule.id} to @somebody`);
    const handed = await changed(deps.store.schedules, schedule, (now) => (now.owner === to ? now : belongingTo(now, to)));
    const isTold = to === asker.person || (await isToldOf(deps, handed, asker.name));
    return confirmed(deps, handed, { reader: asker, lead: 'Handed over.', notes: isTold ? [] : ['I could not tell them: please do.'] });
  },
};

/** What went to the owner goes to the new one. */
function belongingTo(schedule: Schedule, to: string): Schedule {
  const { place, owner } = schedule;
  return { ...schedule, owner: to, place: 'person' in place && place.person === owner ? { person: to } : place };
}

/** Its new owner has a message about it. */
async function isToldOf(deps: SchedulesDeps, schedule: Schedule, by: string): Promise<boolean> {
  const { workspace, owner } = schedule;
  const lead = `${by} handed this schedule over to you.`;
  const message = await confirmed(deps, schedule, { reader: { person: owner, isAdmin: false }, lead });
  return (await deps.messengers(workspace)?.post({ person: owner }, message))?.state === 'posted';
}
