import type { SeenKeyStore } from '../usecases/ports.ts';
import type { Repository } from './repository.ts';

export function createSeenKeys({ db }: Repository): SeenKeyStore {
  return {
    async first(workspace, key, { now, until }) {
      const written = await db
        .insertInto('seen_keys')
        .values({ workspace, key, kept_until: until })
        .onConflict((known) =>
          known.columns(['workspace', 'key']).doUpdateSet({ kept_until: until }).where('seen_keys.kept_until', '<=', now),
        )
        .returning('key')
        .executeTakeFirst();
      return written !== undefined;
    },
    async has(workspace, key, now) {
      const found = db.selectFrom('seen_keys').select('key').where('workspace', '=', workspace).where('key', '=', key);
      return (await found.where('kept_until', '>', now).executeTakeFirst()) !== undefined;
    },
    async release(workspace, key) {
      await db.deleteFrom('seen_keys').where('workspace', '=', workspace).where('key', '=', key).execute();
    },
    async forget(before) {
      return Number((await db.deleteFrom('seen_keys').where('kept_until', '<=', before).executeTakeFirst()).numDeletedRows);
    },
  };
}
