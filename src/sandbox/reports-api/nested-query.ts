import { invalid } from './reply.ts';

/** A text that cannot be read stays a text, for the validation to name. */
const asText = (text: string): unknown => text;
const asInteger = (text: string): unknown => (/^-?\d+$/.test(text) ? Number(text) : text);
const asBoolean = (text: string): unknown => (text === 'true' ? true : text === 'false' ? false : text);

/**
 * Makes of `filters.tags.values=spam` what stands in the body of a POST. Names of properties are in brackets, all else is joined by
 * dots; lists repeat their key.
 */
export function fromQuery(query: URLSearchParams): unknown {
  const unknown = new Set([...query.keys()].filter((key) => key.startsWith('filters.')));
  const take = (key: string) => {
    unknown.delete(key);
    return query.getAll(key);
  };
  const single = (key: string) => take(key).join() || undefined;
  const condition = (name: string, readValue: typeof asText) => {
    const read = { exists: asBoolean, values: readValue, exclude_values: readValue, require_every_value: asBoolean };
    const parts = Object.entries(read).flatMap(([part, readOne]) => {
      const values = take(`filters.${name}.${part}`).map(readOne);
      return values.length > 0 ? [[part, part.endsWith('values') ? values : values.at(-1)]] : [];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  };
  const isFiltered = unknown.size > 0;
  const client = condition('properties[source][customer_client_id]', asText);
  const unassigned = condition('properties[routing][unassigned]', asBoolean);
  const filters = {
    from: single('filters.from'),
    to: single('filters.to'),
    agents: condition('agents', asText),
    groups: condition('groups', asInteger),
    tags: condition('tags', asText),
    properties:
      client || unassigned ? { source: client && { customer_client_id: client }, routing: unassigned && { unassigned } } : undefined,
  };
  const [stranger] = unknown;
  if (stranger) throw invalid(`\`${stranger}\` is not a filter that the sandbox knows`);
  return { distribution: single('distribution'), timezone: single('timezone'), filters: isFiltered ? filters : undefined };
}
