import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { isObject, type JsonObject, parsed, textAt } from './json.ts';

export interface Received {
  readonly route: 'api' | 'upload' | 'response';
  /** The rest of the path: a file or an address; nothing for a method. */
  readonly id: string;
  /** The name in the journal and for faults. */
  readonly method: string;
  readonly args: JsonObject;
  readonly token: string;
  /** The body as it came; of an upload, the file. */
  readonly bytes: Buffer;
}

/** Null when there is nothing at that path. */
export async function readRequest(request: IncomingMessage): Promise<Received | null> {
  const [, route, id = ''] = new URL(request.url ?? '/', 'http://slack').pathname.split('/');
  const bytes = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  if (request.method !== 'POST') return null;
  if (route === 'api') {
    const args = argumentsIn(bytes.toString(), type);
    return { route, id, method: id, args, token: token || textAt(args, 'token'), bytes };
  }
  if (route === 'response') return { route, id, method: 'response_url', args: argumentsIn(bytes.toString(), JSON_TYPE), token, bytes };
  if (route !== 'upload') return null;
  const file = await uploaded(bytes, type);
  return { route, id, method: 'upload', args: { file: id, size: file.length }, token, bytes: file };
}

const JSON_TYPE = 'application/json';
const STRUCTURED = new Set(['blocks', 'view', 'files', 'metadata']);

/** In a form, lists and objects are JSON; what is no JSON stays the text that it is, for the method to refuse. */
function argumentsIn(body: string, type: string): JsonObject {
  if (type.startsWith(JSON_TYPE)) {
    const value = parsed(body);
    return isObject(value) ? value : {};
  }
  const fields = [...new URLSearchParams(body)];
  return Object.fromEntries(fields.map(([name, value]) => [name, STRUCTURED.has(name) ? (parsed(value) ?? value) : value]));
}

/** The bytes as they are, or the file of a multipart form. */
async function uploaded(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const [file = ''] = form.values();
  return typeof file === 'string' ? Buffer.from(file) : Buffer.from(await file.arrayBuffer());
}
