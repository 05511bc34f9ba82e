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

/** What takes the most of the text: of equally long outcomes the earlier. */
export function longest(outcomes: readonly (Outcome | null)[]): Outcome | null {
  let best: Outcome | null = null;
  for (const outcome of outcomes) if (outcome && outcome.length > (best?.length ?? 0)) best = outcome;
  return best;
}

/** Reads what takes the most of the text, by the first of the formats that reads so much. */
export function longestOf(formats: readonly Format[]): Format['read'] {
  return (text, moment) => longest(formats.map((format) => readOnce(format, text, moment)));
}
