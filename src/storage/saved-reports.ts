import type { SavedReport, SavedReportStore } from '../usecases/ports.ts';
import { codeOf } from './error-code.ts';
import type { Repository } from './repository.ts';
import type { Tables } from './schema.ts';
import { QUESTION, readable, readJson } from './stored-json.ts';

/** Capitals know no final sigma and no ß, so they compare better than small letters. */
const keyOf = (name: string): string => name.normalize('NFKC').toUpperCase();

function toReport(row: Tables['saved_reports']): SavedReport {
  const { workspace, person, name } = row;
  return { workspace, person, name, question: readJson(QUESTION, row.question, `saved_reports ${workspace} ${person} ${name}`) };
}

export function createSavedReports({ db, faults }: Repository): SavedReportStore {
  const of = (workspace: string, person: string) =>
    db.selectFrom('saved_reports').selectAll().where('workspace', '=', workspace).where('person', '=', person);

  return {
    async list(workspace, person) {
      const reports = (await of(workspace, person).execute()).flatMap((row) => readable(faults, () => toReport(row)) ?? []);
      return reports.sort((one, other) => one.name.localeCompare(other.name, 'en'));
    },
    async find(workspace, person, name) {
      const row = await of(workspace, person).where('name_key', '=', keyOf(name)).executeTakeFirst();
      return row ? toReport(row) : null;
    },
    async save({ workspace, person, name, question }) {
      const content = { name, question: JSON.stringify(question) };
      const key = { workspace, person, name_key: keyOf(name) };
      const known = await db
        .updateTable('saved_reports')
        .set(content)
        .where((row) => row.and(key))
        .executeTakeFirst();
      if (known.numUpdatedRows > 0n) return true;
      await db
        .insertInto('saved_reports')
        .values({ ...key, ...content })
        .onConflict((same) => same.columns(['workspace', 'person', 'name_key']).doUpdateSet(content))
        .execute();
      return false;
    },
    async rename({ workspace, person, name }, to) {
      try {
        const renamed = await db
          .updateTable('saved_reports')
          .set({ name: to, name_key: keyOf(to) })
          .where((row) => row.and({ workspace, person, name_key: keyOf(name) }))
          .executeTakeFirst();
        return renamed.numUpdatedRows > 0n ? 'done' : 'unknown';
      } catch (error) {
        if (isTaken(error)) return 'taken';
        throw error;
      }
    },
    async delete(workspace, person, name) {
      const deleted = await db
        .deleteFrom('saved_reports')
        .where((row) => row.and({ workspace, person, name_key: keyOf(name) }))
        .executeTakeFirst();
      return deleted.numDeletedRows > 0n;
    },
  };
}

/** A key that must be there once is there already, in the words of either engine. */
const isTaken = (error: unknown): boolean => ['23505', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error));
