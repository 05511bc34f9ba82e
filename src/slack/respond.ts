import type { BlockAction } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Message } from '../presentation/message.ts';
import type { Clients } from './clients.ts';
import { lighter, refusalBy, sendLighter } from './refused-blocks.ts';

/** Where an answer that only one person sees goes. */
export interface ReplyTo {
  readonly responseUrl: string;
  readonly channel: string;
  readonly user: string;
  /** The thread that it was asked in; null: none. The response address knows it by itself. */
  readonly thread: string | null;
  /** A later message takes the place of the earlier one: the answer, of the line that announced it. */
  readonly replaces: boolean;
}

/** Where the answer to a press goes; null where there is no place for one. The message with the button stays: it has other buttons. */
export function replyTo({ response_url: responseUrl = '', channel, user, container }: BlockAction): ReplyTo | null {
  if (!channel?.id) return null;
  const { thread_ts: thread, message_ts: message } = container;
  // The message that a thread hangs on names the thread as well, and stands in the channel.
  const isInThread = typeof thread === 'string' && thread !== message;
  return { responseUrl, channel: channel.id, user: user.id, thread: isInThread ? thread : null, replaces: false };
}

export type Send = (message: Message) => Promise<void>;

export interface RespondOptions {
  readonly clients: Clients;
  readonly log: Log;
  /** The only hosts that an answer is posted to. */
  readonly hosts: readonly string[];
}

const TIMEOUT_MS = 5_000;

/** Slack's answer to a message: fine, or an error code with the places that it refuses. */
type Outcome = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly pointers: readonly string[] };

/**
 * Sends ephemeral messages to the response address of a command or button, lighter ones where Slack refuses what they are made of. When that
 * address is expired or used up: an ephemeral message in the channel, then a direct message. Where Slack's answer is
 * lost on the way the same may be there twice, which is better for the one who waits than not at all.
 */
export function createRespond({ clients, log, hosts }: RespondOptions): (to: ReplyTo) => Send {
  async function deliver(to: ReplyTo, message: Message): Promise<void> {
    const outcome = await toResponseUrl(to, message, hosts);
    if (outcome.ok) return;
    const refusal = refusalBy(outcome.code, outcome.pointers);
    const next = refusal && (await lighter(message, refusal));
    if (next) return deliver(to, next);
    log.warn({ code: outcome.code }, 'the response address did not take the answer');
    await sendLighter(message, (sent) => inChannel(clients, to, sent)).catch(() =>
      sendLighter(message, (sent) => inDirectMessage(clients, to, sent)),
    );
  }
  return (to) => (message) => deliver(to, message);
}

/** Takes away the message that a response address belongs to; false: Slack does not, or not any more. */
export type TakeBack = (responseUrl: string) => Promise<boolean>;

export function createTakeBack({ log, hosts }: Omit<RespondOptions, 'clients'>): TakeBack {
  return async (responseUrl) => {
    const outcome = await post(responseUrl, { delete_original: true }, hosts);
    if (!outcome.ok) log.warn({ code: outcome.code }, 'the response address did not take its message back');
    return outcome.ok;
  };
}

const refused = (code: string, pointers: readonly string[] = []): Outcome => ({ ok: false, code, pointers });

function toResponseUrl({ responseUrl, replaces }: ReplyTo, { text, blocks }: Message, hosts: readonly string[]): Promise<Outcome> {
  // The default visibility differs between Slack's surfaces, so it is always said. Replacing is asked for, but never relied on.
  return post(responseUrl, { text, blocks, response_type: 'ephemeral', replace_original: replaces, ...QUIET }, hosts);
}

async function post(responseUrl: string, content: object, hosts: readonly string[]): Promise<Outcome> {
  if (!hosts.includes(new URL(responseUrl).host)) return refused('unknown host');
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    return outcomeOf(response.ok, (await response.text()).slice(0, 10_000));
  } catch (error) {
    return refused(error instanceof Error ? error.message : 'unknown');
  }
}

const Answer = z.object({
  ok: z.boolean().default(true),
  error: z.string().default('unknown'),
  response_metadata: z.object({ messages: z.array(z.string()).default([]) }).optional(),
});

/** Slack answers in words (`ok`, `Used url`), or with an object that may hold a refusal under a good status. */
function outcomeOf(isGood: boolean, body: string): Outcome {
  if (!body.startsWith('{')) return isGood ? { ok: true } : refused(body.slice(0, 100));
  const { ok, error, response_metadata } = Answer.parse(JSON.parse(body));
  return isGood && ok ? { ok: true } : refused(error, response_metadata?.messages);
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

async function inChannel(clients: Clients, { channel, user, thread }: ReplyTo, { text, blocks }: Message): Promise<void> {
  await clients.bulk.chat.postEphemeral({ channel, user, text, blocks: [...blocks], ...(thread !== null && { thread_ts: thread }) });
}

async function inDirectMessage(clients: Clients, { user }: ReplyTo, { text, blocks }: Message): Promise<void> {
  await clients.bulk.chat.postMessage({ channel: user, text, blocks: [...blocks], ...QUIET });
}
