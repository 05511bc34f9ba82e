import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../presentation/message.ts';
import type { Send } from './respond.ts';

export interface Patience {
  /** How long a person looks at nothing before a short line tells them that the answer is coming. */
  readonly ms: number;
  readonly line: Message;
}

/** Sends the answer; when it takes its time, a short line first. */
export async function replyInTime(work: Promise<Message>, send: Send, patience: Patience): Promise<void> {
  const answered = new AbortController();
  const waiting = sleep(patience.ms, 'waiting' as const, { signal: answered.signal }).catch(() => 'answered' as const);
  const first = await Promise.race([work, waiting]).finally(() => answered.abort());
  // Only a courtesy: that it could not be sent is told by the sender, and the answer still goes out.
  if (first === 'waiting') await send(patience.line).catch(() => {});
  await send(await work);
}
