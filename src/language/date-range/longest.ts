import type { Format, Moment, Outcome } from './format.ts';

/** Formats are made of each other: without this the same words would be looked at again and again. */
const known = new WeakMap<Moment, Map<Format, Map<string, Outcome | null>>>();

function readOnce(format: Format, text: string, moment: Moment): Outcome | null {
  const ofMoment = known.get(moment) ?? new Map<Format, Map<string, Outcome | null>>();
  known.set(moment, ofMoment);
  const ofFormat = ofMoment.get(format) ?? new Map<string, Outcome | null>();
  ofMoment.set(format, ofFormat);
  const before = ofFormat.get(text);
  if (before !== undefined) return before;
  const outcome = format.read(text, moment);
  ofFormat.set(text, outcome);
  return outcome;
}

/** Reads what takes the most of the text: of equally long readings that of the earlier format. */
export function longestOf(formats: readonly Format[]): Format['read'] {
  return (text, moment) => {
    let best: Outcome | null = null;
    for (const format of formats) {
      const outcome = readOnce(format, text, moment);
      if (outcome && outcome.length > (best?.length ?? 0)) best = outcome;
    }
    return best;
  };
}
