import { UserError } from '../model/errors.ts';
import type { Filters } from '../model/query.ts';

/** The API takes one condition on tags: any of these, none of these, or whether there are tags at all. */
export type TagFilter =
  | { readonly by: 'any of'; readonly tags: readonly string[] }
  | { readonly by: 'none of'; readonly tags: readonly string[] }
  | { readonly by: 'tagged'; readonly tagged: boolean };

/** Brings what was asked about tags down to one condition, or says in words why that cannot be. */
export function tagFilter({ tags = [], withoutTags = [], tagged }: Filters): TagFilter | null {
  if (tags.length > 0) {
    if (tagged === false) throw new UserError('No chat has a tag and is untagged.', 'Ask for the tag or for untagged chats.');
    if (withoutTags.length > 0) throw twoConditions();
    return { by: 'any of', tags };
  }
  if (withoutTags.length > 0 && tagged === true) throw twoConditions();
  // Untagged chats carry none of any tags.
  if (withoutTags.length > 0 && tagged === undefined) return { by: 'none of', tags: withoutTags };
  return tagged === undefined ? null : { by: 'tagged', tagged };
}

function twoConditions(): UserError {
  return new UserError(
    'LiveChat takes only one condition on tags.',
    'Ask for chats with a tag or for chats without one, not for both at once.',
  );
}
