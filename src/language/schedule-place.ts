import { UserError } from '../model/errors.ts';
import type { Scissors } from './scissors.ts';

/** Where posts are to go, as it was said. `here`: where the words were typed. */
export type SaidPlace = { readonly channel: string } | { readonly person: string } | { readonly me: true } | { readonly here: true };

const IN = '(?<![^\\s(])(?:(?:post|send)(?: (?:it|this))? )?(?:(?:in|to|into|on|for) )?';
const END = '(?![^\\s,.;!?)])';
const PLACES: readonly { readonly pattern: RegExp; readonly place: (id: string) => SaidPlace }[] = [
  { pattern: new RegExp(`${IN}<#(?<id>[A-Z0-9]+)(?:\\|[^<>]*)?>`, 'u'), place: (channel) => ({ channel }) },
  { pattern: new RegExp(`${IN}<@(?<id>[A-Z0-9]+)(?:\\|[^<>]*)?>`, 'u'), place: (person) => ({ person }) },
  {
    pattern: new RegExp(
      `(?<!\\S)(?:(?:to|dm|message|send) me|(?:to me )?(?:in|by|via|as) (?:an? |my )?(?:dms?|direct messages?))${END}`,
      'iu',
    ),
    place: () => ({ me: true }),
  },
  {
    pattern: new RegExp(`(?<!\\S)(?:(?:(?:in|to) )?here|(?:in|to) this channel)${END}`, 'iu'),
    place: () => ({ here: true }),
  },
];
/** What Slack sends where nothing was picked from its list. */
const TYPED = /(?<!\S)(?:(?:in|to|into) )?(?<name>(?<sign>[#@])[\p{L}\p{N}][^\s,;]*)/iu;

/** Where the posts go, taken out of words as Slack sends them; null where it was not said. */
export function takePlace(scissors: Scissors): SaidPlace | null {
  const places = PLACES.flatMap(({ pattern, place }) => {
    const all: SaidPlace[] = [];
    for (let found = scissors.take(pattern); found; found = scissors.take(pattern)) all.push(place(found.groups?.id ?? ''));
    return all;
  });
  const { name, sign } = TYPED.exec(scissors.plain())?.groups ?? {};
  if (name && !/^@\d/.test(name)) {
    const what = sign === '#' ? 'channel' : 'person';
    throw new UserError(
      `I cannot tell which ${what} “${name}” is.`,
      `Type ${sign} and the first letters, then pick the ${what} from Slack's list while you type.`,
    );
  }
  if (places.length > 1) throw new UserError('I can post a schedule to one place.', 'Make a schedule for each of them.');
  return places[0] ?? null;
}
