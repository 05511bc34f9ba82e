import type { Wait } from './pace.ts';

export interface PoolOptions<T> {
  /** Takes up to so many; none when there is nothing to do. */
  readonly take: (limit: number) => Promise<readonly T[]>;
  readonly work: (item: T) => Promise<void>;
  readonly size: number;
  /** Nothing more is taken. */
  readonly isClosing: () => boolean;
  readonly wait: Wait;
}

/** One that takes long does not keep the others from beginning. */
const LOOK_MS = 1_000;

/** Works through all there is, so many at a time; how many. What fails does not stop the others, and is thrown when they are done. */
export async function workThrough<T>({ take, work, size, isClosing, wait }: PoolOptions<T>): Promise<number> {
  const running = new Set<Promise<void>>();
  const errors: unknown[] = [];
  let count = 0;
  const start = (item: T): void => {
    count += 1;
    const job = work(item)
      .catch((error: unknown) => void errors.push(error))
      .finally(() => running.delete(job));
    running.add(job);
  };

  while (errors.length === 0 && !isClosing()) {
    const taken = await take(size - running.size).catch((error: unknown) => void errors.push(error));
    for (const item of taken ?? []) start(item);
    if (running.size === 0) break;
    // One by one would be as many questions as there are deliveries.
    while (running.size > size / 2) await Promise.race(running);
    const looking = new AbortController();
    await Promise.race([...running, wait(LOOK_MS, looking.signal)]);
    looking.abort();
  }
  await Promise.all(running);
  if (errors.length > 0) throw errors[0];
  return count;
}
