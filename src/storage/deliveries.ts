import { type Expression, type ExpressionBuilder, type SqlBool, sql, type UpdateObject } from 'kysely';
import type { Instant } from '../model/time.ts';
import type { Delivery, DeliveryState, DeliveryStore, Slot } from '../usecases/ports.ts';
import { columnsOf, type DeliveryRow, newRow, settled, toDelivery } from './delivery-row.ts';
import { chunks, isServed, type Repository, tokenWorks } from './repository.ts';
import type { Tables } from './schema.ts';

type Changes = UpdateObject<Tables, 'deliveries', 'deliveries'>;
type Condition = (row: ExpressionBuilder<Tables, 'deliveries'>) => Expression<SqlBool>;

/** As the indexes have them. */
const WAITING = sql<SqlBool>`state in ('due', 'claimed')`;
const POSTING = sql<SqlBool>`state = 'posting'`;
const UNTOLD = sql<SqlBool>`tell_at is not null`;

const KEY = ['workspace', 'schedule', 'due_at'] as const;
const keyOf = ({ workspace, schedule, dueAt }: Slot) => ({ workspace, schedule, due_at: dueAt });

export function createDeliveries(repository: Repository): DeliveryStore {
  const { db } = repository;
  /** False when there is none that is in one of these states. */
  const changeOne = async (slot: Slot & { readonly fence?: number }, states: readonly DeliveryState[], changes: Partial<DeliveryRow>) => {
    let found = db
      .updateTable('deliveries')
      .set(changes)
      .where((row) => row.and(keyOf(slot)))
      .where('state', 'in', states);
    if (slot.fence !== undefined) found = found.where('fence', '=', slot.fence);
    return (await found.executeTakeFirst()).numUpdatedRows > 0n;
  };

  return {
    async add(slot, notAfter) {
      const row = { ...newRow(slot, 'due', slot.dueAt), not_after: notAfter, asked: 1 };
      await db
        .insertInto('deliveries')
        .values(row)
        .onConflict((known) => known.doNothing())
        .execute();
    },
    intend({ workspace, schedule, dueAt, fence }, to, now) {
      const { channel, person } = columnsOf(to);
      return changeOne({ workspace, schedule, dueAt, fence }, ['claimed'], {
        state: 'posting',
        posting_at: now,
        to_channel: channel,
        to_person: person,
        not_before: now,
        looks: 0,
        updated_at: now,
      });
    },
    settle: ({ workspace, schedule, dueAt, fence, attempts }, outcome, now) =>
      changeOne({ workspace, schedule, dueAt, fence }, outcome.state === 'look again' ? ['posting'] : ['claimed', 'posting'], {
        ...settled(outcome, attempts, now),
        updated_at: now,
      }),
    confirm: ({ workspace, schedule, dueAt }, now) =>
      changeOne({ workspace, schedule, dueAt }, ['uncertain'], { state: 'posted', reason: null, tell_at: null, updated_at: now }),
    askAgain: ({ workspace, schedule, dueAt }, now, notAfter) =>
      changeOne({ workspace, schedule, dueAt }, ['missed', 'skipped', 'failed', 'uncertain'], {
        state: 'due',
        not_before: now,
        not_after: notAfter,
        asked: 1,
        attempts: 0,
        reason: null,
        reference: null,
        tell_at: null,
        updated_at: now,
      }),
    ...takingOf(repository),
    ...readingOf(repository),
    async told(slots, now) {
      for (const chunk of chunks(slots)) {
        await db
          .updateTable('deliveries')
          .set({ tell_at: null, updated_at: now })
          .where((row) => row.and([UNTOLD, row.or(chunk.map((slot) => row.and(keyOf(slot))))]))
          .execute();
      }
    },
    nextAt: (lookAfterMs) => nextAt(repository, lookAfterMs),
  };
}

interface Taking {
  readonly where: Condition;
  readonly by: 'not_before' | 'tell_at';
  readonly limit: number;
  readonly set: Changes;
}

