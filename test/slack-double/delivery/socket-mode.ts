import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, parsed, textAt } from '../json.ts';
import type { Signal } from '../signal.ts';
import { APP } from '../workspace.ts';
import type { Ack, Envelope } from './delivery.ts';

const GOODBYE_MS = 1000;

export interface SocketModeDeps {
  readonly nextId: (prefix: string) => string;
  readonly signal: Signal;
  readonly deadlineMs: number;
}

export type SocketMode = ReturnType<typeof createSocketMode>;

/** WebSocket connections that the app opens, and envelopes that it has to acknowledge on them. */
export function createSocketMode({ nextId, signal, deadlineMs }: SocketModeDeps) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections: WebSocket[] = [];
  const waiting = new Map<string, (body: unknown) => void>();

  const receive = (data: string): void => {
    const message = parsed(data);
    if (isObject(message)) waiting.get(textAt(message, 'envelope_id'))?.(message.payload);
  };
  const welcome = (socket: WebSocket): void => {
    connections.push(socket);
    socket.on('message', (data) => receive(data.toString()));
    socket.on('close', () => {
      connections.splice(connections.indexOf(socket), 1);
      signal.notify();
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: connections.length, connection_info: { app_id: APP.id } }));
    signal.notify();
  };

  return {
    connections: (): number => connections.length,
    ticket: (): string => {
      const ticket = nextId('ticket-');
      tickets.add(ticket);
      return ticket;
    },
    /** One connection for each ticket. */
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      const ticket = new URL(request.url ?? '/', 'ws://slack').searchParams.get('ticket') ?? '';
      if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, welcome);
      else socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    },

    /** To one of the connections, as Slack does; without any, nobody answers. */
    deliver: ({ type, payload, retry }: Envelope): Promise<Ack> => {
      const start = performance.now();
      const ack = (acked: boolean, body: unknown): Ack => ({ acked, ackMs: performance.now() - start, status: null, body: body ?? null });
      const connection = connections.at(-1);
      if (!connection) return Promise.resolve(ack(false, null));
      const id = nextId('envelope-');
      const again = retry ? { retry_attempt: retry.attempt, retry_reason: retry.reason } : {};
      return new Promise((resolve) => {
        const settle = (answer: Ack): void => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        const timer = setTimeout(() => settle(ack(false, null)), deadlineMs);
        waiting.set(id, (body) => settle(ack(true, isObject(body) && Object.keys(body).length === 0 ? null : body)));
        connection.send(JSON.stringify({ type, envelope_id: id, accepts_response_payload: type !== 'events_api', payload, ...again }));
      });
    },

    /** Slack renews its connections now and then: the app has to come back by itself. */
    recycle: (): void => {
      for (const connection of connections) connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    /** Waits until the other side has said goodbye, and not for one that never does. */
    stop: (): Promise<void> => {
      for (const connection of connections) {
        connection.close();
        setTimeout(() => connection.terminate(), GOODBYE_MS).unref();
      }
      return signal.until(() => connections.length === 0);
    },
  };
}
