import type { Migration } from 'kysely';
import * as memoryAndSchedules from './0001-memory-and-schedules.ts';

/** By name, in their order. What was released is never changed: the next one follows it. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-memory-and-schedules': memoryAndSchedules,
};
