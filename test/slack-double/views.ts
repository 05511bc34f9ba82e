import { type JsonObject, textAt } from './json.ts';
import { Refusal } from './refusal.ts';
import type { Signal } from './signal.ts';

export interface View {
  readonly id: string;
  /** Changes with every change: who updates by an old one is told so. */
  readonly hash: string;
  readonly user: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** As the app sent it. */
  readonly content: JsonObject;
}

const DEEPEST_STACK = 3;

export type Views = ReturnType<typeof createViews>;

/** A Home tab per person, and a stack of modals that only its top shows. */
export function createViews(nextId: (prefix: string) => string, signal: Signal) {
  const homes = new Map<string, View>();
  const stacks = new Map<string, readonly View[]>();
  const stackOf = (user: string): readonly View[] => stacks.get(user) ?? [];
  const everyView = (): readonly View[] => [...homes.values(), ...[...stacks.values()].flat()];
  const setStack = (user: string, stack: readonly View[]): void => {
    stacks.set(user, stack);
    signal.notify();
  };
  const sameHash = (view: View | undefined, hash: string): void => {
    if (hash && view?.hash !== hash) throw new Refusal('hash_conflict');
  };
  const freeExternalId = (content: JsonObject, besides?: View): void => {
    const id = textAt(content, 'external_id');
    if (id && everyView().some((view) => view.id !== besides?.id && view.content.external_id === id))
      throw new Refusal('duplicate_external_id');
  };

  const changed = (old: View, content: JsonObject): View => {
    if (old.content.type !== content.type) throw new Refusal('invalid_arguments');
    freeExternalId(content, old);
    const view = { ...old, content, hash: nextId('hash-') };
    if (homes.has(old.user) && homes.get(old.user)?.id === old.id) homes.set(old.user, view);
    setStack(
      old.user,
      stackOf(old.user).map((each) => (each.id === old.id ? view : each)),
    );
    return view;
  };
  const push = (user: string, content: JsonObject): View => {
    const stack = stackOf(user);
    if (stack.length === DEEPEST_STACK) throw new Refusal('push_limit_reached');
    freeExternalId(content);
    const id = nextId('V');
    const view = { id, hash: nextId('hash-'), user, rootId: stack[0]?.id ?? id, previousId: stack.at(-1)?.id ?? null, content };
    setStack(user, [...stack, view]);
    return view;
  };

  return {
    find: (id: string): View | undefined => everyView().find((view) => view.id === id),
    home: (user: string): View | null => homes.get(user) ?? null,
    modal: (user: string): View | null => stackOf(user).at(-1) ?? null,
    push,
    /** A new modal takes the place of whatever the person had open. */
    open: (user: string, content: JsonObject): View => {
      setStack(user, []);
      return push(user, content);
    },
    change: changed,
    update: (name: { readonly id: string; readonly externalId: string }, content: JsonObject, hash: string): View => {
      const view = everyView().find(
        (each) => each.id === name.id || (name.externalId !== '' && each.content.external_id === name.externalId),
      );
      if (!view) throw new Refusal('not_found');
      sameHash(view, hash);
      return changed(view, content);
    },
    publish: (user: string, content: JsonObject, hash: string): View => {
      const old = homes.get(user);
      sameHash(old, hash);
      const id = old?.id ?? nextId('V');
      const view = old ? changed(old, content) : { id, hash: nextId('hash-'), user, rootId: id, previousId: null, content };
      homes.set(user, view);
      signal.notify();
      return view;
    },
    closeTop: (user: string): void => setStack(user, stackOf(user).slice(0, -1)),
    closeAll: (user: string): void => setStack(user, []),
  };
}
