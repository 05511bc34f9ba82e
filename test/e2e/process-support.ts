import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface Process {
  readonly child: ChildProcess;
  /** All that it has written so far. */
  output(): string;
  /** Resolves with the first line that the pattern fits. */
  line(pattern: RegExp): Promise<string>;
  /** Ends it as a supervisor does; resolves with its exit code and how long it took. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
}

/** What is to be closed after a test, the other way round than it was opened. */
export type Opened = (() => unknown)[];

export async function closeAll(opened: Opened): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

/** A folder that is gone after the test. */
export async function temporaryFolder(opened: Opened): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'livechat-reports-test-'));
  opened.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A compiled entry, in a folder without an `.env`, with these settings and no others. */
export async function startEntry(opened: Opened, entry: string, settings: Record<string, string> = {}): Promise<Process> {
  const cwd = await temporaryFolder(opened);
  return watch(opened, spawn(process.execPath, [resolve('dist', entry)], { cwd, env: environment(settings) }));
}

export const environment = (settings: Record<string, string>) => ({ PATH: process.env.PATH ?? '', HOME: tmpdir(), ...settings });

export function watch(opened: Opened, child: ChildProcessWithoutNullStreams): Process {
  opened.push(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  return {
    child,
    output: () => lines.join('\n'),
    line: (pattern) =>
      new Promise((found, failed) => {
        const look = () => {
          const line = lines.find((each) => pattern.test(each));
          if (line !== undefined) found(line);
        };
        waiting.add(look);
        look();
        child.once('exit', (code) => failed(new Error(`ended with ${code}:\n${lines.join('\n')}`)));
      }),
    async end(signal = 'SIGTERM') {
      const before = Date.now();
      child.kill(signal);
      const [code] = await once(child, 'exit');
      return { code, ms: Date.now() - before };
    },
  };
}
