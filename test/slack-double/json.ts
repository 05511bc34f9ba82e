export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a list that are objects, each with its place: what a careful reader does with a value of unknown shape. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text under the first name, one level deeper for each further name; empty when it is not there. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((node, name) => (isObject(node) ? node[name] : undefined), value);
  return typeof found === 'string' ? found : '';
}

/** What JSON makes of it, or undefined where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
