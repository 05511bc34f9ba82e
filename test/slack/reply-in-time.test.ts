import { describe, expect, test } from '@jest/globals';
import type { Message } from '../../src/presentation/message.ts';
import { replyInTime } from '../../src/slack/reply-in-time.ts';

const line: Message = { text: 'Asking LiveChat …', blocks: [] };
const answer: Message = { text: '412 chats', blocks: [] };

describe('an answer', () => {
  test('that is ready is sent alone', async () => {
    const sent: Message[] = [];
    await replyInTime(Promise.resolve(answer), async (message) => void sent.push(message), { ms: 10_000, line });
    expect(sent).toEqual([answer]);
  });

  test('that takes its time is announced first', async () => {
    const sent: Message[] = [];
    let finish: (message: Message) => void = () => {};
    const work = new Promise<Message>((resolve) => {
      finish = resolve;
    });
    const send = async (message: Message) => {
      sent.push(message);
      finish(answer);
    };
    await replyInTime(work, send, { ms: 1, line });
    expect(sent).toEqual([line, answer]);
  });

  test('goes out although the line before it could not be sent', async () => {
    const sent: Message[] = [];
    let finish: (message: Message) => void = () => {};
    const work = new Promise<Message>((resolve) => {
      finish = resolve;
    });
    const send = async (message: Message) => {
      finish(answer);
      if (message === line) throw new Error('unreachable');
      sent.push(message);
    };
    await replyInTime(work, send, { ms: 1, line });
    expect(sent).toEqual([answer]);
  });

  test('that fails rejects, announced or not', async () => {
    const defect = new Error('a defect');
    await expect(replyInTime(Promise.reject(defect), async () => {}, { ms: 10_000, line })).rejects.toBe(defect);
  });
});
