import { isObject, type JsonObject, objectsIn, textAt } from './json.ts';

/** `<!here>`, `<@U1>`, `<#C1>`, `<!subteam^S1>`, `<https://…|words>`: active wherever mrkdwn is read. A date is neither ping nor link. */
const CONTROL = /<(?!!date\^)[!@#][^>]*>|<(?:https?|mailto):[^>]*>/g;
/** What Slack finds by itself in a text that is not `verbatim`: names, channels, addresses. */
const BARE =
  /(?<![\w@&])@(?:here|channel|everyone)\b|(?<![\w&])#[\p{L}\d][\p{L}\d_-]*|\bhttps?:\/\/[^\s<>|]+|[\w.+-]+@[\w-]+\.\w+|\b(?:[a-z\d-]+\.)+(?:com|net|org|io|dev|app|co|eu|pl|de|uk|xyz|info)\b/giu;

/** A message, a view or any blocks. */
export type Speech = string | readonly JsonObject[] | JsonObject;

/** Every piece of it that would ping somebody or become a link, in reading order: none, where names are only names. */
export function mentions(speech: Speech): readonly string[] {
  if (typeof speech === 'string') return inMrkdwn(speech, false);
  if (!isObject(speech)) return speech.flatMap(inBlock);
  const text = textAt(speech, 'text');
  return [...(text === '' ? [] : inTopText(text, speech)), ...objectsIn(speech.blocks).flatMap(inBlock)];
}

/**
 * The text of a message links no names by itself unless it is told to; its addresses unfurl unless that is off, and link where no blocks
 * hide it. Flags are words where they come from a form.
 */
function inTopText(text: string, { parse, link_names, unfurl_links, blocks }: JsonObject): readonly string[] {
  const linksNames = parse === 'full' || String(link_names) === 'true';
  const showsLinks = String(unfurl_links) !== 'false' || objectsIn(blocks).length === 0;
  return inMrkdwn(text, false).filter((piece) => piece.startsWith('<') || (/^[@#]/.test(piece) ? linksNames : showsLinks));
}

function inMrkdwn(text: string, verbatim: boolean): readonly string[] {
  const control = text.match(CONTROL) ?? [];
  return verbatim ? control : [...control, ...(text.replace(/<[^>]*>/g, ' ').match(BARE) ?? [])];
}

const RICH: ReadonlyMap<string, string> = new Map([
  ['user', 'user_id'],
  ['usergroup', 'usergroup_id'],
  ['channel', 'channel_id'],
  ['broadcast', 'range'],
  ['link', 'url'],
]);

/** Walks everything: a text object is where it is, not where we expect it. */
function inBlock(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(inBlock);
  if (!isObject(value)) return [];
  const type = textAt(value, 'type');
  const text = textAt(value, 'text');
  if (type === 'mrkdwn') return inMrkdwn(text, value.verbatim === true);
  if (type === 'markdown') return inMrkdwn(text.replace(/\]\((https?:[^)\s]+)\)/g, '] $1 '), false);
  const field = RICH.get(type);
  return field && value[field] !== undefined ? [`${type} ${textAt(value, field)}`] : Object.values(value).flatMap(inBlock);
}
