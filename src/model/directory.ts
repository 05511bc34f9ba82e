export interface Named<Id> {
  readonly id: Id;
  readonly name: string;
}

/** Why a list is not there. `forbidden`: the token lacks the scope; `unavailable`: LiveChat has not given it (yet). */
export type Absent = 'forbidden' | 'unavailable';

/** What LiveChat calls its agents (by e-mail address), groups and tags. */
export interface Directory {
  readonly agents: readonly Named<string>[] | Absent;
  readonly groups: readonly Named<number>[] | Absent;
  readonly tags: readonly string[] | Absent;
}

/** Nothing is known yet. */
export const NO_NAMES: Directory = { agents: 'unavailable', groups: 'unavailable', tags: 'unavailable' };

/** What somebody or something is called; undefined: nobody knows. */
export function nameOf<Id>(list: readonly Named<Id>[] | Absent | undefined, id: Id): string | undefined {
  return typeof list === 'object' ? list.find((each) => each.id === id)?.name : undefined;
}
