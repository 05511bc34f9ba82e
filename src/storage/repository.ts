import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant } from '../model/time.ts';
import type { FaultLog, Served } from '../usecases/ports.ts';
import type { Engine } from './engine.ts';

/** What every repository is made of. */
export interface Repository extends Engine {
  readonly faults: FaultLog;
  /** The clock that decides what is due, as a statement reads it. */
  readonly clock: () => RawBuilder<Instant>;
}

/** What is of a workspace whose token Slack takes. */
export const tokenWorks = (table: 'schedules' | 'deliveries' | 'picture_files'): RawBuilder<SqlBool> => sql<SqlBool>`not exists (
  select 1 from workspace_preferences where workspace_preferences.workspace = ${sql.ref(`${table}.workspace`)} and refused_since is not null)`;

/**
 * What is of a workspace that this process has a token for. It is no condition that an index could serve: SQLite would read all that a
 * workspace ever had by its primary key, instead of the few rows that wait by their own index.
 */
export const isServed = (served: Served): RawBuilder<SqlBool> => {
  if (served === null) return sql<SqlBool>`1 = 1`;
  return served.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`workspace || '' in (${sql.join(served)})`;
};

/** Rows of one statement: both engines limit how many values it may hold. */
export const CHUNK = 500;

export function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK));
}
