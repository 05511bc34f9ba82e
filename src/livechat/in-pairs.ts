/** Works through the items, two at a time, and keeps their order. The first failure stops all that is under way. */
export async function inPairs<T, R>(
  items: readonly T[],
  work: (item: T, signal: AbortSignal) => Promise<R>,
  signal: AbortSignal,
): Promise<R[]> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const results: R[] = [];
  // Both workers take from one queue.
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item, either);
  };
  try {
    await Promise.all([worker(), worker()]);
    return results;
  } catch (error) {
    failed.abort();
    throw error;
  }
}
