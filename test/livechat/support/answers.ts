/** Sun 22 Nov 2026, 12:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 12);

/** A report of nothing. */
export const EMPTY = { name: 'tags-report', total: 0, records: {} };

/** What LiveChat writes when it does not answer. */
export function refusal(type: string, data?: object): object {
  return { error: { type, message: 'Words of LiveChat', ...(data ? { data } : {}) } };
}
