import { type SqlBool, sql } from 'kysely';
import type { Instant } from '../model/time.ts';
import type { Plan, PlannedDelivery, Schedule, ScheduleStore } from '../usecases/ports.ts';
import { columnsOf, plannedRow } from './delivery-row.ts';
import { chunks, isServed, type Repository, tokenWorks } from './repository.ts';
import type { Tables } from './schema.ts';
import { QUESTION, RECURRENCE, readable, readJson } from './stored-json.ts';

type Row = Tables['schedules'];

/** As the index has it. */
const ACTIVE = sql<SqlBool>`state = 'active'`;

export function createSchedules(repository: Repository): ScheduleStore {
  const { db, kind, faults, clock } = repository;
  const readableOf = (rows: readonly Row[]) => rows.flatMap((row) => readable(faults, () => toSchedule(row)) ?? []);

  return {
    async add(schedule) {
      await db
        .insertInto('schedules')
        .values({ ...toRow(schedule), prepared_for: null })
        .execute();
    },
    async find(workspace, id) {
      const found = db.selectFrom('schedules').selectAll().where('workspace', '=', workspace).where('id', '=', id);
      const row = await found.executeTakeFirst();
      return row ? toSchedule(row) : null;
    },
    async ownerOf(workspace, id) {
      const found = db.selectFrom('schedules').select('owner').where('workspace', '=', workspace).where('id', '=', id);
      return (await found.executeTakeFirst())?.owner ?? null;
    },
    async list(workspace, { owner, channel }) {
      let found = db.selectFrom('schedules').selectAll().where('workspace', '=', workspace).where('state', 'in', ['active', 'paused']);
      if (owner !== undefined) found = found.where('owner', '=', owner);
      if (channel !== undefined) found = found.where('channel', '=', channel);
      const nextFirst = found.orderBy(sql`case when next_at is null then 1 else 0 end`).orderBy('next_at').orderBy('id');
      return readableOf(await nextFirst.execute());
    },
    async change(schedule) {
      const changed = await db
        .updateTable('schedules')
        .set({ ...toRow(schedule), version: schedule.version + 1 })
        .where((row) => row.and({ workspace: schedule.workspace, id: schedule.id, version: schedule.version }))
        .where((row) => row.or([row('next_at', 'is', null), row('next_at', '=', schedule.nextAt), row('next_at', '>', clock())]))
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
    plan: (now, limit, planOf) => plan(repository, now, limit, planOf),
    async takeUpcoming(now, until, limit, served = null) {
      const taken = db
        .with('upcoming', (rows) =>
          rows
            .selectFrom('schedules')
            .select(['workspace', 'id'])
            .where(ACTIVE)
            .where('next_at', '>', now)
            .where('next_at', '<=', until)
            .where(isServed(served))
            .where(tokenWorks('schedules'))
            .where((row) => row.or([row('prepared_for', 'is', null), row('prepared_for', '<>', row.ref('next_at'))]))
            .orderBy('next_at')
            .limit(limit)
            .$if(kind === 'postgres', (those) => those.forUpdate().skipLocked()),
        )
        .updateTable('schedules')
        .set((row) => ({ prepared_for: row.ref('next_at') }))
        .where((row) =>
          row(row.refTuple('workspace', 'id'), 'in', row.selectFrom('upcoming').select(['workspace', 'id']).$asTuple('workspace', 'id')),
        )
        .returningAll();
      const rows = await taken.execute();
      return readableOf(rows.sort((one, other) => Number(one.next_at) - Number(other.next_at)));
    },
  };
}

/**
 * The version stays: a plan must not make a person's form too old. Should they write back the slot that was planned meanwhile, it is planned
 * again, which finds its deliveries written down already and moves on.
 */
function plan({ db, kind, faults }: Repository, now: Instant, limit: number, planOf: (schedule: Schedule) => Plan): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('schedules')
      .selectAll()
      .where(ACTIVE)
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(limit)
      .$if(kind === 'postgres', (due) => due.forUpdate().skipLocked())
      .execute();
    const planned = rows.map((row) => {
      const found = readable(faults, () => planOf(toSchedule(row)));
      return { row: found ? moved(row, found) : { ...row, ...UNREADABLE }, deliveries: found?.deliveries ?? [missed(row.next_at ?? now)] };
    });
    const deliveries = planned.flatMap(({ row, deliveries }) => deliveries.map((delivery) => plannedRow(row, delivery, now)));
    for (const chunk of chunks(deliveries)) {
      await transaction
        .insertInto('deliveries')
        .values([...chunk])
        .onConflict((known) => known.doNothing())
        .execute();
    }
    for (const chunk of chunks(planned)) {
      await transaction
        .insertInto('schedules')
        .values(chunk.map(({ row }) => row))
        .onConflict((known) =>
          known.columns(['workspace', 'id']).doUpdateSet((row) => ({
            next_at: row.ref('excluded.next_at'),
            skip_at: row.ref('excluded.skip_at'),
            state: row.ref('excluded.state'),
            paused_for: row.ref('excluded.paused_for'),
          })),
        )
        .execute();
    }
    return rows.length;
  });
}

/** One that cannot be read or planned stands still, so that it does not keep the others from their turn. */
const UNREADABLE = { state: 'paused', paused_for: 'unreadable', next_at: null } as const;
/** Its owner hears of it by the slot. */
const missed = (dueAt: Instant): PlannedDelivery => ({ dueAt, state: 'missed', reason: UNREADABLE.paused_for });

/** A slot to be left out is forgotten once it has been passed. */
const moved = (row: Row, { nextAt, state }: Plan): Row => ({
  ...row,
  state,
  next_at: nextAt,
  skip_at: nextAt === null || (row.skip_at !== null && row.skip_at < nextAt) ? null : row.skip_at,
});

function toRow(schedule: Schedule): Omit<Row, 'prepared_for'> {
  return {
    workspace: schedule.workspace,
    id: schedule.id,
    owner: schedule.owner,
    question: JSON.stringify(schedule.question),
    recurrence: JSON.stringify(schedule.recurrence),
    zone: schedule.zone,
    week_start: schedule.weekStart,
    locale: schedule.locale,
    ...columnsOf(schedule.place),
    when_empty: schedule.whenEmpty,
    until_at: schedule.until,
    state: schedule.state,
    paused_for: schedule.pausedFor,
    next_at: schedule.nextAt,
    skip_at: schedule.skipAt,
    failures: schedule.failures,
    created_at: schedule.createdAt,
    version: schedule.version,
  };
}

function toSchedule(row: Row): Schedule {
  const where = `schedules ${row.workspace} ${row.id}`;
  return {
    workspace: row.workspace,
    id: row.id,
    owner: row.owner,
    question: readJson(QUESTION, row.question, where),
    recurrence: readJson(RECURRENCE, row.recurrence, where),
    zone: row.zone,
    weekStart: row.week_start,
    locale: row.locale,
    place: row.channel === null ? { person: row.person ?? row.owner } : { channel: row.channel },
    whenEmpty: row.when_empty,
    until: row.until_at,
    state: row.state,
    pausedFor: row.paused_for,
    nextAt: row.next_at,
    skipAt: row.skip_at,
    failures: row.failures,
    createdAt: row.created_at,
    version: row.version,
  };
}
