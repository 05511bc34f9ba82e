import type { Only, Temporal } from '../../model/time.ts';

/** Whether what begins at a wall time is of the parts that a range is narrowed to. */
export function isOf(only: Only | undefined, { dayOfWeek, hour }: Temporal.PlainDateTime): boolean {
  return only === undefined || (isOfDays(only, dayOfWeek) && isOfHours(only, hour));
}

const isOfDays = ({ days }: Only, dayOfWeek: number): boolean => days === undefined || days.includes(dayOfWeek);

function isOfHours({ hours }: Only, hour: number): boolean {
  if (hours === undefined) return true;
  const { from, to } = hours;
  // Over midnight: of the day's hours those that are not left out in between.
  return from < to ? from <= hour && hour < to : from <= hour || hour < to;
}
