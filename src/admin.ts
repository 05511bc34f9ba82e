import type { Config } from './config.ts';
import { createFaultLog, createLog } from './log.ts';
import { UserError } from './model/errors.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { createClients } from './slack/clients.ts';
import { probe } from './slack/probe.ts';
import { migrate, moveStorage, openStorage } from './storage/index.ts';
import type { FaultLog } from './usecases/ports.ts';

/** What `npm start -- <verb>` does instead of running the bot. */
export interface AdminCommand {
  readonly verb: string;
  readonly usage: string;
  readonly meaning: string;
  run(args: readonly string[], context: AdminContext): Promise<void>;
}

export interface AdminContext {
  readonly config: () => Config;
  readonly databaseUrl: string;
  readonly write: (line: string) => void;
}

const migrateCommand: AdminCommand = {
  verb: 'migrate',
  usage: 'migrate',
  meaning: 'brings the database up to this version; starting the bot does the same',
  async run(_, { databaseUrl, write }) {
    const applied = await migrate(databaseUrl);
    write(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  },
};

const moveCommand: AdminCommand = {
  verb: 'move',
  usage: 'move <file:…> <postgres://…>',
  meaning: 'copies everything from a file to a PostgreSQL server, which must be empty; stop the bot first',
  async run([from, to], { write }) {
    if (!from?.startsWith('file:') || !/^postgres(?:ql)?:\/\//.test(to ?? '')) {
      throw new UserError(
        'Say from where and to where.',
        'npm start -- move file:./data/livechat-reports.db postgres://user@host/database',
      );
    }
    const rows = await moveStorage({ from, to: to ?? '' });
    for (const [table, count] of rows) write(`${table.padEnd(24)} ${count}`);
    write('Done. Set DATABASE_URL to the server and start the bot; the file is as it was.');
  },
};

const probeCommand: AdminCommand = {
  verb: 'probe',
  usage: 'probe [<your Slack member id>]',
  meaning: 'tries what only a real Slack can tell, in your direct messages, and prints a table',
  async run([person], { config, write }) {
    const { slack, databaseUrl, secrets } = config();
    const log = createLog({ level: 'error', secrets, write, clock: Date.now });
    const clients = createClients({ token: slack.botToken, apiUrl: slack.apiUrl, logger: boltLogger(log) });
    const { team_id: workspace = '' } = await clients.quick.auth.test();
    const whose = person ?? (await installer(databaseUrl, workspace, createFaultLog(log, Math.random)));
    const findings = probe({ clients, apiUrl: slack.apiUrl, clock: Date.now }, whose);
    for await (const { what, outcome, detail } of findings) write(`${outcome.padEnd(4)} ${what}: ${detail}`);
  },
};

/** Who looks after the bot in a workspace. */
async function installer(databaseUrl: string, workspace: string, faults: FaultLog): Promise<string> {
  const storage = await openStorage({ url: databaseUrl, clock: Date.now, faults });
  const known = await storage.preferences.ofWorkspace(workspace).finally(() => storage.close());
  if (known.installer !== null) return known.installer;
  throw new UserError(
    'I do not know whose direct messages to try it in.',
    'Say your member id (in Slack: your profile, “Copy member ID”).',
  );
}

export const ADMIN_COMMANDS: readonly AdminCommand[] = [migrateCommand, moveCommand, probeCommand];
