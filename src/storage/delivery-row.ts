import type { Instant } from '../model/time.ts';
import type { Delivery, Outcome, Place, PlannedDelivery, Slot } from '../usecases/ports.ts';
import type { Tables } from './schema.ts';

export type DeliveryRow = Tables['deliveries'];

/** As it begins. */
export function newRow(slot: Slot, state: PlannedDelivery['state'], now: Instant): DeliveryRow {
  return {
    workspace: slot.workspace,
    schedule: slot.schedule,
    due_at: slot.dueAt,
    state,
    not_after: slot.dueAt,
    asked: 0,
    fence: 0,
    attempts: 0,
    not_before: slot.dueAt,
    posting_at: null,
    to_channel: null,
    to_person: null,
    looks: 0,
    channel: null,
    ts: null,
    reason: null,
    reference: null,
    updated_at: now,
    tell_at: null,
  };
}

export function plannedRow(
  schedule: { readonly workspace: string; readonly id: string },
  planned: PlannedDelivery,
  now: Instant,
): DeliveryRow {
  const row = newRow({ workspace: schedule.workspace, schedule: schedule.id, dueAt: planned.dueAt }, planned.state, now);
  return planned.state === 'due'
    ? { ...row, not_after: planned.notAfter }
    : { ...row, reason: planned.reason, tell_at: planned.state === 'missed' ? now : null };
}

/** What an outcome changes. */
export function settled(outcome: Outcome, attempts: number, now: Instant): Partial<DeliveryRow> {
  const { state } = outcome;
  if (state === 'look again') return { not_before: outcome.notBefore, looks: outcome.looks };
  if (state === 'posted') return { state, channel: outcome.channel, ts: outcome.ts, reason: null, reference: null };
  const why = { reason: outcome.reason, reference: outcome.reference ?? null };
  if (state === 'retry')
    return { ...why, state: 'due', not_before: outcome.notBefore, attempts: attempts + (outcome.counts === false ? 0 : 1) };
  return { ...why, state, tell_at: state === 'skipped' ? null : now };
}

/** The two columns that a place is kept in. */
export const columnsOf = (place: Place) => ({
  channel: 'channel' in place ? place.channel : null,
  person: 'person' in place ? place.person : null,
});

function placeOf({ to_channel: channel, to_person: person }: DeliveryRow): Place | null {
  if (channel !== null) return { channel };
  return person === null ? null : { person };
}

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    workspace: row.workspace,
    schedule: row.schedule,
    dueAt: row.due_at,
    state: row.state,
    notAfter: row.not_after,
    isAsked: row.asked === 1,
    fence: row.fence,
    attempts: row.attempts,
    notBefore: row.not_before,
    postingAt: row.posting_at,
    place: placeOf(row),
    looks: row.looks,
    channel: row.channel,
    ts: row.ts,
    reason: row.reason,
    reference: row.reference,
    updatedAt: row.updated_at,
  };
}
