import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import { createFaultLog, createLog } from './log.ts';
import { UserError } from './model/errors.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { createClients } from './slack/clients.ts';
import { type Finding, probe } from './slack/probe.ts';
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
  /** Each rejects what is wrong with the settings that it reads. */
  readonly config: () => Config;
  readonly databaseUrl: () => string;
  readonly write: (line: string) => void;
}

const migrateCommand: AdminCommand = {
  verb: 'migrate',
  usage: 'migrate',
  meaning: 'brings the database up to this version; starting the bot does the same',
  async run(_, { databaseUrl, write }) {
    const applied = await migrate(databaseUrl());
    write(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  },
};

const moveCommand: AdminCommand = {
  verb: 'move',
  usage: 'move <file:…> [<postgres://…>]',
  meaning: 'copies everything from a file to a PostgreSQL server (that of DATABASE_URL), which must be empty; stop the bot first',
  async run([from, to], { databaseUrl, write }) {
    const target = to ?? databaseUrl();
    if (!from?.startsWith('file:') || !/^postgres(?:ql)?:\/\//.test(target)) {
      throw new UserError(
        'Say from where and to where.',
        'npm start -- move file:./data/livechat-reports.db postgres://user@host/database, or without the second and with DATABASE_URL.',
      );
    }
    const rows = await moveStorage({ from, to: target });
    for (const [table, count] of rows) write(`${table.padEnd(24)} ${count}`);
    write('Done. Set DATABASE_URL to the server and start the bot; the file is as it was.');
  },
};

const probeCommand: AdminCommand = {
  verb: 'probe',
  usage: 'probe [<your Slack member id>]',
  meaning: 'tries what only a real Slack can tell, in your direct messages, and prints a table',
  async run([person], { config, write }) {
    if (person !== undefined && !/^[UW][A-Z0-9]+$/.test(person)) {
      throw new UserError(`“${person}” is not a member id.`, MEMBER_ID);
    }
    const { slack, databaseUrl, secrets } = config();
    const log = createLog({ level: 'error', secrets, write, clock: Date.now });
    const clients = createClients({ token: slack.botToken, apiUrl: slack.apiUrl, logger: boltLogger(log) });
    const options = { clients, apiUrl: slack.apiUrl, clock: Date.now, wait: sleep, newId: randomUUID };
    const whose = async (workspace: string) => person ?? installer(databaseUrl, workspace, createFaultLog(log, Math.random));
    const counts = { yes: 0, no: 0 };
    for await (const finding of probe(options, whose)) {
      counts[finding.outcome] += 1;
      write(lineOf(finding));
    }
    write(`${counts.yes} yes, ${counts.no} no. docs/running.md says what each means for the bot.`);
  },
};

const lineOf = ({ what, outcome, detail }: Finding): string => `${outcome.padEnd(4)} ${what.padEnd(56)} ${detail}`;

const MEMBER_ID = 'Say yours: npm start -- probe U0123456789 (in Slack: your profile, “Copy member ID”).';

/** Who looks after the bot in a workspace. */
async function installer(url: string, workspace: string, faults: FaultLog): Promise<string> {
  const storage = await openStorage({ url, clock: Date.now, faults }).catch((error: unknown) => {
    // A bot that runs holds its file, and is to go on running.
    throw error instanceof UserError ? new UserError(error.message, MEMBER_ID, { cause: error }) : error;
  });
  const known = await storage.preferences.ofWorkspace(workspace).finally(() => storage.close());
  if (known.installer !== null) return known.installer;
  throw new UserError('I do not know whose direct messages to try it in.', MEMBER_ID);
}

export const ADMIN_COMMANDS: readonly AdminCommand[] = [migrateCommand, moveCommand, probeCommand];
