import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { UserError } from '../model/errors.ts';
import type { FaultLog } from '../usecases/ports.ts';
import { codeOf } from './error-code.ts';
import type { Tables } from './schema.ts';

const INT8 = 20;
const CONNECT_MS = 5_000;
const STATEMENT_MS = 5_000;
/** Its own word on a statement that takes too long comes first. */
const QUERY_MS = 8_000;
const KEEP_ALIVE_MS = 10_000;

/** Rejects with a UserError, which never tells the password, when it cannot be reached. */
export async function openPostgres(
  url: string,
  { faults, unhurried = false }: { readonly faults?: FaultLog; readonly unhurried?: boolean },
): Promise<Kysely<Tables>> {
  const where = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_MS,
    // A connection that died without a word would be waited on for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    ...(unhurried ? {} : { statement_timeout: STATEMENT_MS, query_timeout: QUERY_MS }),
    // What a promise resolved for is on disk, whatever is usual there.
    options: '-c synchronous_commit=on',
    // Times and counts are below 2^53.
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A connection that breaks is replaced when one is needed: it must not end the process. The pool itself listens only while nobody uses it,
  // and one may break between two statements as well.
  pool.on('connect', (client) => client.on('error', (error) => faults?.record(error, 'keeping a connection to PostgreSQL')));
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select 1`.execute(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw inWords(error, where);
  }
}

/** `host:port/database`: what may be shown of an address. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    // The cause would hold the whole address, with the password.
    throw new UserError(
      'DATABASE_URL is not an address of PostgreSQL.',
      'Write postgres://user:password@host:5432/database, with signs like @ or # in the password as %40 or %23.',
    );
  }
}

function inWords(error: unknown, where: string): UserError {
  const code = codeOf(error);
  if (code === '28P01' || code === '28000') {
    return new UserError(`PostgreSQL at ${where} refuses me.`, 'Correct the user and the password in DATABASE_URL.', { cause: error });
  }
  if (code === '3D000') {
    return new UserError(`PostgreSQL at ${where} has no such database.`, 'Create it, or correct its name in DATABASE_URL.', {
      cause: error,
    });
  }
  const why = code || (error instanceof Error ? error.message : 'no reason given');
  return new UserError(
    `I cannot reach PostgreSQL at ${where} (${why}).`,
    'Look whether it runs, and whether the address in DATABASE_URL is right.',
    { cause: error },
  );
}
