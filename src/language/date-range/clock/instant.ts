import { Temporal } from '../../../model/time.ts';
import { type Format, type Moment, type Outcome, refuse } from '../format.ts';

const PATTERN = /^\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?z|[+-]\d\d(?::?\d\d)?)(?![\p{L}\p{N}:])/iu;

interface Kind {
  /** As an end of a range: it ends where it begins. */
  readonly isPoint: boolean;
}

function instantOf(words: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(words.replace(/ ?z$/iu, 'Z'));
  } catch {
    return null;
  }
}

/** `2026-11-01T09:00Z`, `2026-11-01T09:00:00+03:00`: that time wherever one is, and the hour that it begins. */
export function instant({ isPoint }: Kind): Format {
  return {
    name: 'Hours',
    examples: [],
    read(text: string, { now }: Moment): Outcome | null {
      const words = PATTERN.exec(text)?.[0];
      if (words === undefined) return null;
      const { length } = words;
      const start = instantOf(words)?.toZonedDateTimeISO(now.timeZoneId);
      if (!start)
        return refuse(length, { message: `There is no time “${words}”.`, hint: 'Write a time as 2026-11-09T14:00Z.', instead: ['today'] });
      const granularity = start.second > 0 ? 'second' : start.minute > 0 ? 'minute' : 'hour';
      return { start, end: isPoint ? start : start.add({ hours: 1 }), granularity, length };
    },
  };
}
