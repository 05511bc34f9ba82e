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
  | { readonly delayMs: number };

export type Faults = ReturnType<typeof createFaults>;

/** The next calls of a method that go wrong, in the order in which they were told to. */
export function createFaults() {
  const waiting = new Map<string, Fault[]>();
  return {
    add: (method: string, fault: Fault, times: number): void => {
      waiting.set(method, [...(waiting.get(method) ?? []), ...Array<Fault>(times).fill(fault)]);
    },
    take: (method: string): Fault | null => waiting.get(method)?.shift() ?? null,
  };
}
