import type { Message } from '../../presentation/message.ts';
import { schedulesMessage } from '../../presentation/schedules/schedules-message.ts';
import type { Command } from '../doors.ts';
import type { Asker } from '../ports.ts';
import { exampleOf, type SchedulesDeps } from './deps.ts';
import { fits, near } from './find.ts';
import { lineOf } from './shown.ts';

/** Each takes a few blocks and a few hundred characters, and Slack limits both. */
const PAGE = 8;

const WORDS = /^(?<all>all\b)?\s*(?<narrow>.*?)\s*(?:\bpage (?<page>\d{1,3}))?$/is;

export function createSchedulesCommand(deps: SchedulesDeps): Command {
  return {
    name: 'schedules',
    aliases: [],
    usage: 'schedules [all] [words]',
    description: 'Lists your schedules and those of this channel; for administrators, all of them.',
    examples: ['schedules', 'schedules all'],
    run(words, asker) {
      const { all, narrow = '', page = '1' } = WORDS.exec(words)?.groups ?? {};
      return listed(deps, { asker, isAll: all !== undefined, narrow, page: Math.max(1, Number(page)) });
    },
  };
}

interface Listing {
  readonly asker: Asker;
  readonly isAll?: boolean;
  /** Only those with these words. */
  readonly narrow?: string;
  /** From 1. */
  readonly page?: number;
}

export async function listed(deps: SchedulesDeps, { asker, isAll = false, narrow = '', page = 1 }: Listing): Promise<Message> {
  const seen = isAll && asker.isAdmin ? await deps.store.schedules.list(asker.workspace, {}) : await near(deps, asker);
  const found = seen.filter((schedule) => fits(schedule, narrow, deps));
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  const more = ['schedules', ...(isAll ? ['all'] : []), ...(narrow === '' ? [] : [narrow]), `page ${page + 1}`].join(' ');
  return schedulesMessage({
    lines: await Promise.all(shown.map((schedule) => lineOf(deps, schedule, asker))),
    total: found.length,
    next: found.length > page * PAGE ? more : null,
    notes: isAll && !asker.isAdmin ? ['Only administrators see everybody’s. These are yours and those of this channel.'] : [],
    command: deps.command,
    example: exampleOf(deps),
  });
}
