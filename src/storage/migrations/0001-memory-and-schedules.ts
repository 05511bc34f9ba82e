import { type Kysely, sql } from 'kysely';

/** What is known of people and workspaces, their questions and schedules, and what became of every slot. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES]) await sql.raw(statement).execute(db);
}

const TABLES = [
  `create table person_preferences (
    workspace text not null, person text not null, zone text, week_start text, day_first integer, favourites text,
    is_welcomed integer not null,
    primary key (workspace, person))`,
  `create table workspace_preferences (
    workspace text not null, zone text, week_start text, year_start integer not null, chart_style text not null, schedulers text not null,
    installer text, refused_since bigint,
    primary key (workspace))`,
  `create table saved_reports (
    workspace text not null, person text not null, name_key text not null, name text not null, question text not null,
    primary key (workspace, person, name_key))`,
  `create table questions (
    workspace text not null, id text not null, question text not null, kept_until bigint not null,
    primary key (workspace, id))`,
  `create table conversations (
    workspace text not null, channel text not null, thread text not null, question text not null, kept_until bigint not null,
    primary key (workspace, channel, thread))`,
  `create table schedules (
    workspace text not null, id text not null, owner text not null, question text not null, recurrence text not null,
    zone text not null, week_start text not null, locale text not null, channel text, person text, when_empty text not null,
    until_at bigint, state text not null, paused_for text, next_at bigint, skip_at bigint, failures integer not null,
    created_at bigint not null, version integer not null, prepared_for bigint,
    primary key (workspace, id))`,
  `create table deliveries (
    workspace text not null, schedule text not null, due_at bigint not null, state text not null, not_after bigint not null,
    asked integer not null, fence integer not null, attempts integer not null, not_before bigint not null, posting_at bigint, to_channel text,
    to_person text, looks integer not null, channel text, ts text, reason text, reference text, updated_at bigint not null, tell_at bigint,
    primary key (workspace, schedule, due_at))`,
  `create table picture_files (
    workspace text not null, file text not null, hash text not null, delete_at bigint, not_before bigint,
    primary key (workspace, file))`,
  `create table seen_keys (
    workspace text not null, key text not null, kept_until bigint not null,
    primary key (workspace, key))`,
];

/** The conditions stand in the queries word for word: that is how SQLite finds an index that has one. */
const INDEXES = [
  'create index questions_kept on questions (kept_until)',
  'create index conversations_kept on conversations (kept_until)',
  'create index seen_keys_kept on seen_keys (kept_until)',
  'create index pictures_of_hash on picture_files (workspace, hash)',
  'create index pictures_to_delete on picture_files (not_before) where not_before is not null',
  `create index schedules_next on schedules (next_at) where state = 'active'`,
  `create index deliveries_waiting on deliveries (not_before) where state in ('due', 'claimed')`,
  'create index deliveries_posted on deliveries (workspace, channel, ts) where ts is not null',
  `create index deliveries_posting on deliveries (not_before) where state = 'posting'`,
  'create index deliveries_untold on deliveries (tell_at) where tell_at is not null',
];
