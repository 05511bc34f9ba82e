import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import type { DeliveryState } from '../../../src/usecases/ports.ts';

/** What a database holds, while no process of the bot looks. */
export interface Books {
  /** For DATABASE_URL. */
  readonly url: string;
  /** How many processes may share it. */
  readonly processes: number;
  slots(): Promise<readonly BookedSlot[]>;
  /** The ids of all schedules. */
  schedules(): Promise<readonly string[]>;
  /** As if so many milliseconds had passed since the last process ended. */
  age(ms: number): Promise<void>;
}

export interface BookedSlot {
  readonly schedule: string;
  readonly dueAt: number;
  readonly state: DeliveryState;
  /** Somebody must hear of it and has not. */
  readonly isUntold: boolean;
}

type Row = Readonly<Record<string, unknown>>;
const run = promisify(execFile);

type Query = (statement: string) => Promise<readonly Row[]>;

/** In a process of its own: libsql lets go of a file when it collects its garbage, and the bot would find it taken. */
const LOOK = `
  import Database from 'libsql';
  const [path, statement] = process.argv.slice(1);
  const file = new Database(path);
  const rows = statement.startsWith('select') ? file.prepare(statement).all() : [];
  if (rows.length === 0) file.exec(statement);
  process.stdout.write(JSON.stringify(rows));
`;

export const booksInFile = (path: string): Books =>
  booksOf({ url: `file:${path}`, processes: 1 }, async (statement) => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', LOOK, path, statement], { maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout) as Row[];
  });

export const booksInPostgres = (url: string): Books =>
  booksOf({ url, processes: 2 }, async (statement) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Row>(statement);
    await client.end();
    return rows;
  });

function booksOf(engine: Pick<Books, 'url' | 'processes'>, query: Query): Books {
  return {
    ...engine,
    slots: async () => (await query('select schedule, due_at, state, tell_at from deliveries')).map(bookedSlot),
    schedules: async () => (await query('select id from schedules')).map(({ id }) => String(id)),
    age: async (ms) => {
      const older = ['posting_at', 'not_before', 'tell_at'].map((moment) => `${moment} = ${moment} - ${ms}`);
      await query(`update deliveries set ${older.join(', ')}`);
    },
  };
}

const bookedSlot = ({ schedule, due_at, state, tell_at }: Row): BookedSlot => ({
  schedule: String(schedule),
  dueAt: Number(due_at),
  state: String(state) as DeliveryState,
  isUntold: tell_at !== null,
});
