import type { ConversationStore } from '../usecases/ports.ts';
import type { Repository } from './repository.ts';
import { QUESTION, readJson } from './stored-json.ts';

export function createConversations({ db }: Repository): ConversationStore {
  return {
    async keep(workspace, { channel, thread }, question, keptUntil) {
      const row = { question: JSON.stringify(question), kept_until: keptUntil };
      await db
        .insertInto('conversations')
        .values({ workspace, channel, thread, ...row })
        .onConflict((known) => known.columns(['workspace', 'channel', 'thread']).doUpdateSet(row))
        .execute();
    },
    async find(workspace, { channel, thread }, now) {
      const found = db
        .selectFrom('conversations')
        .select('question')
        .where((row) => row.and({ workspace, channel, thread }))
        .where('kept_until', '>', now);
      const row = await found.executeTakeFirst();
      return row ? readJson(QUESTION, row.question, `conversations ${workspace} ${channel} ${thread}`) : null;
    },
    async forget(before) {
      return Number((await db.deleteFrom('conversations').where('kept_until', '<=', before).executeTakeFirst()).numDeletedRows);
    },
  };
}
