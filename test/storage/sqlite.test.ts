import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { migrate } from '../../src/storage/index.ts';
import { storageContract } from './contract/index.ts';
import { BILLING, LEASE, NOW, open, recorded, schedule, TAGS } from './given.ts';

const folder = mkdtempSync(join(tmpdir(), 'livechat-reports-storage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
/** A file that is not there yet, in a folder that is not there either. */
const path = (): string => join(folder, `${++files}`, 'data.db');
const inWords = (opening: Promise<unknown>) => opening.then(String, ({ name, message, hint }) => ({ name, message, hint }));

describe('in memory', () => storageContract(async () => 'file::memory:'));

describe('in a file', () => {
  storageContract(async () => `file:${path()}`);

  test('what was written is there when the file is opened again', async () => {
    const url = `file:${path()}`;
    const first = await open(url);
    await first.schedules.add(schedule());
    await first.close();
    const second = await open(url);
    const found = await second.schedules.find('T1', 'K7Q2');
    await second.close();
    expect({ found, migrated: await migrate(url) }).toEqual({ found: schedule(), migrated: [] });
  });

  test('a second one is refused, and hears of PostgreSQL', async () => {
    const file = path();
    const first = await open(`file:${file}`);
    const refused = await inWords(open(`file:${file}`));
    await first.close();
    expect(refused).toEqual({
      name: 'UserError',
      message: `Another process uses ${file}.`,
      hint: 'End that one first. To run several at once, keep the data in PostgreSQL: DATABASE_URL=postgres://…',
    });
  });

  test('another process is refused as long as one writes, and a process that is killed loses nothing it said was saved', async () => {
    const file = path();
    const writer = spawn(process.execPath, ['--import', 'tsx', resolve('test/storage/hold.ts'), `file:${file}`]);
    const ended = once(writer, 'exit');
    let last = -1;
    let refused: unknown;
    for await (const line of createInterface(writer.stdout)) {
      last = Number(line);
      if (last === 20) refused = await inWords(open(`file:${file}`));
      if (last === 60) writer.kill('SIGKILL');
    }
    await ended;
    const storage = await open(`file:${file}`);
    const names = new Set((await storage.savedReports.list('T1', 'U1')).map(({ name }) => name));
    await storage.close();
    const lost = Array.from({ length: last + 1 }, (_, at) => `report ${at}`).filter((name) => !names.has(name));
    expect({ last: last >= 60, refused, lost }).toEqual({ last: true, refused: expect.objectContaining({ name: 'UserError' }), lost: [] });
  }, 20_000);

  test('a folder that cannot be written, and a file that is no database, are named', async () => {
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'These are notes. '.repeat(100));
    const told = [
      await inWords(open('file:/dev/null/none/data.db')),
      await inWords(open(`file:${text}`)),
      await inWords(open(`file:${text}/x.db`)),
    ];
    expect(told.map((error) => (typeof error === 'string' ? error : error.message))).toEqual([
      'I cannot open /dev/null/none/data.db.',
      `${text} is not a database that I can read.`,
      `I cannot open ${text}/x.db.`,
    ]);
  });

  test('an address of something else is refused without being repeated', async () => {
    expect(await inWords(open('mysql://user:secret@host/database'))).toEqual({
      name: 'UserError',
      message: 'DATABASE_URL is not an address that I know.',
      hint: 'Write file:./data/livechat-reports.db or postgres://user:password@host/database.',
    });
  });

  test('a row that cannot be read is left out of its list and written down; asked for by itself, it is named', async () => {
    const file = path();
    const storage = await open(`file:${file}`);
    for (const name of ['good', 'bad']) await storage.savedReports.save({ workspace: 'T1', person: 'U1', name, question: TAGS });
    await storage.preferences.changePerson('T1', 'U1', { favourites: [BILLING], zone: 'UTC' });
    for (const id of ['A', 'B']) await storage.schedules.add(schedule({ id }));
    const [id = ''] = await storage.questions.keep('T1', [TAGS], NOW);
    await storage.close();
    damage(file, [
      `update saved_reports set question = '{"report":3}' where name = 'bad'`,
      `update person_preferences set favourites = '[{}]'`,
      `update schedules set recurrence = 'weekly' where id = 'A'`,
      `update questions set question = ''`,
    ]);

    const damaged = await open(`file:${file}`);
    recorded.length = 0;
    const planned = await damaged.schedules.plan(NOW, 9, () => ({ deliveries: [], nextAt: NOW + LEASE, state: 'active' }));
    const seen = {
      planned,
      saved: (await damaged.savedReports.list('T1', 'U1')).map(({ name }) => name),
      preferences: await damaged.preferences.ofPerson('T1', 'U1'),
      schedules: (await damaged.schedules.list('T1', {})).map(({ id }) => id),
      alone: await Promise.all([
        inWords(damaged.savedReports.find('T1', 'U1', 'bad')),
        inWords(damaged.schedules.find('T1', 'A')),
        inWords(damaged.questions.find('T1', id)),
      ]),
      recorded: [...recorded],
    };
    await damaged.close();
    expect(seen).toEqual({
      planned: 2,
      saved: ['good'],
      preferences: { zone: 'UTC', weekStart: null, dayFirst: null, favourites: null, isWelcomed: false },
      schedules: ['B'],
      alone: ['saved_reports T1 U1 bad', 'schedules T1 A', `questions T1 ${id}`].map((row) => ({
        name: 'Error',
        message: `A row cannot be read: ${row}`,
        hint: undefined,
      })),
      recorded: ['schedules T1 A', 'saved_reports T1 U1 bad', 'person_preferences T1 U1', 'schedules T1 A'].map(
        (row) => `reading what was stored: A row cannot be read: ${row}`,
      ),
    });
  });

  test('a file of a newer version is refused, and free again afterwards', async () => {
    const file = path();
    await migrate(`file:${file}`);
    damage(file, [`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`]);
    const messages = [await inWords(open(`file:${file}`)), await inWords(open(`file:${file}`))].map((error) =>
      typeof error === 'string' ? error : error.message,
    );
    expect(new Set(messages)).toEqual(new Set(['The database was made by another version of this bot, a newer one most likely.']));
  });
});

/** What no version of ours writes. */
function damage(file: string, statements: readonly string[]): void {
  const database = new Database(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}
