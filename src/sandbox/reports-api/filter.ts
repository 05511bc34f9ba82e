import type { Chat } from '../chats.ts';

export type Passes = (chat: Chat) => boolean;

/** Everything that can be said about a list that a chat carries. */
export interface Condition<T> {
  /** true: it carries something; false: nothing. */
  readonly exists?: boolean | undefined;
  readonly values?: readonly T[] | undefined;
  readonly exclude_values?: readonly T[] | undefined;
  /** Turns "any of these" into "all of these". */
  readonly require_every_value?: boolean | undefined;
}

/** An absent part of a condition, like an absent condition, lets every chat pass. */
export function where<T>(carried: (chat: Chat) => readonly T[], condition: Condition<T> = {}): Passes {
  const { exists, values, exclude_values, require_every_value = false } = condition;
  const has = (chat: Chat, wanted: readonly T[]) => {
    const there = carried(chat);
    return require_every_value ? wanted.every((value) => there.includes(value)) : wanted.some((value) => there.includes(value));
  };
  return (chat) =>
    (exists === undefined || carried(chat).length > 0 === exists) &&
    (values === undefined || has(chat, values)) &&
    (exclude_values === undefined || !has(chat, exclude_values));
}

/** E-mail addresses are the same in any case, here and there; tags are not. */
export function whereAgents(condition: Condition<string> = {}): Passes {
  const lower = (emails: readonly string[] | undefined) => emails?.map((email) => email.toLowerCase());
  return where((chat) => chat.agents.map((email) => email.toLowerCase()), {
    ...condition,
    values: lower(condition.values),
    exclude_values: lower(condition.exclude_values),
  });
}

export const allOf =
  (tests: readonly Passes[]): Passes =>
  (chat) =>
    tests.every((passes) => passes(chat));
