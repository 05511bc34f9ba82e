import { existsSync } from 'node:fs';
import { type Kysely, sql, type Transaction } from 'kysely';
import { UserError } from '../model/errors.ts';
import { type Engine, openEngine } from './engine.ts';
import { migrateTables } from './migrate.ts';
import { CHUNK } from './repository.ts';
import { TABLES, type Tables } from './schema.ts';

type Table = keyof Tables;

/**
 * Copies all that a file holds into an empty PostgreSQL, all of it or nothing; how many rows by table. The file stays as it is.
 * Both are brought to the newest form first.
 */
export async function moveStorage({ from, to }: { readonly from: string; readonly to: string }): Promise<ReadonlyMap<string, number>> {
  if (!from.startsWith('file:') || !existsSync(from.replace(/^file:(\/\/)?/, ''))) {
    throw new UserError('There is no file to move from.', 'Name the one that the bot has used, such as file:./data/livechat-reports.db.');
  }
  if (to.startsWith('file:')) throw new UserError('Data moves to PostgreSQL only.', 'Name it as postgres://user:password@host/database.');
  const opened: Engine[] = [];
  try {
    const source = await openEngine(from);
    opened.push(source);
    const target = await openEngine(to, { unhurried: true });
    opened.push(target);
    for (const { db } of opened) await migrateTables(db);
    return await target.db.transaction().execute((transaction) => copy(source.db, transaction));
  } finally {
    for (const { db } of opened) await db.destroy();
  }
}

async function copy(source: Kysely<Tables>, target: Transaction<Tables>): Promise<ReadonlyMap<string, number>> {
  // Nobody writes there until all is moved.
  await sql`lock table ${sql.join(TABLES.map((table) => sql.table(table)))} in share row exclusive mode`.execute(target);
  for (const table of TABLES) {
    if ((await sql`select 1 from ${sql.table(table)} limit 1`.execute(target)).rows.length > 0) {
      throw new UserError('There is data in that PostgreSQL already.', 'Move into an empty database: nothing was changed in either.');
    }
  }
  const moved = new Map<string, number>();
  for (const table of TABLES) {
    let count = 0;
    for (;;) {
      const rows = await rowsOf(source, table, count);
      if (rows.length === 0) break;
      await insert(target, table, rows);
      count += rows.length;
    }
    moved.set(table, count);
  }
  return moved;
}

type AnyRow = Readonly<Record<string, unknown>>;

async function rowsOf(db: Kysely<Tables>, table: Table, offset: number): Promise<readonly AnyRow[]> {
  const { rows } = await sql<AnyRow>`select * from ${sql.table(table)} order by rowid limit ${CHUNK} offset ${offset}`.execute(db);
  return rows;
}

async function insert(db: Kysely<Tables>, table: Table, rows: readonly AnyRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(db);
}
