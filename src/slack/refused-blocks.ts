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

/** The places that Slack names when it refuses the blocks of a call; null when it refused it for another reason. */
export function refusedPointers(error: unknown): readonly string[] | null {
  // Messages are refused by the first name, views by the second.
  const refused = error instanceof WebAPIPlatformError && ['invalid_blocks', 'invalid_arguments'].includes(error.data.error);
  return refused ? (error.data.response_metadata?.messages ?? []) : null;
}

/** Sends a message; its plainer self instead, where Slack refuses its blocks and it has one. */
export async function sendOrPlainer<T>(message: Message, send: (message: Message) => Promise<T>): Promise<T> {
  try {
    return await send(message);
  } catch (error) {
    if (!message.plainer || refusedPointers(error) === null) throw error;
    return send(await message.plainer());
  }
}
