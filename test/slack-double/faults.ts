import type { JsonObject } from './json.ts';

/** What may go wrong with a call: before it is applied, after it was, or by Slack's decision. */
export type Fault =
  | 'error-500'
  | 'reset'
  | 'hang'
  | 'applied-then-500'
  | 'applied-then-reset'
  | 'applied-then-hang'
  | { readonly error: string }
  | { readonly retryAfterSeconds: number }
  | { readonly delayMs: number }
  /** Answered so at once, or never, and applied afterwards: when the caller has long given up. In real milliseconds. */
  | { readonly answer: 'error-500' | 'reset' | 'hang'; readonly appliedAfterMs: number };

export interface Waiting {
  readonly method: string;
  readonly fault: Fault;
  /** Only calls that name this channel meet it. */
  readonly channel?: string;
}

export type Faults = ReturnType<typeof createFaults>;

/** The next calls of a method that go wrong, in the order in which they were told to. */
export function createFaults() {
  const waiting: Waiting[] = [];
  return {
    add: (fault: Waiting, times: number): void => void waiting.push(...Array<Waiting>(times).fill(fault)),
    take: (method: string, args: JsonObject): Fault | null => {
      const index = waiting.findIndex((each) => each.method === method && (each.channel === undefined || each.channel === args.channel));
      return index === -1 ? null : (waiting.splice(index, 1)[0]?.fault ?? null);
    },
  };
}
