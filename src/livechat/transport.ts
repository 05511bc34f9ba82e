import fetch, { FetchError } from 'node-fetch';
import { LiveChatError } from './errors.ts';
import type { HttpRequest } from './request.ts';

/** In bytes, after decompression. Three years by day with a hundred tags are about 2 MiB. */
const LARGEST_BODY = 5 * 1024 * 1024;

export interface HttpResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
}

export interface ExchangeOptions {
  /** For the whole exchange to the last byte, in milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** One request and its whole response, whatever its status. Rejects with the reason of the signal when that fires. */
export async function exchange({ url, ...init }: HttpRequest, { timeout, signal }: ExchangeOptions): Promise<HttpResponse> {
  // node-fetch would destroy a body that it has not begun to send, with an error that nothing catches.
  signal.throwIfAborted();
  const timer = AbortSignal.timeout(timeout);
  try {
    const either = AbortSignal.any([signal, timer]);
    // A redirect would carry the token to another host.
    const response = await fetch(url, { ...init, redirect: 'error', size: LARGEST_BODY, signal: either });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    signal.throwIfAborted();
    if (timer.aborted) throw new LiveChatError('NoAnswerError', { cause: new Error(`no whole answer within ${timeout} ms`) });
    throw error instanceof FetchError ? inOurWords(error) : error;
  }
}

// A refused certificate or an unknown host stays as it is; these pass.
const PASSING = ['ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', 'ETIMEDOUT'];
const CUT_OFF = 'ERR_STREAM_PREMATURE_CLOSE';

/** node-fetch writes the whole address, and with it names of agents and tags, into its messages: only the code goes on. */
function inOurWords(error: FetchError): LiveChatError {
  const code = error.code ?? error.type ?? CUT_OFF;
  const cause = new Error(code);
  if (code === 'max-size') return new LiveChatError('AnswerTooLargeError', { cause });
  return new LiveChatError('ConnectionError', { cause, transient: code === CUT_OFF || PASSING.includes(code) });
}
