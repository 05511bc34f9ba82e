import { type Logger, pino } from 'pino';
import type { Clock } from './model/time.ts';
import type { FaultLog } from './usecases/ports.ts';

export type Log = Logger;

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Values that are taken out of every line. */
  readonly secrets: readonly string[];
  /** Where lines go, one JSON object each. */
  readonly write: (line: string) => void;
  readonly clock: Clock;
}

// Tokens that are not ours to know (a refreshed one, one pasted into a command) are known by their shape.
const TOKEN_SHAPES =
  /\b(xox[a-z]-|xoxe\.|xapp-|dal:|fra:|us-south1:)[\w.~+/-]{6,}|\b(Bearer|Basic) [\w.:~+/=-]{6,}|hooks\.slack\.com\/\S+/g;

/** Takes secrets out of a text, wherever they stand. */
export function scrub(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret.length > 3).flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return known.reduce((cleaned, secret) => cleaned.replaceAll(secret, '[secret]'), text).replace(TOKEN_SHAPES, '[secret]');
}

/** A structured log. The whole line is scrubbed, so that a secret inside an error's text or stack is caught as well. */
export function createLog({ level, secrets, write, clock }: LogOptions): Log {
  const timestamp = () => `,"time":"${new Date(clock()).toISOString()}"`;
  return pino({ level, timestamp, base: null }, { write: (line) => write(scrub(line, secrets)) });
}

/** References are short, so that a person can read one out. */
export function createFaultLog(log: Log, random: () => number): FaultLog {
  return {
    record(error, doing) {
      const reference = Math.floor(random() * 36 ** 6)
        .toString(36)
        .padStart(6, '0');
      log.error({ err: error, reference }, doing);
      return reference;
    },
  };
}
