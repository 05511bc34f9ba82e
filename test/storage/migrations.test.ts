import { afterAll, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { openEngine } from '../../src/storage/engine.ts';
import { migrateTables } from '../../src/storage/migrate.ts';
import { MIGRATIONS } from '../../src/storage/migrations/index.ts';
import { TABLES, type Tables } from '../../src/storage/schema.ts';
import { describeWith, startPostgres } from '../support/postgres.ts';

const NAMES = Object.keys(MIGRATIONS);
const server = await startPostgres();

/** A row of every table as each version knew it; a migration that adds what must not be null has to fill it for these. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  '0001-memory-and-schedules': [
    `insert into person_preferences values ('T1', 'U1', null, 'monday', 1, '[]', 1)`,
    `insert into workspace_preferences values ('T1', null, null, 4, 'light', 'everyone', 'U1', null)`,
    `insert into saved_reports values ('T1', 'U1', 'MINE', 'mine', '{}')`,
    `insert into questions values ('T1', 'q1', '{}', 1)`,
    `insert into conversations values ('T1', 'C1', '1.2', '{}', 1)`,
    `insert into schedules values ('T1', 'K7Q2', 'U1', '{}', '{}', 'UTC', 'monday', 'en', 'C1', null, 'post', null, 'active', null, 1, null, 0, 1, 1, null)`,
    `insert into deliveries values ('T1', 'K7Q2', 1, 'due', 2, 0, 0, 0, 1, null, null, null, 0, null, null, null, null, 1, null)`,
    `insert into picture_files values ('T1', 'F1', 'h', null, null)`,
    `insert into seen_keys values ('T1', 'Ev1', 1)`,
  ],
};

function upgrades(fresh: () => Promise<string>): void {
  test.each(NAMES)('what version %s holds is there in the newest', async (name) => {
    const { db } = await openEngine(await fresh());
    const earlier = NAMES.slice(0, NAMES.indexOf(name) + 1);
    const before = await migrateTables(db, Object.fromEntries(Object.entries(MIGRATIONS).filter(([each]) => earlier.includes(each))));
    for (const row of ROWS[name] ?? []) await sql.raw(row).execute(db);
    const after = await migrateTables(db);
    const rows = Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await count(db, table)] as const)));
    await db.destroy();
    expect({ before, after, rows }).toEqual({
      before: earlier,
      after: NAMES.slice(earlier.length),
      rows: Object.fromEntries(TABLES.map((table) => [table, 1])),
    });
  });

  test('every table begins with the workspace', async () => {
    const { db } = await openEngine(await fresh());
    await migrateTables(db);
    const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely'));
    await db.destroy();
    expect(tables.map(({ name, columns }) => [name, columns[0]?.name]).sort()).toEqual(
      [...TABLES].sort().map((name) => [name, 'workspace']),
    );
  });
}

describe('migrations of a file', () => upgrades(async () => 'file::memory:'));

describeWith(server, 'migrations of PostgreSQL', (postgres) => {
  afterAll(() => postgres.stop());
  upgrades(() => postgres.fresh());
});

async function count(db: Kysely<Tables>, table: keyof Tables): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}
