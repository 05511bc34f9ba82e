import type { Instant, WeekStart, Zone } from '../model/time.ts';
import type { ChartStyle, DeliveryState, Schedule, Schedulers, ScheduleState } from '../usecases/ports.ts';

/** JSON, which is checked when it is read. */
type Json = string;
/** 0 or 1: libsql ends the whole process on a boolean. */
type Flag = number;

/** The tables as the newest migration leaves them. The workspace begins every primary key. */
export interface Tables {
  person_preferences: {
    workspace: string;
    person: string;
    zone: Zone | null;
    week_start: WeekStart | null;
    day_first: Flag | null;
    favourites: Json | null;
    is_welcomed: Flag;
  };
  workspace_preferences: {
    workspace: string;
    zone: Zone | null;
    week_start: WeekStart | null;
    year_start: number;
    chart_style: ChartStyle;
    schedulers: Schedulers;
    installer: string | null;
    refused_since: Instant | null;
  };
  saved_reports: {
    workspace: string;
    person: string;
    /** The name as it is compared. */
    name_key: string;
    name: string;
    question: Json;
  };
  questions: { workspace: string; id: string; question: Json; kept_until: Instant };
  conversations: { workspace: string; channel: string; thread: string; question: Json; kept_until: Instant };
  schedules: {
    workspace: string;
    id: string;
    owner: string;
    question: Json;
    recurrence: Json;
    zone: Zone;
    week_start: WeekStart;
    locale: string;
    /** One of these two is the place. */
    channel: string | null;
    person: string | null;
    when_empty: Schedule['whenEmpty'];
    until_at: Instant | null;
    state: ScheduleState;
    paused_for: string | null;
    next_at: Instant | null;
    skip_at: Instant | null;
    failures: number;
    created_at: Instant;
    version: number;
    /** The slot for which it was given out to be made ahead. */
    prepared_for: Instant | null;
  };
  deliveries: {
    workspace: string;
    schedule: string;
    due_at: Instant;
    state: DeliveryState;
    not_after: Instant;
    asked: Flag;
    fence: number;
    attempts: number;
    /** When somebody may take it: the turn of a due one, the end of the lease of one that is taken, the next look for one on its way. */
    not_before: Instant;
    posting_at: Instant | null;
    /** One of these two is the place that it went on its way to. */
    to_channel: string | null;
    to_person: string | null;
    looks: number;
    channel: string | null;
    ts: string | null;
    reason: string | null;
    reference: string | null;
    updated_at: Instant;
    /** From when on somebody may take it to tell of it; null: there is nothing to tell, or it was told. */
    tell_at: Instant | null;
  };
  /** One picture may be several files: two processes may have uploaded it at once, and both are to be deleted. */
  picture_files: {
    workspace: string;
    file: string;
    hash: string;
    /** It is not used any more from then on; null: it stays. */
    delete_at: Instant | null;
    /** When somebody may take it to delete its file. */
    not_before: Instant | null;
  };
  seen_keys: { workspace: string; key: string; kept_until: Instant };
}

export const TABLES: readonly (keyof Tables)[] = [
  'person_preferences',
  'workspace_preferences',
  'saved_reports',
  'questions',
  'conversations',
  'schedules',
  'deliveries',
  'picture_files',
  'seen_keys',
];
