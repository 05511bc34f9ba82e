import { tidy } from '../reports/words/names.ts';

/**
 * Text from outside (names, words that somebody typed) on its way into Slack. Where it can, it stands in `plain_text`, which nothing acts
 * in; these are for the other places. All mrkdwn of ours is also `verbatim`, so that Slack makes no links or mentions of it.
 */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What Slack reads as its own markup in any text. */
function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** Characters that look the same and format nothing. Inside a word the first three do no harm: `order_status`. */
const LOOK_ALIKES: Record<string, string> = { '*': '\u2217', _: '\u02cd', '~': '\u223c', '`': '\u02cb' };
const FORMATTING = /(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])|`/gu;

/** For mrkdwn: reads as it was written, formats nothing and links nowhere. */
export function mrkdwnText(text: string): string {
  return escapeText(tidy(text).replace(FORMATTING, (character) => LOOK_ALIKES[character] ?? character));
}

/** For a piece of code: spaces keep their number, and no backtick ends it. */
export function codeText(line: string): string {
  return escapeText(line.replace(/`/g, '\u02cb'));
}

/** For the text of a message, which has no `verbatim`: a word joiner keeps `@here` from being one word. */
export function messageText(text: string): string {
  return escapeText(tidy(text).replace(/@(?=here|channel|everyone)/gi, '@\u2060'));
}
