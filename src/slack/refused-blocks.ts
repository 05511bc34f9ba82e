import { WebAPIPlatformError } from '@slack/web-api';
import type { KnownBlock, Message } from '../presentation/message.ts';

const POINTER = /json-pointer:\/(?:view\/)?blocks\/(\d+)/g;

/**
 * The same message without the blocks that Slack refused: those that its pointers name, or the pictures when it names none, since a
 * picture is what it refuses most and the numbers stand in the text. The same message when nothing would be left out.
 */
export function withoutRefused(message: Message, pointers: readonly string[]): Message {
  const named = new Set(pointers.flatMap((text) => [...text.matchAll(POINTER)].map((match) => Number(match[1]))));
  const refused = (block: KnownBlock, index: number) => (named.size > 0 ? named.has(index) : block.type === 'image');
  const blocks = message.blocks.filter((block, index) => !refused(block, index));
  return blocks.length === message.blocks.length ? message : { text: message.text, blocks };
}

/** The files of the pictures that one message has and the other does not. */
export function filesLeftOut(message: Message, lighter: Message): readonly string[] {
  const left = new Set(lighter.blocks);
  return message.blocks.flatMap((block) =>
    block.type === 'image' && 'slack_file' in block && 'id' in block.slack_file && !left.has(block) ? [block.slack_file.id] : [],
  );
}

/** Slack refuses what a message is made of: it names the places, or finds all of it too long. */
export interface Refusal {
  readonly pointers: readonly string[];
  readonly isTooLong: boolean;
}

const TOO_LONG: ReadonlySet<string> = new Set(['msg_blocks_too_long', 'msg_too_long', 'view_too_large']);
/** Messages are refused by the first name, views by the second. */
const INVALID: ReadonlySet<string> = new Set(['invalid_blocks', 'invalid_arguments']);

/** By Slack's code; null: it refused for another reason. */
export function refusalBy(code: string, pointers: readonly string[] = []): Refusal | null {
  const isTooLong = TOO_LONG.has(code);
  return isTooLong || INVALID.has(code) ? { pointers, isTooLong } : null;
}

/** The same of an error of Slack's client. */
export function refusalIn(error: unknown): Refusal | null {
  return error instanceof WebAPIPlatformError ? refusalBy(error.data.error, error.data.response_metadata?.messages) : null;
}

/** Slack's advice for a text. */
const LONGEST_TEXT = 3_900;

/** Half of a character cannot be sent at all. */
const wordsOf = ({ text }: Message): Message => ({ text: text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, ''), blocks: [] });

/**
 * What Slack may take instead of what it refused: the plainer self, then the same without what it named, at last the words alone; null when
 * nothing is left to leave out. Each is less than the one before, so that asking again and again comes to an end.
 */
export async function lighter(message: Message, { pointers, isTooLong }: Refusal): Promise<Message | null> {
  const plainer = await message.plainer?.().catch(() => null);
  if (plainer) return { text: plainer.text, blocks: plainer.blocks };
  const without = isTooLong ? message : withoutRefused(message, pointers);
  if (without !== message && without.blocks.length > 0) return without;
  const words = wordsOf(message);
  return message.blocks.length > 0 || words.text.length < message.text.length ? words : null;
}

/** Sends a message, and a lighter one each time that Slack refuses what it is made of. */
export async function sendLighter<T>(message: Message, send: (message: Message) => Promise<T>): Promise<T> {
  for (let current = message; ; ) {
    try {
      return await send(current);
    } catch (error) {
      const refusal = refusalIn(error);
      const next = refusal && (await lighter(current, refusal));
      if (!next) throw error;
      current = next;
    }
  }
}
