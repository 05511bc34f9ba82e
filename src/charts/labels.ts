import type { Row } from '../model/result.ts';

/** What would act rather than show: control characters, line breaks, halves of surrogate pairs, marks that turn the direction of text. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** About how wide letters are, the usual one being 1. The first that matches counts. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^[\p{M}ijlftrI1 .,:;'’|!()[\]-]$/u, 0.5],
  [/^[mwMW@%…]$/u, 1.5],
  [/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]$/u, 2],
  [/^\p{Emoji_Presentation}$/u, 2],
  [/^\p{Lu}$/u, 1.25],
];

/** A name from outside as one short line: at most `room` letters of usual width, the last of them an ellipsis where something was cut. */
export function shortLabel(name: string, room: number): string {
  const line = name.replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();
  const points = [...line];
  if (points.length === 0) return '–';
  if (width(points) <= room) return line;
  const kept: string[] = [];
  for (const point of points) {
    if (width([...kept, point, '…']) > room) break;
    kept.push(point);
  }
  return `${kept.join('').trimEnd()}…`;
}

function width(points: readonly string[]): number {
  return points.reduce((sum, point) => sum + (WIDTHS.find(([letters]) => letters.test(point))?.[1] ?? 1), 0);
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

/** A row that is an hour of a day, and the same in words: `Tue 10 Nov 04:00`. */
const HOUR_KEY = /^(?<day>\d{4}-\d{2}-\d{2}) (?<hour>\d{2}):00$/;
const HOUR_LABEL = /^(?<day>.+) (?<time>\d{2}:\d{2})$/;

/** So many labels of two lines (`Tue` over `10 Nov`) fit side by side, also beside a legend. */
const MOST_TICKS = 7;

/** In hours, finest first: days are divided into halves or quarters, or only every so many days is named. */
const STEPS = [6, 12, 24, 48, 72, 96, 120, 144, 168, 336] as const;

interface Hour {
  readonly day: string;
  readonly hour: number;
  readonly dayLabel: string;
  readonly time: string;
}

/**
 * For hours of more than one day: the day's name where it begins, and the time at halves or quarters of a day where there is room.
 * Evenly skipped labels would name odd hours of each day. null for all other rows.
 */
export function dayTicks(rows: readonly Row[]): readonly string[] | null {
  const hours = rows.flatMap((row) => hourOf(row) ?? []);
  const days = [...new Set(hours.map(({ day }) => day))];
  if (hours.length < rows.length || days.length < 2) return null;
  const isFirst = hours.map(({ day }, index) => day !== hours[index - 1]?.day);
  // Of some hours of each day none may be at midnight: there the first one has the day's name.
  if (hours.some(({ hour }, index) => index > 0 && isFirst[index] && hour !== 0)) {
    const every = Math.ceil(days.length / MOST_TICKS);
    return hours.map(({ day, dayLabel }, index) => (isFirst[index] && days.indexOf(day) % every === 0 ? dayLabel : ''));
  }
  // Counted from the first day that is whole, so that it is always named.
  const firstWhole = hours[0]?.hour === 0 ? 0 : 1;
  const numbers = new Map(days.map((day, index) => [day, index - firstWhole]));
  const ticksEvery = (step: number) => hours.map((one) => tick(one, numbers.get(one.day) ?? 0, step));
  const count = (ticks: readonly string[]) => ticks.filter((text) => text !== '').length;
  return STEPS.map(ticksEvery).find((ticks) => count(ticks) <= MOST_TICKS) ?? null;
}

function tick({ hour, dayLabel, time }: Hour, dayNumber: number, step: number): string {
  if ((dayNumber * 24 + hour) % step !== 0) return '';
  return hour === 0 ? dayLabel : time;
}

function hourOf(row: Row): Hour | null {
  const moment = dayAndHour(row);
  const { day: dayLabel, time } = HOUR_LABEL.exec(row.label)?.groups ?? {};
  return moment && dayLabel !== undefined && time !== undefined ? { ...moment, dayLabel, time } : null;
}

/** The date and the hour (0–23) of a row that is an hour of a day; null for all others. */
export function dayAndHour({ key }: Row): { readonly day: string; readonly hour: number } | null {
  const { day, hour } = HOUR_KEY.exec(key)?.groups ?? {};
  return day === undefined ? null : { day, hour: Number(hour) };
}
