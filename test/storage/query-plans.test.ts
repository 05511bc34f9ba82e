import { expect, test } from '@jest/globals';
import { type KyselyPlugin, sql } from 'kysely';
import { createDeliveries } from '../../src/storage/deliveries.ts';
import { openEngine } from '../../src/storage/engine.ts';
import { migrateTables } from '../../src/storage/migrate.ts';
import { createPictureFiles } from '../../src/storage/picture-files.ts';
import { createSchedules } from '../../src/storage/schedules.ts';
import { LEASE, NOW } from './given.ts';

/** What SQLite reads for each statement that is run. */
async function plansOf(run: (repository: Parameters<typeof createDeliveries>[0]) => Promise<unknown>): Promise<readonly string[]> {
  const { kind, db } = await openEngine('file::memory:');
  await migrateTables(db);
  const statements: string[] = [];
  const recording: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      statements.push(db.getExecutor().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await run({ kind, db: db.withPlugin(recording), faults: { record: String }, clock: () => sql<number>`${NOW}` });
  const plans = await Promise.all(
    statements
      .filter((text) => /^(?:with|select|update)/.test(text))
      .map((text) => sql<{ detail: string }>`explain query plan ${sql.raw(text)}`.execute(db)),
  );
  await db.destroy();
  return plans.map(({ rows }) => rows.map(({ detail }) => detail).join('; '));
}

/** The indexes by which rows are looked for; `none` reads a whole table. Those that are known by their whole key are found by it. */
const indexesIn = (plan: string): readonly string[] =>
  [
    ...plan.matchAll(/(?:SEARCH|SCAN) (?:deliveries|schedules|picture_files)(?: USING (?:COVERING )?INDEX (\w+)(?: \(([^)]*)\))?)?/g),
  ].flatMap(([, index = 'none', by = '']) => (by.startsWith('workspace=? AND') ? [] : [index]));

test('what waits is found by an index of its own, however much there was before it', async () => {
  const served = ['T1', 'T2'];
  const plans = await plansOf(async (repository) => {
    const [deliveries, schedules, pictures] = [createDeliveries(repository), createSchedules(repository), createPictureFiles(repository)];
    await deliveries.claim(NOW, 10, LEASE, served);
    await deliveries.takeStuck(NOW, NOW, 10, LEASE, served);
    await deliveries.takeUntold(NOW, 10, LEASE, served);
    await deliveries.nextAt(LEASE);
    await schedules.plan(NOW, 10, () => ({ deliveries: [], nextAt: null, state: 'ended' }));
    await schedules.takeUpcoming(NOW, NOW + LEASE, 10, served);
    await pictures.takeExpired(NOW, 10, LEASE, served);
  });
  expect(plans.map(indexesIn)).toEqual(
    [
      ...['deliveries_waiting', 'deliveries_posting', 'deliveries_untold'],
      ...['schedules_next', 'deliveries_waiting', 'deliveries_untold', 'deliveries_posting', 'deliveries_posting'],
      ...['schedules_next', 'schedules_next', 'pictures_to_delete'],
    ].map((index) => [index]),
  );
});
