import { unknownName } from '../../language/schedule-words.ts';
import { UserError } from '../../model/errors.ts';
import type { PersonKind, Schedule } from '../ports.ts';
import { changed } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { checkScheduler } from './permissions.ts';
import { confirmed } from './shown.ts';
import type { Verb } from './verb.ts';

/** A mention as Slack writes it, or the id as a button has it. */
const PERSON = /\s*(?:\bto\s+)?(?:<@(?<mentioned>[UW][A-Z0-9]+)(?:\|[^>]*)?>|@(?<typed>[UW][A-Z0-9]{2,}))\s*/;

/** A name that was typed to its end, which Slack sends as it is. */
const NAME = /(?<!\S)(?:to (?=[^<\s])|(?=@))(?<name>\S.*)$/i;

export const handover: Verb = {
  name: 'handover',
  aliases: ['hand'],
  usage: 'handover <id or words> to @person',
  description: 'Makes somebody else the owner of a schedule.',
  part(rest) {
    const words = rest.replace(/^over\s+/i, '');
    const { mentioned, typed } = PERSON.exec(words)?.groups ?? {};
    const person = mentioned ?? typed;
    const name = person === undefined ? NAME.exec(words) : null;
    if (name) return { which: words.slice(0, name.index).trim(), more: `to ${name.groups?.name}` };
    return { which: words.replace(PERSON, ' ').trim(), more: person === undefined ? '' : `to <@${person}>` };
  },
  async act(deps, schedule, { more, asker }) {
    await checkScheduler(deps, asker);
    const to = PERSON.exec(more)?.groups?.mentioned;
    const name = NAME.exec(more)?.groups?.name;
    if (!to && name) throw unknownName(name.startsWith('@') ? name : `@${name}`, 'person');
    if (!to) throw new UserError('Whom should it belong to?', `Name them: ${deps.command} handover ${schedule.id} to @somebody`);
    checkOwner((await deps.messengers(schedule.workspace)?.kindOf(to, schedule.workspace)) ?? null);
    const handed = await changed(deps.store, schedule, (now) => (now.owner === to ? now : belongingTo(now, to)));
    const isTold = to === asker.person || (await isToldOf(deps, handed, asker.name));
    return confirmed(deps, handed, { reader: asker, lead: 'Handed over.', notes: isTold ? [] : ['I could not tell them: please do.'] });
  },
};

const NOBODY = {
  guest: 'A schedule belongs to a member of this workspace. That is a guest, or somebody of another one.',
  bot: 'A schedule belongs to a person, and that is an app.',
  gone: 'That person’s account is deactivated.',
} as const;

/** Whoever has a schedule can be told about it and can change it. */
function checkOwner(kind: PersonKind | null): void {
  if (kind === null) throw new UserError('I could not look up who that is.', 'Try again in a moment, or name somebody else.');
  if (kind !== 'member') throw new UserError(NOBODY[kind], 'Name somebody else.');
}

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
