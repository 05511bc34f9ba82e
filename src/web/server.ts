import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** A whole path (`/healthz`), or the beginning of one when it ends in a slash (`/charts/`). */
  readonly path: string;
  readonly handle: RequestListener;
}

export interface WebServer {
  /** Resolves with the port that it got. */
  start(port: number): Promise<number>;
  /** Takes no more requests; resolves when the last answer is out, or is cut off. */
  stop(): Promise<void>;
}

/** A second more than any handler may take; slow senders are cut off. */
const REQUEST_TIMEOUT_MS = 10_000;
const HEADERS_TIMEOUT_MS = 5_000;
const LAST_ANSWERS_MS = 1_000;

/** The one HTTP server of the process. */
export function createWebServer(routes: readonly Route[]): WebServer {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: 1_000 },
    (request, response) => dispatch(routes, request, response),
  );
  server.maxConnections = 1_000;
  return {
    start: (port) => listen(server, port),
    stop: () => close(server),
  };
}

function dispatch(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const atPath = routes.filter((route) => route.path === path || (route.path.endsWith('/') && path.startsWith(route.path)));
  const route = atPath.find(({ method }) => method === request.method) ?? { handle: atPath.length > 0 ? methodNotAllowed : notFound };
  route.handle(request, response);
}

const plainText = { 'content-type': 'text/plain' };
const notFound: RequestListener = (_, response) => response.writeHead(404, plainText).end('Not found');
const methodNotAllowed: RequestListener = (_, response) => response.writeHead(405, plainText).end('Method not allowed');

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
