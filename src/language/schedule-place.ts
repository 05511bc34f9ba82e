import { UserError } from '../model/errors.ts';
import { createScissors, type Scissors } from './scissors.ts';

/** Where posts are to go, as it was said. `here`: where the words were typed. */
export type SaidPlace = { readonly channel: string } | { readonly person: string } | { readonly me: true } | { readonly here: true };

const IN = '(?<![^\\s(])(?:(?:post|send)(?: (?:it|this))? )?(?:(?:in|to|into|on|for) )?';
const END = '(?![^\\s,.;!?)])';
const CHANNEL = '<#(?<id>[A-Z0-9]+)(?:\\|[^<>]*)?>';
const PLACES: readonly { readonly pattern: RegExp; readonly place: (id: string) => SaidPlace }[] = [
  { pattern: new RegExp(`${IN}${CHANNEL}`, 'u'), place: (channel) => ({ channel }) },
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

/** A name that was typed to its end, which Slack sends as it is. */
export function unknownName(name: string, what: 'channel' | 'person'): UserError {
  const sign = what === 'channel' ? '#' : '@';
  return new UserError(
    `I cannot tell which ${what} “${name}” is.`,
    `Type ${sign} and the first letters, then pick the ${what} from Slack's list while you type.`,
  );
}

function takeIds(scissors: Scissors, pattern: RegExp): readonly string[] {
  const ids: string[] = [];
  for (let found = scissors.take(pattern); found; found = scissors.take(pattern)) ids.push(found.groups?.id ?? '');
  return ids;
}

/** Where the posts go, taken out of words as Slack sends them; null where it was not said. */
export function takePlace(scissors: Scissors): SaidPlace | null {
  const places = PLACES.flatMap(({ pattern, place }) => takeIds(scissors, pattern).map(place));
  const { name, sign } = TYPED.exec(scissors.plain())?.groups ?? {};
  if (name && !/^@\d/.test(name)) {
    throw unknownName(name, sign === '#' ? 'channel' : 'person');
  }
  if (places.length > 1) throw new UserError('I can post a schedule to one place.', 'Make a schedule for each of them.');
  return places[0] ?? null;
}

const LEAD = '(?<![^\\s(])(?:(?:and )?(?:post|send|share)(?: (?:it|this|that|them))? )?(?:in|to|into|on) ';
const IN_CHANNEL = new RegExp(`${LEAD}${CHANNEL}`, 'iu');
const IN_TYPED = new RegExp(`${LEAD}(?<name>#[\\p{L}\\p{N}][^\\s,;]*)`, 'iu');
const POST = /^(?:please )?(?:post|share) /iu;

/** Words of a question, and the channel that everybody is to read the answer in; null: nobody else is. */
export interface Addressed {
  readonly words: string;
  readonly channel: string | null;
}

/** Takes `in #support` out of a question's words as Slack sends them. A `#` without such a word before it may be a tag. */
export function takeChannel(words: string): Addressed {
  if (!words.includes('#')) return { words, channel: null };
  const scissors = createScissors(words);
  const [channel = null, ...others] = new Set(takeIds(scissors, IN_CHANNEL));
  if (others.length > 0) throw new UserError('I can post to one channel at a time.', 'Ask for each of them alone.');
  const { name } = IN_TYPED.exec(scissors.plain())?.groups ?? {};
  if (name) throw unknownName(name, 'channel');
  return channel === null ? { words, channel } : { words: scissors.text().replace(POST, ''), channel };
}
