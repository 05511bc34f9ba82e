import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  ImageBlock,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  SectionBlock,
} from '@slack/types';
import type { Suggestion } from '../model/errors.ts';
import { tidy } from '../reports/words/names.ts';
import type { Choice } from './menu.ts';
import type { KnownBlock, Message, Picture } from './message.ts';
import { codeText, messageText } from './safe-text.ts';

/** Slack's limits. Lengths are in characters; we count UTF-16 units, and no other way to count finds more. */
export const LIMITS = {
  messageBlocks: 50,
  /** Slack cuts at 40,000 and asks for no more than these. */
  messageText: 4000,
  text: 3000,
  field: 2000,
  fields: 10,
  header: 150,
  altText: 2000,
  actions: 25,
  buttonText: 75,
  buttonValue: 2000,
  menu: 5,
  optionValue: 150,
  modalTitle: 24,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

/** Slack refuses an empty text. */
const EMPTY = '–';

/** What is sent: words that stand alone, for notifications and screen readers, and the blocks that most people see instead. */
export function message(text: string, blocks: readonly KnownBlock[]): Message {
  return { text: truncateEscaped(messageText(text), LIMITS.messageText) || EMPTY, blocks: blocks.slice(0, LIMITS.messageBlocks) };
}

/** For texts from outside: nothing acts in it, no mention, link, formatting or emoji name. */
export function plain(text: string, limit: number = LIMITS.text): PlainTextElement {
  return { type: 'plain_text', text: truncate(tidy(text), limit) || EMPTY, emoji: false };
}

/** For texts with formatting of our own, in which those from outside went through `mrkdwnText`. */
export function mrkdwn(text: string, limit: number = LIMITS.text): MrkdwnElement {
  return { type: 'mrkdwn', text: truncateEscaped(text, limit) || EMPTY, verbatim: true };
}

/** Cut between code points, with an ellipsis. */
function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const point of text) {
    if (kept.length + point.length >= limit) break;
    kept += point;
  }
  return `${kept}…`;
}

/** The same for a text with entities: half of one would be read as it stands. */
function truncateEscaped(text: string, limit: number): string {
  return text.length <= limit ? text : truncate(text, limit).replace(/&[a-z]*…$/, '…');
}

export const divider: DividerBlock = { type: 'divider' };

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.header) };
}

/** A text, and what can be done about it beside it. */
export function section(text: PlainTextElement | MrkdwnElement, press?: Press): SectionBlock {
  return { type: 'section', text, ...(press && { accessory: button(press, 0) }) };
}

/**
 * Lines of a fixed-width font, each a piece of code by itself: a fenced block is not drawn by every client, and one that is cut inside does
 * not end. Whole lines are left out where they are too many. Spaces are hard, so that nothing folds them.
 */
export function fixedWidth(lines: readonly string[]): SectionBlock {
  return fixedWidths(lines)[0] ?? section(mrkdwn(''));
}

/** The same in as many sections as it takes. */
export function fixedWidths(lines: readonly string[]): readonly SectionBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const code = `\`${codeText(line).replaceAll(' ', '\u00a0')}\`\n`;
    const last = texts.at(-1);
    if (last === undefined || last.length + code.length > LIMITS.text) texts.push(code);
    else texts[texts.length - 1] = last + code;
  }
  return texts.map((text) => section(mrkdwn(text.trimEnd())));
}

/** Texts of two lines, in two columns. */
export function fields(texts: readonly string[]): SectionBlock {
  return { type: 'section', fields: texts.slice(0, LIMITS.fields).map((text) => mrkdwn(text, LIMITS.field)) };
}

/** Small print, a line each. */
export function context(lines: readonly string[]): ContextBlock {
  return { type: 'context', elements: [mrkdwn(lines.join('\n'))] };
}

export function image(picture: Picture, altText: string): ImageBlock {
  const source = 'slackFile' in picture ? { slack_file: { id: picture.slackFile } } : { image_url: picture.imageUrl };
  return { type: 'image', alt_text: truncate(tidy(altText), LIMITS.altText) || EMPTY, ...source };
}

/** Something to press. Its words are asked as if they had been typed, unless it opens a form, which is given them. */
export interface Press extends Suggestion {
  /** The name of a form. */
  readonly opens?: string;
  /** Its answer is too long for a conversation, and is shown in a modal. */
  readonly isLong?: true;
  /** What is asked before it happens; for what cannot be undone. */
  readonly confirm?: string;
}

/** Slack's action ids: what is before the colon tells the listeners apart, the number the buttons of one block. */
const actionId = ({ opens, isLong }: Press, index: number): string =>
  opens === undefined ? `${isLong ? 'show' : 'ask'}:${index}` : `open:${opens}:${index}`;

/**
 * Things to press, or nothing when there are none. Their words are never cut: they would ask something else. `from` keeps the ids of several
 * rows in one message apart.
 */
export function buttons(presses: readonly Press[], from = 0): readonly ActionsBlock[] {
  const elements = pressable(presses, from);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

export interface ButtonRow {
  readonly presses: readonly Press[];
  /** In a menu at the end. */
  readonly choices: readonly Choice[];
  /** As of `buttons`. */
  readonly from: number;
}

/** The same with a menu at the end; it may be all that there is. */
export function buttonRow({ presses, choices, from }: ButtonRow): readonly ActionsBlock[] {
  const elements = [...pressable(presses, from).slice(0, LIMITS.actions - 1), ...menu(choices, from)];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function pressable(presses: readonly Press[], from: number): Button[] {
  return presses
    .filter(({ words, opens }) => (words !== '' || opens !== undefined) && words.length <= LIMITS.buttonValue)
    .slice(0, LIMITS.actions)
    .map((press, index) => button(press, from + index));
}

/** What does not fit is left out as a whole: half of the words would ask something else. */
function menu(choices: readonly Choice[], index: number): Overflow[] {
  const options = choices
    .filter(({ words }) => words !== '' && words.length <= LIMITS.optionValue)
    .slice(0, LIMITS.menu)
    .map(({ label, words, url }) => ({ text: plain(label, LIMITS.buttonText), value: words, ...(url !== undefined && { url }) }));
  return options.length === 0 ? [] : [{ type: 'overflow', action_id: `more:${index}`, options }];
}

function button(press: Press, index: number): Button {
  return {
    type: 'button',
    text: plain(press.label, LIMITS.buttonText),
    ...(press.words === '' ? {} : { value: press.words }),
    action_id: actionId(press, index),
    ...(press.confirm === undefined ? {} : { style: 'danger', confirm: confirmation(press.label, press.confirm) }),
  };
}

function confirmation(label: string, question: string): ConfirmationDialog {
  return {
    title: plain(label, LIMITS.confirmTitle),
    text: plain(question, LIMITS.confirmText),
    confirm: plain(label, LIMITS.confirmButton),
    deny: plain('Cancel', LIMITS.confirmButton),
    style: 'danger',
  };
}
