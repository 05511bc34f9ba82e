import type { Ack, Deliver, Envelope } from './delivery/delivery.ts';
import { Refusal } from './refusal.ts';
import type { ResponseUrls } from './response-url.ts';
import type { Signal } from './signal.ts';
import type { Message } from './workspace.ts';

export interface Answer extends Ack {
  /** Why Slack did not take what the acknowledgement said, in its words; null when it did. */
  readonly refused: string | null;
}

/** One thing that a person did, and what came of it. */
export interface Exchange {
  readonly envelope: Envelope;
  /** Settles when the app has acknowledged, or Slack has given up. */
  readonly ack: Promise<Answer>;
  /** What was posted through its `response_url` and by its acknowledgement, as it is to be seen now. */
  messages(): readonly Message[];
}

export interface ExchangeDeps {
  readonly deliver: Deliver;
  readonly responseUrls: ResponseUrls;
  readonly signal: Signal;
}

export interface Sending {
  /** The address that it carries, if any. */
  readonly answerId?: string;
  /** What the body of the acknowledgement means. */
  readonly obey?: (body: unknown) => void;
}

export type Send = ReturnType<typeof createSend>;

export function createSend({ deliver, responseUrls, signal }: ExchangeDeps) {
  return (envelope: Envelope, { answerId, obey = () => {} }: Sending = {}): Exchange => {
    const acknowledged = async (): Promise<Answer> => {
      const ack = await deliver(envelope);
      const refused = ack.acked ? refusalOf(() => obey(ack.body)) : null;
      signal.notify();
      return { ...ack, refused };
    };
    return { envelope, ack: acknowledged(), messages: () => (answerId === undefined ? [] : responseUrls.posted(answerId)) };
  };
}

function refusalOf(attempt: () => void): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return [error.code, ...[error.details.errors ?? []].flat()].join(': ');
    throw error;
  }
}
