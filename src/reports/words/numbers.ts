import type { Unit, Value } from '../../model/result.ts';

/** `signDisplay` keeps a minus zero from showing its sign. */
const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, signDisplay: 'negative' });

/** `2,318` */
export function count(value: number): string {
  return COUNT.format(value);
}

/** `1 chat`, `1,980 chats` */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** `45s`, `14m 35s`, `1h 02m`: two units at most, rounded to the smaller one. */
export function duration(seconds: number): string {
  const sign = Math.round(seconds) < 0 ? '-' : '';
  const whole = Math.round(Math.abs(seconds));
  if (whole < 60) return `${sign}${whole}s`;
  if (whole < 3600) return `${sign}${Math.floor(whole / 60)}m ${twoDigits(whole % 60)}s`;
  const minutes = Math.round(Math.abs(seconds) / 60);
  return `${sign}${count(Math.floor(minutes / 60))}h ${twoDigits(minutes % 60)}m`;
}

/** A value as it stands in a cell or a field; how "no data" is shown depends on where. */
export function inWords(value: Value, unit: Unit, nothing = 'no data'): string {
  if (value === null) return nothing;
  return unit === 'seconds' ? duration(value) : count(value);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
