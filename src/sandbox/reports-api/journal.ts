import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '../../model/time.ts';

export interface Entry {
  /** By the sandbox's clock. */
  readonly at: Instant;
  readonly method: string;
  readonly path: string;
  /** As it was written, without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** null: larger than the API takes. */
  readonly body: string | null;
  /** null: no answer yet, or none at all. */
  readonly status: number | null;
}

export interface Journal {
  /** Returns what notes the answer. */
  record(request: Omit<Entry, 'status'>): (status: number) => void;
  /** Oldest first. */
  entries(): readonly Entry[];
  clear(): void;
}

/** A demo may run for weeks. */
const LONGEST = 1000;

/** What was asked of the API. Tokens do not get in. */
export function createJournal(): Journal {
  let lines: (Omit<Entry, 'status'> & { status: number | null })[] = [];
  return {
    record({ headers, ...request }) {
      const authorization = headers.authorization?.replace(/^(\w+ )?.*/, '$1…');
      const line = { ...request, headers: { ...headers, ...(authorization && { authorization }) }, status: null };
      lines = [...lines.slice(1 - LONGEST), line];
      return (status) => {
        Object.assign(line, { status });
      };
    },
    entries: () => lines.map((line) => ({ ...line })),
    clear() {
      lines = [];
    },
  };
}
