/** What would act rather than show: control characters, line breaks, halves of surrogate pairs, marks that turn the direction of text. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A name from outside as one short line: at most `length` code points, the last of them an ellipsis where something was cut. */
export function shortLabel(name: string, length: number): string {
  const line = name.replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();
  const points = [...line];
  if (points.length === 0) return '–';
  return points.length > length
    ? `${points
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

/** A label on two lines (`Mon` over `9 Nov`), so that more of them stand side by side; words too short to gain from it stay together. */
export function twoLines(label: string): string | [string, string] {
  if (label.length < 7) return label;
  const breaks = [...label.matchAll(/ /g)].map(({ index }) => index);
  const width = (at: number) => Math.max(at, label.length - at - 1);
  const [first, ...others] = breaks;
  if (first === undefined) return label;
  const best = others.reduce((chosen, at) => (width(at) < width(chosen) ? at : chosen), first);
  return [label.slice(0, best), label.slice(best + 1)];
}
