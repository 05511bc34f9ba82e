import { type Kysely, type Migration, Migrator } from 'kysely';
import { UserError } from '../model/errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Tables } from './schema.ts';

/** Brings the tables to the newest form; the names of what was applied. Of several processes that start at once one does it, the others wait. */
export async function migrateTables(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new UserError(
      'The database was made by another version of this bot, a newer one most likely.',
      'Run that version, or name another database in DATABASE_URL.',
      { cause: error },
    );
  }
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}
