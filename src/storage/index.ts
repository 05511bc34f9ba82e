import { sql } from 'kysely';
import type { Instant } from '../model/time.ts';
import type { Clock, FaultLog, Store } from '../usecases/ports.ts';
import { createConversations } from './conversations.ts';
import { createDeliveries } from './deliveries.ts';
import { type Engine, openEngine } from './engine.ts';
import { migrateTables } from './migrate.ts';
import { createPictureFiles } from './picture-files.ts';
import { createPreferences } from './preferences.ts';
import { createQuestions } from './questions.ts';
import { createSavedReports } from './saved-reports.ts';
import { createSchedules } from './schedules.ts';
import { createSeenKeys } from './seen-keys.ts';

export { moveStorage } from './move.ts';

export interface Storage extends Store {
  /** Other processes may work with it as well. */
  readonly isShared: boolean;
  /** Gives the file back to others. */
  close(): Promise<void>;
  isUp(): Promise<boolean>;
}

export interface StorageOptions {
  /** `file:./data/x.db`, `file::memory:` (tests) or `postgres://…`. */
  readonly url: string;
  /** What an embedded file goes by. PostgreSQL goes by its own, so that processes whose clocks differ agree. */
  readonly clock: Clock;
  /** Simulations: PostgreSQL goes by `clock` as well. */
  readonly isSimulated?: boolean;
  /** Where rows that cannot be read and connections that break are written down. */
  readonly faults: FaultLog;
}

const THEIR_CLOCK = sql<Instant>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;

/** Opens what the address names, for this process alone if it is a file, and brings it to the newest form. A UserError says what is in the way. */
export async function openStorage({ url, clock, isSimulated = false, faults }: StorageOptions): Promise<Storage> {
  const engine = await newest(url, faults);
  const { db, kind } = engine;
  const isTheirs = kind === 'postgres' && !isSimulated;
  const repository = { ...engine, faults, clock: () => (isTheirs ? THEIR_CLOCK : sql<Instant>`${clock()}`) };
  const theirs = sql<{ now: Instant }>`select ${THEIR_CLOCK} as now`;
  return {
    isShared: kind === 'postgres',
    now: async () => (isTheirs ? (await theirs.execute(db)).rows[0]?.now : undefined) ?? clock(),
    preferences: createPreferences(repository),
    savedReports: createSavedReports(repository),
    questions: createQuestions(repository),
    conversations: createConversations(repository),
    schedules: createSchedules(repository),
    deliveries: createDeliveries(repository),
    pictureFiles: createPictureFiles(repository),
    seenKeys: createSeenKeys(repository),
    close: () => db.destroy(),
    isUp: () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
  };
}

async function newest(url: string, faults: FaultLog): Promise<Engine> {
  // A file has one connection; on PostgreSQL a migration takes longer than any other statement may.
  if (!url.startsWith('file:')) {
    await migrate(url);
    return openEngine(url, { faults });
  }
  const engine = await openEngine(url);
  await migrateTables(engine.db).catch(async (error) => {
    await engine.db.destroy();
    throw error;
  });
  return engine;
}

/** Brings a database to the newest form and leaves it; the names of what was applied. */
export async function migrate(url: string): Promise<readonly string[]> {
  const { db } = await openEngine(url, { unhurried: true });
  try {
    return await migrateTables(db);
  } finally {
    await db.destroy();
  }
}
