import type { Table } from '../model/result.ts';
import { withAllUses } from './all-uses.ts';
import { type Against, againstUsual, type PartOfDay } from './usual.ts';

/** By hour, over the day and the weeks before it; null where LiveChat did not answer. */
export interface Hourly {
  readonly duration: Table | null;
  readonly tags: Table | null;
}

/** The four numbers of a day that every version of the Reports API knows. */
export function numbersOfToday({ duration, tags }: Hourly, part: PartOfDay): Against[] {
  const lengths = duration ? againstUsual(duration, part) : [];
  const [uses, ...byTag] = tags ? againstUsual(withAllUses(tags), part) : [];
  const top = byTag.reduce<Against | null>((most, one) => ((one.value ?? 0) > (most?.value ?? 0) ? one : most), null);
  return [
    ...lengths.filter(({ key }) => key === 'chats' || key === 'chatting'),
    ...(uses ? [uses] : []),
    ...(top ? [{ ...top, label: `Top tag: ${top.label}` }] : []),
  ];
}
