import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Slack of one's own with a web page: the program of the npm package `local-slack-linux-x64`. */
export interface LocalSlack {
  readonly url: string;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
}

/** Where the program is; null on machines that its package does not come for. */
export function findLocalSlack(): string | null {
  try {
    return createRequire(import.meta.url).resolve('local-slack-linux-x64/bin/local-slack');
  } catch {
    return null;
  }
}

const BOT_TOKEN = 'xoxb-demo';
const APP_TOKEN = 'xapp-demo';

/** The workspace of a shop for outdoor gear. */
const WORKSPACE = {
  workspace: { name: 'Northwind Outdoor', domain: 'northwind-outdoor', teamId: 'T01NORTH' },
  app: {
    appId: 'A01REPORTS',
    botUserId: 'U01REPORTS',
    botName: 'LiveChat Reports',
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    mode: 'socket',
  },
  users: [
    { id: 'U01MAYA', name: 'maya', real_name: 'Maya Lindqvist', tz: 'Europe/Warsaw', is_admin: true },
    { id: 'U01TOM', name: 'tom', real_name: 'Tom Okafor', tz: 'America/New_York' },
  ],
  channels: [
    { id: 'C01SUPPORT', name: 'support', topic: 'Customers first', members: ['U01MAYA', 'U01TOM', 'U01REPORTS'] },
    { id: 'C01GENERAL', name: 'general', members: ['U01MAYA', 'U01TOM', 'U01REPORTS'] },
  ],
};

interface Options {
  readonly program: string;
  readonly port: number;
  /** Is given the way to end it as soon as there is something to end. */
  readonly onStart: (stop: () => Promise<void>) => void;
}

export async function startLocalSlack({ program, port, onStart }: Options): Promise<LocalSlack> {
  const folder = await mkdtemp(join(tmpdir(), 'livechat-reports-demo-'));
  const config = join(folder, 'workspace.json');
  await writeFile(config, JSON.stringify(WORKSPACE));
  const url = `http://localhost:${port}`;
  const args = ['--config', config, '--port', String(port), '--base-host', 'localhost', '--files-dir', join(folder, 'files')];
  const child = spawn(program, args, { stdio: 'ignore' });
  onStart(async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  });
  await answering(`${url}/_control/state`, child);
  return { url, apiUrl: `${url}/api/`, botToken: BOT_TOKEN, appToken: APP_TOKEN };
}

async function answering(address: string, child: ChildProcess): Promise<void> {
  const giveUp = AbortSignal.timeout(15_000);
  let broken: Error | null = null;
  child.once('error', (error) => {
    broken = error;
  });
  while (!(await isUp(address))) {
    if (broken) throw broken;
    if (child.exitCode !== null) throw new Error(`The local Slack ended at once with code ${child.exitCode}.`);
    giveUp.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isUp = (address: string): Promise<boolean> =>
  fetch(address, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** It keeps nothing that is worth a longer wait. */
const PATIENCE_MS = 500;

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
