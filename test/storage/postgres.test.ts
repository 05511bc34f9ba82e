import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { openEngine } from '../../src/storage/engine.ts';
import { migrate, moveStorage, openStorage } from '../../src/storage/index.ts';
import { MIGRATIONS } from '../../src/storage/migrations/index.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { describeWith, startPostgres } from '../support/postgres.ts';
import { storageContract } from './contract/index.ts';
import { BILLING, LEASE, MINUTE, NOW, open, recorded, schedule, TAGS, weekly } from './given.ts';

const server = await startPostgres();
const inWords = (opening: Promise<unknown>) => opening.then(String, ({ name, message, hint }) => ({ name, message, hint }));

describeWith(server, 'on PostgreSQL', (postgres) => {
  afterAll(() => postgres.stop());

  describe('the contract', () => storageContract(() => postgres.fresh()));

  test('the clock is the database’s own', async () => {
    const storage = await openStorage({ url: await postgres.fresh(), clock: () => 0, faults: { record: String } });
    const now = await storage.now();
    await storage.close();
    expect(Math.abs(now - Date.now())).toBeLessThan(10_000);
  });

  test('by which a slot is due, or not yet', async () => {
    const storage = await openStorage({ url: await postgres.fresh(), clock: () => 0, faults: { record: String } });
    const answers: boolean[] = [];
    for (const nextAt of [Date.now() - MINUTE, Date.now() + MINUTE]) {
      const given = schedule({ id: `S${nextAt}`, nextAt });
      await storage.schedules.add(given);
      answers.push(await storage.schedules.change({ ...given, state: 'paused', nextAt: null }));
    }
    await storage.close();
    expect(answers).toEqual([false, true]);
  });

  test('what a promise resolved for is on disk, whatever is usual in that database', async () => {
    const url = await postgres.fresh();
    const usual = await openEngine(url);
    const name = new URL(url).pathname.slice(1);
    await sql`alter database ${sql.id(name)} set synchronous_commit = off`.execute(usual.db);
    const ours = await openEngine(url);
    const { rows } = await sql`show synchronous_commit`.execute(ours.db);
    await Promise.all([usual.db.destroy(), ours.db.destroy()]);
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  test('two processes that start at once migrate once', async () => {
    const url = await postgres.fresh();
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(Object.keys(MIGRATIONS));
  });

  test('four processes that claim at once share the deliveries, each once', async () => {
    const url = await postgres.fresh();
    const processes = await Promise.all([1, 2, 3, 4].map(() => open(url)));
    const [first] = processes;
    for (let at = 0; at < 200; at += 1)
      await first?.deliveries.add({ workspace: `T${at % 7}`, schedule: `S${at}`, dueAt: NOW }, NOW + LEASE);
    const claimAll = async (storage: (typeof processes)[number]): Promise<string[]> => {
      const claimed = await storage.deliveries.claim(NOW, 9, LEASE);
      return claimed.length === 0 ? [] : [...claimed.map((each) => `${each.schedule} ${each.fence}`), ...(await claimAll(storage))];
    };
    const shares = await Promise.all(processes.map(claimAll));
    // A process whose pick was empty because the others held the last ones may have left early: they are claimed all the same.
    const rest = first ? await claimAll(first) : [];
    await Promise.all(processes.map((storage) => storage.close()));
    expect([...shares.flat(), ...rest].sort()).toEqual(Array.from({ length: 200 }, (_, at) => `S${at} 1`).sort());
  });

  test('four processes that plan at once plan every schedule once', async () => {
    const url = await postgres.fresh();
    const processes = await Promise.all([1, 2, 3, 4].map(() => open(url)));
    const [first] = processes;
    for (let at = 0; at < 100; at += 1) await first?.schedules.add(schedule({ id: `S${at}` }));
    const planAll = async (storage: (typeof processes)[number]): Promise<number> => {
      const planned = await storage.schedules.plan(NOW, 7, weekly);
      return planned === 0 ? 0 : planned + (await planAll(storage));
    };
    const counts = await Promise.all(processes.map(planAll));
    const rest = first ? await planAll(first) : 0;
    const claimed = await first?.deliveries.claim(NOW, 999, LEASE);
    await Promise.all(processes.map((storage) => storage.close()));
    expect({ planned: counts.reduce((sum, count) => sum + count, rest), deliveries: claimed?.length }).toEqual({
      planned: 100,
      deliveries: 100,
    });
  });

  test('connections that break while nobody uses them are written down and replaced', async () => {
    const url = await postgres.fresh();
    const storage = await open(url);
    await storage.isUp();
    recorded.length = 0;
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await other.end();
    let up = await storage.isUp();
    for (let tries = 0; !up && tries < 9; tries += 1) up = await storage.isUp();
    await storage.close();
    expect({ up, recorded: recorded.length > 0 }).toEqual({ up: true, recorded: true });
  });

  test('a connection that breaks between two statements is written down as well, and ends nothing', async () => {
    const url = await postgres.fresh();
    const faults: string[] = [];
    const db = await openPostgres(url, { faults: { record: (_, doing) => `${faults.push(doing)}` } });
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    const statement = await db.connection().execute(async (connection) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
      await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      // The news come by another way than these answers, and soon.
      for (let tries = 0; faults.length === 0 && tries < 1_000; tries += 1) await other.query('select 1');
      return sql`select 1`.execute(connection).then(String, () => 'broken');
    });
    const after = await sql`select 1 as one`.execute(db);
    await other.end();
    await db.destroy();
    expect({ statement, faults: [...new Set(faults)], after: after.rows }).toEqual({
      statement: 'broken',
      faults: ['keeping a connection to PostgreSQL'],
      after: [{ one: 1 }],
    });
  });

  test('what is in the way is told without the password', async () => {
    const url = (change: (address: URL) => void): string => {
      const address = new URL(postgres.url);
      change(address);
      return address.href;
    };
    const closed = await closedPort();
    const told = await Promise.all(
      [
        url((address) => {
          address.password = 'not-that-secret';
        }),
        url((address) => {
          address.pathname = '/none';
        }),
        url((address) => {
          address.port = `${closed}`;
        }),
        'postgres://user:not-that-secret@[host',
      ].map((address) => inWords(open(address))),
    );
    const { host, hostname } = new URL(postgres.url);
    expect(told.map((error) => (typeof error === 'string' ? error : error.message))).toEqual([
      `PostgreSQL at ${host}/postgres refuses me.`,
      `PostgreSQL at ${host}/none has no such database.`,
      `I cannot reach PostgreSQL at ${hostname}:${closed}/postgres (ECONNREFUSED).`,
      'DATABASE_URL is not an address of PostgreSQL.',
    ]);
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  describe('moving', () => {
    const folder = mkdtempSync(join(tmpdir(), 'livechat-reports-move-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('all that a file holds is moved into an empty PostgreSQL, and only there', async () => {
      const from = `file:${join(folder, 'data.db')}`;
      const file = await open(from);
      await file.preferences.changePerson('T1', 'U1', { favourites: [BILLING], isWelcomed: true });
      await file.preferences.changeWorkspace('T1', { refusedSince: NOW });
      await file.savedReports.save({ workspace: 'T1', person: 'U1', name: 'Łódź', question: BILLING });
      const [id = ''] = await file.questions.keep('T1', [TAGS], NOW);
      await file.conversations.keep('T1', { channel: 'C1', thread: '1.2' }, TAGS, NOW + 1);
      await file.schedules.add(schedule());
      const slots = Array.from({ length: 1_200 }, (_, at) => ({ dueAt: NOW + at, state: 'due' as const, notAfter: NOW + MINUTE }));
      await file.schedules.plan(NOW, 1, () => ({ deliveries: slots, nextAt: null, state: 'ended' }));
      await file.pictureFiles.keep('T1', { hash: 'h', file: 'F1', deleteAt: null });
      await file.close();

      const to = await postgres.fresh();
      const moved = await moveStorage({ from, to });
      const again = await inWords(moveStorage({ from, to }));
      const storage = await open(to);
      const seen = {
        moved: Object.fromEntries(moved),
        again: typeof again === 'string' ? again : again.message,
        person: await storage.preferences.ofPerson('T1', 'U1'),
        workspace: (await storage.preferences.ofWorkspace('T1')).refusedSince,
        saved: await storage.savedReports.find('T1', 'U1', 'łódź'),
        question: await storage.questions.find('T1', id),
        conversation: await storage.conversations.find('T1', { channel: 'C1', thread: '1.2' }, NOW),
        schedule: await storage.schedules.find('T1', 'K7Q2'),
        deliveries: (await storage.deliveries.history('T1', 'K7Q2', 2_000)).length,
        picture: await storage.pictureFiles.find('T1', 'h', NOW),
      };
      await storage.close();
      expect(seen).toEqual({
        moved: {
          person_preferences: 1,
          workspace_preferences: 1,
          saved_reports: 1,
          questions: 1,
          conversations: 1,
          schedules: 1,
          deliveries: 1_200,
          picture_files: 1,
          seen_keys: 0,
        },
        again: 'There is data in that PostgreSQL already.',
        person: { zone: null, weekStart: null, dayFirst: null, favourites: [BILLING], isWelcomed: true },
        workspace: NOW,
        saved: { workspace: 'T1', person: 'U1', name: 'Łódź', question: BILLING },
        question: TAGS,
        conversation: TAGS,
        schedule: schedule({ state: 'ended', nextAt: null }),
        deliveries: 1_200,
        picture: 'F1',
      });
    });

    test('there must be a file to move from, and a PostgreSQL to move to', async () => {
      const none = await inWords(moveStorage({ from: `file:${join(folder, 'none.db')}`, to: postgres.url }));
      const file = `file:${join(folder, 'other.db')}`;
      await migrate(file);
      const same = await inWords(moveStorage({ from: file, to: file }));
      expect([none, same].map((error) => (typeof error === 'string' ? error : error.message))).toEqual([
        'There is no file to move from.',
        'Data moves to PostgreSQL only.',
      ]);
    });
  });
});

async function closedPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
