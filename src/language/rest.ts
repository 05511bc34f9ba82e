/** The words that are not yet understood, in their order. What was understood is gone, and the words on its two sides are apart. */
export type Rest = readonly string[];

export interface Found<T> {
  readonly value: T;
  readonly index: number;
  readonly length: number;
}

export interface Taken<T> {
  readonly values: readonly T[];
  readonly rest: Rest;
}

export interface Search<T> {
  readonly find: (text: string) => Found<T> | null;
  /** Where more would change nothing, they stay in the rest and cost no time. */
  readonly most?: number;
}

/** Takes everything out that is found, from left to right. */
export function take<T>(rest: Rest, { find, most = Number.POSITIVE_INFINITY }: Search<T>): Taken<T> {
  const values: T[] = [];
  const seek = (text: string): Found<T> | null => (values.length < most ? find(text) : null);
  const left: string[] = [];
  for (let text of rest) {
    for (let found = seek(text); found; found = seek(text)) {
      values.push(found.value);
      left.push(text.slice(0, found.index));
      text = text.slice(found.index + found.length);
    }
    left.push(text);
  }
  return { values, rest: left.map((text) => text.trim()).filter((text) => text !== '') };
}
