import type { BlockAction } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Message } from '../presentation/message.ts';
import type { Clients } from './clients.ts';
import { sendOrPlainer, withoutRefused } from './refused-blocks.ts';

/** Where an answer that only one person sees goes. */
export interface ReplyTo {
  readonly responseUrl: string;
  readonly channel: string;
  readonly user: string;
  /** A later message takes the place of the earlier one: the answer, of the line that announced it. */
  readonly replaces: boolean;
}

/** Where the answer to a press goes; null where there is no place for one. The message with the button stays: it has other buttons. */
export function replyTo({ response_url: responseUrl = '', channel, user }: BlockAction): ReplyTo | null {
  return channel?.id ? { responseUrl, channel: channel.id, user: user.id, replaces: false } : null;
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
 * Sends ephemeral messages to the response address of a command or button. When that address is
 * expired or used up: an ephemeral message in the channel, then a direct message. Each way is tried once.
 */
export function createRespond({ clients, log, hosts }: RespondOptions): (to: ReplyTo) => Send {
  async function deliver(to: ReplyTo, message: Message): Promise<void> {
    const outcome = await toResponseUrl(to, message, hosts).catch((error: Error) => failed(error.message));
    if (outcome.ok) return;
    if (outcome.code === 'invalid_blocks' && message.plainer) return deliver(to, await message.plainer());
    const lighter = outcome.code === 'invalid_blocks' ? withoutRefused(message, outcome.pointers) : message;
    if (lighter !== message && (await toResponseUrl(to, lighter, hosts).catch(() => failed('unreachable'))).ok) return;
    log.warn({ code: outcome.code }, 'the response address did not take the answer');
    await sendOrPlainer(lighter, (sent) => inChannel(clients, to, sent)).catch(() =>
      sendOrPlainer(lighter, (sent) => inDirectMessage(clients, to, sent)),
    );
  }
  return (to) => (message) => deliver(to, message);
}

/** Takes away the message that a response address belongs to; false: Slack does not, or not any more. */
export type TakeBack = (responseUrl: string) => Promise<boolean>;

export function createTakeBack({ log, hosts }: Omit<RespondOptions, 'clients'>): TakeBack {
  return async (responseUrl) => {
    const outcome = await post(responseUrl, { delete_original: true }, hosts).catch((error: Error) => failed(error.message));
    if (!outcome.ok) log.warn({ code: outcome.code }, 'the response address did not take its message back');
    return outcome.ok;
  };
}

const failed = (code: string): Outcome => ({ ok: false, code, pointers: [] });

function toResponseUrl({ responseUrl, replaces }: ReplyTo, { text, blocks }: Message, hosts: readonly string[]): Promise<Outcome> {
  // The default visibility differs between Slack's surfaces, so it is always said. Replacing is asked for, but never relied on.
  return post(responseUrl, { text, blocks, response_type: 'ephemeral', replace_original: replaces, ...QUIET }, hosts);
}

async function post(responseUrl: string, content: object, hosts: readonly string[]): Promise<Outcome> {
  if (!hosts.includes(new URL(responseUrl).host)) return failed('unknown host');
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  });
  const body = (await response.text()).slice(0, 10_000);
  return outcomeOf(response.ok, body);
}

const Answer = z.object({
  ok: z.boolean().default(true),
  error: z.string().default('unknown'),
  response_metadata: z.object({ messages: z.array(z.string()).default([]) }).optional(),
});

/** Slack answers in words (`ok`, `Used url`), or with an object that may hold a refusal under a good status. */
function outcomeOf(isGood: boolean, body: string): Outcome {
  if (!body.startsWith('{')) return isGood ? { ok: true } : failed(body.slice(0, 100));
  const { ok, error, response_metadata } = Answer.parse(JSON.parse(body));
  return isGood && ok ? { ok: true } : { ok: false, code: error, pointers: response_metadata?.messages ?? [] };
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

async function inChannel(clients: Clients, { channel, user }: ReplyTo, { text, blocks }: Message): Promise<void> {
  await clients.bulk.chat.postEphemeral({ channel, user, text, blocks: [...blocks] });
}

async function inDirectMessage(clients: Clients, { user }: ReplyTo, { text, blocks }: Message): Promise<void> {
  await clients.bulk.chat.postMessage({ channel: user, text, blocks: [...blocks], ...QUIET });
}
