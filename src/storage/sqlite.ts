import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import Database from 'libsql';
import { UserError } from '../model/errors.ts';
import { codeOf } from './error-code.ts';
import type { Tables } from './schema.ts';

/** Opens the file for this process alone, and makes it and its folder where they are missing. */
export function openSqlite(path: string): Kysely<Tables> {
  const name = path === ':memory:' ? path : resolve(path);
  let file: Database.Database | null = null;
  try {
    if (name !== ':memory:') mkdirSync(dirname(name), { recursive: true });
    file = new Database(name);
    lock(file);
  } catch (error) {
    if (file) release(file);
    throw inWords(error, name) ?? cannotOpen(error, name);
  }
  const connection = driven(file, name);
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: async () => connection }) });
}

/** Holds the lock until the process ends, however it ends. What a promise resolved for is on disk. */
function lock(file: Database.Database): void {
  for (const pragma of ['busy_timeout=0', 'locking_mode=EXCLUSIVE', 'journal_mode=WAL', 'synchronous=FULL']) file.pragma(pragma);
  file.exec('begin immediate');
  file.exec('commit');
}

/** libsql ends statements, and the lock with them, when they are collected as garbage: so the lock is given back before. */
function release(file: Database.Database): void {
  try {
    for (const pragma of ['journal_mode=DELETE', 'locking_mode=NORMAL']) file.pragma(pragma);
    file.exec('begin immediate');
    file.exec('commit');
  } catch {
    // It never was ours, or it cannot be written: there is nothing to give back.
  }
  file.close();
}

/** As many as there are queries, and lists of a few lengths each. */
const PREPARED = 200;

/** What Kysely's dialect drives: statements are used again, because those thrown away fill the memory faster than it is swept. */
function driven(file: Database.Database, name: string) {
  const prepared = new Map<string, SqliteStatement>();
  const saying = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw inWords(error, name) ?? error;
    }
  };
  const prepare = (sql: string): SqliteStatement => {
    const statement = file.prepare<unknown[]>(sql);
    return {
      reader: statement.reader,
      all: (values) => saying(() => statement.all(bindable(values))),
      run: (values) => saying(() => statement.run(bindable(values))),
      iterate: (values) => statement.iterate(bindable(values)) as IterableIterator<unknown>,
    };
  };
  return {
    prepare(sql: string) {
      const statement = prepared.get(sql) ?? saying(() => prepare(sql));
      prepared.delete(sql);
      prepared.set(sql, statement);
      const [oldest] = prepared.keys();
      if (prepared.size > PREPARED && oldest !== undefined) prepared.delete(oldest);
      return statement;
    },
    close: () => release(file),
  };
}

/** libsql ends the whole process on anything else. */
function bindable(values: readonly unknown[]): unknown[] {
  const strange = values.find((value) => value !== null && !['string', 'number', 'bigint'].includes(typeof value));
  if (strange !== undefined || values.includes(undefined)) throw new TypeError(`SQLite cannot keep a ${typeof strange}.`);
  return [...values];
}

/** What whoever runs the bot can mend, at the start and later on. */
function inWords(error: unknown, path: string): UserError | null {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY')) {
    return new UserError(
      `Another process uses ${path}.`,
      'End that one first. To run several at once, keep the data in PostgreSQL: DATABASE_URL=postgres://…',
      { cause: error },
    );
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new UserError(`I cannot save anything: the disk of ${path} is full.`, 'Make room there, then try again.', { cause: error });
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_IOERR')) {
    return new UserError(`I cannot save anything: ${path} cannot be written.`, 'Look after that disk, then try again.', { cause: error });
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new UserError(`${path} is not a database that I can read.`, 'Put a copy of it back, or name another file in DATABASE_URL.', {
      cause: error,
    });
  }
  return null;
}

function cannotOpen(cause: unknown, path: string): UserError {
  return new UserError(
    `I cannot open ${path}.`,
    'Its folder must be one that I may write to: change its owner, or name another file in DATABASE_URL=file:…',
    { cause },
  );
}
