const PATIENCE_MS = 5000;

export interface Waiting {
  /** Real time: what never happens must end a test, whatever its clock says. */
  readonly withinMs?: number;
  /** Said when it does not happen. */
  readonly what?: string;
}

export type Signal = ReturnType<typeof createSignal>;

/** Waits for facts instead of sleeping: a probe is asked again after every change. */
export function createSignal() {
  const probes = new Set<() => void>();
  return {
    notify: (): void => {
      for (const probe of [...probes]) probe();
    },

    until: (fact: () => boolean, { withinMs = PATIENCE_MS, what = fact.toString() }: Waiting = {}): Promise<void> =>
      new Promise((resolve, reject) => {
        const settle = (end: () => void) => {
          clearTimeout(timer);
          probes.delete(probe);
          end();
        };
        const timer = setTimeout(() => settle(() => reject(new Error(`Not within ${withinMs} ms: ${what}`))), withinMs);
        const probe = () => {
          if (fact()) settle(resolve);
        };
        probes.add(probe);
        probe();
      }),
  };
}
