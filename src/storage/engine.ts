import type { Kysely } from 'kysely';
import { UserError } from '../model/errors.ts';
import type { FaultLog } from '../usecases/ports.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** An open database: a file of this process alone, or a PostgreSQL that several share. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
}

/** `file:./data/x.db`, `file::memory:` (tests) or `postgres://…`. `unhurried`: statements may take their time. */
export async function openEngine(url: string, options: { readonly faults?: FaultLog; readonly unhurried?: boolean } = {}): Promise<Engine> {
  if (url.startsWith('file:')) return { kind: 'sqlite', db: openSqlite(url.slice('file:'.length).replace(/^\/\//, '')) };
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgres', db: await openPostgres(url, options) };
  // The address is not repeated: there may be a password in it.
  throw new UserError(
    'DATABASE_URL is not an address that I know.',
    'Write file:./data/livechat-reports.db or postgres://user:password@host/database.',
  );
}
