import { type Instant, Temporal, type Zone } from '../../model/time.ts';
import { invalid } from './reply.ts';

/** A point in time as it is written on the wire, with the offset that stood beside it. */
interface Moment {
  readonly instant: Temporal.Instant;
  readonly offset: Zone;
}

export interface Span {
  /** Inclusive. */
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
}

export interface Range extends Span {
  /** The offset of `from`: `+01:00`, or `UTC`. */
  readonly offset: Zone;
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

function parseMoment(name: string, text: string): Moment {
  const offset = RFC_3339.exec(text)?.[1]?.toUpperCase();
  if (!offset) throw invalid(`${name}: \`${text}\` is not an RFC 3339 date-time; does its + travel as %2B?`);
  try {
    return { instant: Temporal.Instant.from(text), offset: offset === 'Z' ? 'UTC' : offset };
  } catch {
    throw invalid(`${name}: \`${text}\` is not in the calendar`);
  }
}

/** Both ends belong to a range of the wire, to the nanosecond; chats start on whole seconds, so milliseconds tell them apart. */
export function parseRange(from: string | undefined, to: string | undefined): Range {
  if (!from || !to) throw invalid('`from` and `to` are required');
  const first = parseMoment('from', from);
  const last = parseMoment('to', to);
  if (Temporal.Instant.compare(first.instant, last.instant) > 0) throw invalid('`from` is after `to`');
  const rounded = (moment: Moment, roundingMode: 'ceil' | 'floor') =>
    moment.instant.round({ smallestUnit: 'millisecond', roundingMode }).epochMilliseconds;
  return { start: rounded(first, 'ceil'), end: rounded(last, 'floor') + 1, offset: first.offset };
}
