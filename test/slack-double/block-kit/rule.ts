import { isObject, type JsonObject } from '../json.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

export interface Complaint {
  readonly message: string;
  /** JSON pointer of what is wrong, as Slack prints it. */
  readonly pointer: string;
}

/** Everything that is wrong with a value, each with its place. The words are Slack's own where they are known. */
export type Rule = (value: unknown, at: string, surface: Surface) => readonly Complaint[];

/** A rule about a whole object, run after the rules of its fields. */
export type Also = (value: JsonObject, at: string) => readonly Complaint[];

export const complain = (message: string, pointer: string): readonly Complaint[] => [{ message, pointer }];
const FINE: readonly Complaint[] = [];

/** Code points: how Slack counts is not documented, and a person counts no surrogates. */
export const lengthOf = (text: string): number => [...text].length;

export const string =
  (max = Number.POSITIVE_INFINITY, min = 1): Rule =>
  (value, at) => {
    if (typeof value !== 'string') return complain('must provide a string', at);
    if (lengthOf(value) > max) return complain(`must be less than ${max + 1} characters`, at);
    return lengthOf(value) < min ? complain(`must be more than ${min - 1} characters`, at) : FINE;
  };

export const matching =
  (pattern: RegExp, what: string): Rule =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? FINE : complain(`must be a valid ${what}`, at);

export const url = (max = 3000): Rule => all(string(max), matching(/^https?:\/\/[^\s]+$/, 'URL'));

export const number =
  (min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Rule =>
  (value, at) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return complain('must provide a number', at);
    if (value > max) return complain(`must be less than or equal to ${max}`, at);
    return value < min ? complain(`must be greater than or equal to ${min}`, at) : FINE;
  };

export const integer =
  (min: number, max: number): Rule =>
  (value, at, surface) =>
    Number.isInteger(value) ? number(min, max)(value, at, surface) : complain('must provide an integer', at);

export const boolean: Rule = (value, at) => (typeof value === 'boolean' ? FINE : complain('must provide a boolean', at));

export const oneOf =
  (...values: readonly unknown[]): Rule =>
  (value, at) =>
    values.includes(value) ? FINE : complain('must be a valid enum value', at);

export const list =
  (item: Rule, max = Number.POSITIVE_INFINITY, min = 1): Rule =>
  (value, at, surface) => {
    if (!Array.isArray(value)) return complain('must provide an array', at);
    if (value.length > max) return complain(`no more than ${max} items allowed`, at);
    if (value.length < min) return complain(`must provide at least ${min} items`, at);
    return value.flatMap((each, index) => item(each, `${at}/${index}`, surface));
  };

/** The first rule that complains speaks. */
export const all =
  (...rules: readonly Rule[]): Rule =>
  (value, at, surface) => {
    for (const rule of rules) {
      const complaints = rule(value, at, surface);
      if (complaints.length > 0) return complaints;
    }
    return FINE;
  };

type Fields = Readonly<Record<string, Rule>>;

/** An object with these fields and no others. `type` is read by whoever chose the shape. */
export const shape = (required: Fields, optional: Fields = {}, ...also: readonly Also[]): Rule => {
  const fields = new Map(Object.entries({ ...required, ...optional }));
  return (value, at, surface) => {
    if (!isObject(value)) return complain('must provide an object', at);
    const complaints = [
      ...Object.keys(required).flatMap((name) => (value[name] === undefined ? complain(`missing required field: ${name}`, at) : FINE)),
      ...Object.entries(value).flatMap(([name, field]) => {
        const rule = fields.get(name);
        if (rule) return rule(field, `${at}/${name}`, surface);
        return name === 'type' ? FINE : complain(`invalid additional property: ${name}`, at);
      }),
    ];
    return complaints.length > 0 ? complaints : also.flatMap((check) => check(value, at));
  };
};

/** Chooses the rule by the object's `type`. */
export const byType = (rules: Fields): Rule => {
  const table = new Map(Object.entries(rules));
  return (value, at, surface) => {
    if (!isObject(value)) return complain('must provide an object', at);
    if (value.type === undefined) return complain('missing required field: type', at);
    const type = String(value.type);
    const rule = table.get(type);
    return rule ? rule(value, at, surface) : complain(`unsupported type: ${type}`, `${at}/type`);
  };
};

/** Known on these surfaces; on any other, as if there were no such type. */
export const onSurfaces =
  (surfaces: readonly Surface[], rule: Rule): Rule =>
  (value, at, surface) =>
    surfaces.includes(surface) ? rule(value, at, surface) : byType({})(value, at, surface);

export const exactlyOne =
  (...names: readonly string[]): Also =>
  (value, at) => {
    const given = names.filter((name) => value[name] !== undefined);
    if (given.length === 1) return FINE;
    return complain(given.length === 0 ? `missing required field: ${names[0]}` : `must provide only one of: ${names.join(', ')}`, at);
  };

export const atLeastOne =
  (...names: readonly string[]): Also =>
  (value, at) =>
    names.some((name) => value[name] !== undefined) ? FINE : complain(`must provide at least one of: ${names.join(', ')}`, at);
