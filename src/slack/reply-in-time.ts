import type { Message } from '../presentation/message.ts';
import type { Send } from './respond.ts';
import { within } from './within.ts';

export interface Patience {
  /** How long a person looks at nothing before a short line tells them that the answer is coming. */
  readonly ms: number;
  readonly line: Message;
}

/** Sends the answer; when it takes its time, a short line first. */
export async function replyInTime(work: Promise<Message>, send: Send, patience: Patience): Promise<void> {
  // Only a courtesy: that it could not be sent is told by the sender, and the answer still goes out.
  if ((await within(work, patience.ms)) === 'late') await send(patience.line).catch(() => {});
  await send(await work);
}
