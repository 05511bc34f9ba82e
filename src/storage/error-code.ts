/** What Node, SQLite and PostgreSQL call a failure: `ECONNREFUSED`, `SQLITE_FULL`, `23505`; empty when it has no name. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
