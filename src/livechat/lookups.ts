import { z } from 'zod';
import type { ApiVersion } from '../model/api-version.ts';
import type { Named } from '../model/directory.ts';
import type { Lookups } from '../usecases/ports.ts';
import { createCall } from './call.ts';
import type { ReportsApiOptions } from './client.ts';
import { LiveChatError } from './errors.ts';
import { writeAction } from './request.ts';
import { realSleep } from './sleep.ts';

/** Whatever version reports are asked in: list_tags came with v3.5, and versions are chosen for each request. */
const VERSION: ApiVersion = '3.6';

/** A list in which what cannot be read is left out: a name that is missing is no reason to know none. */
function listOf<T>(item: z.ZodType<T>) {
  return z.array(z.unknown()).transform((items) =>
    items.flatMap((each) => {
      const read = item.safeParse(each);
      return read.success ? [read.data] : [];
    }),
  );
}

const Agents = listOf(z.object({ id: z.string().min(1), name: z.string().min(1), suspended: z.boolean().optional().catch(undefined) }));
const Groups = listOf(z.object({ id: z.int().nonnegative(), name: z.string().min(1) }));
const Tags = listOf(z.object({ name: z.string().min(1) }));

/** LiveChat's Configuration API, of which only names are read. A scope that the token lacks is an answer, everything else rejects. */
export function createLookups(options: Omit<ReportsApiOptions, 'version' | 'log'>): Lookups {
  const { baseUrl, credentials, clock, random, sleep = realSleep, timeout = 10_000, budget = 15_000 } = options;
  const call = createCall({ clock, random, sleep, timeout });

  async function list<T>(action: string, body: object, decode: z.ZodType<T>): Promise<T> {
    const request = writeAction({ baseUrl, credentials, version: VERSION }, action, body);
    const { json } = await call(request, { deadline: clock() + budget, signal: new AbortController().signal });
    const read = decode.safeParse(json);
    if (read.success) return read.data;
    throw new LiveChatError('UnreadableAnswerError', { cause: new Error(`${action} gave no list`) });
  }

  /** Who is suspended worked once, and stands in reports: the list may be without them unless they are asked for. */
  async function everyAgent() {
    const agents = await list('list_agents', { fields: ['suspended'] }, Agents);
    if (agents.some(({ suspended }) => suspended)) return agents;
    const suspended = await list('list_agents', { filters: { suspended: true } }, Agents).catch(() => []);
    const known = new Set(agents.map(({ id }) => id));
    return [...agents, ...suspended.filter(({ id }) => !known.has(id))];
  }

  const named = <Id>({ id, name }: Named<Id>): Named<Id> => ({ id, name });
  return {
    agents: () => unlessForbidden(async () => (await everyAgent()).map(named)),
    groups: () => unlessForbidden(async () => (await list('list_groups', {}, Groups)).map(named)),
    tags: () => unlessForbidden(async () => (await list('list_tags', {}, Tags)).map(({ name }) => name)),
  };
}

async function unlessForbidden<T>(look: () => Promise<readonly T[]>): Promise<readonly T[] | 'forbidden'> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof LiveChatError && error.name === 'AuthorizationError') return 'forbidden';
    throw error;
  }
}
