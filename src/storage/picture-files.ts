import { sql } from 'kysely';
import type { PictureFileStore } from '../usecases/ports.ts';
import { isServed, type Repository, tokenWorks } from './repository.ts';

export function createPictureFiles({ db, kind }: Repository): PictureFileStore {
  return {
    async find(workspace, hash, at) {
      const row = await db
        .selectFrom('picture_files')
        .select('file')
        .where('workspace', '=', workspace)
        .where('hash', '=', hash)
        .where((row) => row.or([row('delete_at', 'is', null), row('delete_at', '>', at)]))
        // The one that stays longest: for ever, or until the latest.
        .orderBy(sql`case when delete_at is null then 0 else 1 end`)
        .orderBy('delete_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.file ?? null;
    },
    async keep(workspace, { hash, file, deleteAt }) {
      const times = { delete_at: deleteAt, not_before: deleteAt };
      await db
        .insertInto('picture_files')
        .values({ workspace, hash, file, ...times })
        .onConflict((known) => {
          const kept = known.columns(['workspace', 'file']).doUpdateSet(times);
          return deleteAt === null ? kept : kept.where('picture_files.delete_at', '<', deleteAt);
        })
        .execute();
    },
    takeExpired: (now, limit, leaseMs, served = null) =>
      db
        .with('expired', (rows) =>
          rows
            .selectFrom('picture_files')
            .select(['workspace', 'file'])
            .where('not_before', '<=', now)
            .where(isServed(served))
            .where(tokenWorks('picture_files'))
            .orderBy('not_before')
            .limit(limit)
            .$if(kind === 'postgres', (those) => those.forUpdate().skipLocked()),
        )
        .updateTable('picture_files')
        .set({ not_before: now + leaseMs })
        .where((row) =>
          row(
            row.refTuple('workspace', 'file'),
            'in',
            row.selectFrom('expired').select(['workspace', 'file']).$asTuple('workspace', 'file'),
          ),
        )
        .returning(['workspace', 'file'])
        .execute(),
    async forget(workspace, file) {
      await db.deleteFrom('picture_files').where('workspace', '=', workspace).where('file', '=', file).execute();
    },
  };
}