/** One statement that picks, changes and returns: what another process picks at that moment is left to it. */
function taking({ db, kind }: Repository): (taking: Taking) => Promise<readonly Delivery[]> {
  return async ({ where, by, limit, set }) => {
    const rows = await db
      .with('picked', (all) =>
        all
          .selectFrom('deliveries')
          .select(KEY)
          .where(where)
          .orderBy(by)
          .limit(limit)
          .$if(kind === 'postgres', (those) => those.forUpdate().skipLocked()),
      )
      .updateTable('deliveries')
      .set(set)
      .where((row) =>
        row(
          row.refTuple(...KEY),
          'in',
          row
            .selectFrom('picked')
            .select(KEY)
            .$asTuple(...KEY),
        ),
      )
      .returningAll()
      .execute();
    return rows.map(toDelivery).sort((one, other) => one.dueAt - other.dueAt);
  };
}

function takingOf(repository: Repository): Pick<DeliveryStore, 'claim' | 'takeStuck' | 'takeUntold'> {
  const take = taking(repository);
  const higher = sql<number>`fence + 1`;
  return {
    claim: (now, limit, leaseMs, served = null) =>
      take({
        where: (row) => row.and([WAITING, row('not_before', '<=', now), isServed(served), tokenWorks('deliveries')]),
        by: 'not_before',
        limit,
        set: { state: 'claimed', fence: higher, not_before: now + leaseMs, updated_at: now },
      }),
    takeStuck: (now, before, limit, leaseMs, served = null) =>
      take({
        where: (row) => row.and([POSTING, row('not_before', '<=', now), row('posting_at', '<', before), isServed(served)]),
        by: 'not_before',
        limit,
        set: { fence: higher, not_before: now + leaseMs, updated_at: now },
      }),
    takeUntold: (now, limit, leaseMs, served = null) =>
      take({
        where: (row) => row.and([UNTOLD, row('tell_at', '<=', now), isServed(served), tokenWorks('deliveries')]),
        by: 'tell_at',
        limit,
        set: { tell_at: now + leaseMs },
      }),
  };
}

function readingOf({ db }: Repository): Pick<DeliveryStore, 'find' | 'scheduleOf' | 'history'> {
  return {
    async find(slot) {
      const found = db
        .selectFrom('deliveries')
        .selectAll()
        .where((row) => row.and(keyOf(slot)));
      const row = await found.executeTakeFirst();
      return row ? toDelivery(row) : null;
    },
    async scheduleOf(workspace, message) {
      const found = db.selectFrom('deliveries').select('schedule').where('workspace', '=', workspace);
      const row = await found
        .where('channel', '=', message.channel)
        .where('ts', '=', message.ts)
        .where(sql<SqlBool>`ts is not null`)
        .executeTakeFirst();
      return row?.schedule ?? null;
    },
    async history(workspace, schedule, limit) {
      const found = db.selectFrom('deliveries').selectAll().where('workspace', '=', workspace).where('schedule', '=', schedule);
      return (await found.orderBy('due_at', 'desc').limit(limit).execute()).map(toDelivery);
    },
  };
}

/** The earliest moment of each kind of work, each the head of an index. */
async function nextAt({ db }: Repository, lookAfterMs: number | undefined): Promise<Instant | null> {
  const of = db.selectFrom('deliveries').limit(1);
  const heads = await Promise.all([
    db
      .selectFrom('schedules')
      .select('next_at as at')
      .where(sql<SqlBool>`state = 'active'`)
      .where('next_at', 'is not', null)
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirst(),
    of.select('not_before as at').where(WAITING).where(tokenWorks('deliveries')).orderBy('not_before').executeTakeFirst(),
    of.select('tell_at as at').where(UNTOLD).where(tokenWorks('deliveries')).orderBy('tell_at').executeTakeFirst(),
    of.select('not_before as at').where(POSTING).where('looks', '>', 0).orderBy('not_before').executeTakeFirst(),
    lookAfterMs === undefined
      ? undefined
      : of
          .select(sql<number>`not_before + cast(${lookAfterMs} as bigint)`.as('at'))
          .where(POSTING)
          .where('looks', '=', 0)
          .orderBy('not_before')
          .executeTakeFirst(),
  ]);
  const moments = heads.flatMap((head) => head?.at ?? []);
  return moments.length === 0 ? null : Math.min(...moments);
}
