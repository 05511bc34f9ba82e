import type { Asker, Schedule } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';
import { ID } from './new-id.ts';
import { maySee } from './permissions.ts';
import { inOneLine } from './shown.ts';

/** The schedule of an id, in any case; null: there is none that the asker may see. */
export async function byId({ store }: Pick<SchedulesDeps, 'store'>, typed: string, asker: Asker): Promise<Schedule | null> {
  const id = typed.toLowerCase();
  const found = ID.test(id) ? await store.schedules.find(asker.workspace, id) : null;
  return found && maySee(found, asker) ? found : null;
}

/** The asker's own, and those that post where they are. */
export async function near({ store }: Pick<SchedulesDeps, 'store'>, { workspace, person, channel }: Asker): Promise<readonly Schedule[]> {
  const own = await store.schedules.list(workspace, { owner: person });
  const here = channel === null ? [] : await store.schedules.list(workspace, { channel });
  return [...own, ...here.filter(({ owner }) => owner !== person)];
}

/** Said around what is meant. */
const FILLERS = new Set(['the', 'my', 'a', 'of', 'schedule', 'report', 'post', 'on', 'at', 'every']);

/** All of the words are in what is posted or in when. */
export function fits(schedule: Schedule, words: string, deps: Pick<SchedulesDeps, 'reports'>): boolean {
  const { id, question } = schedule;
  const report = deps.reports.find(({ name }) => name === question.report);
  const all = [id, question.report, ...(report?.aliases ?? []), inOneLine(schedule, deps)].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !FILLERS.has(word))
    .every((word) => all.includes(word));
}
