import type { Logger } from '@slack/bolt';
import type { Log } from '../log.ts';

export type BoltLogger = Logger;

/** What Slack's packages say goes to our log, a level lower: their "info" is our "debug", and bodies are never printed. */
export function boltLogger(log: Log): BoltLogger {
  let name = 'slack';
  const text = (parts: readonly unknown[]) => parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    // Their debug level prints whole payloads, with what people typed and with tokens: it goes nowhere.
    debug() {},
    info: (...parts) => log.debug({ from: name }, text(parts)),
    warn: (...parts) => log.warn({ from: name }, text(parts)),
    error: (...parts) => log.error({ from: name }, text(parts)),
    setLevel() {},
    getLevel: () => 'info' as ReturnType<Logger['getLevel']>,
    setName(given) {
      name = given;
    },
  };
}
