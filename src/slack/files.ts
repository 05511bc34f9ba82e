import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import type { FileContent } from '../usecases/ports.ts';
import type { Clients } from './clients.ts';

export interface Files {
  /** Gives Slack a PNG and waits until a message may show it. The file is private to the bot until a message does. */
  upload(png: Buffer, name: string, signal: AbortSignal): Promise<{ readonly slackFile: string }>;
  /** Gives Slack the bytes of any file; it is nowhere until it is shared. Returns Slack's id of it. */
  give(file: FileContent, signal: AbortSignal): Promise<string>;
  /** Puts a file that was given into a channel that the bot is in. */
  share(id: string, name: string, channel: string): Promise<void>;
  /** What is not there any more counts as deleted. */
  delete(file: string): Promise<void>;
}

const GONE = new Set(['file_not_found', 'file_deleted']);

const FIRST_LOOK_MS = 50;

/** Slack takes a file in three steps, and needs a moment before a message that shows it is accepted. */
export function createFiles(clients: Clients): Files {
  const give: Files['give'] = async ({ name, bytes }, signal) => {
    const ticket = await clients.bulk.files.getUploadURLExternal({ filename: name, length: bytes.length });
    if (!ticket.upload_url || !ticket.file_id) throw new Error('Slack gave no upload address');
    const sent = await fetch(ticket.upload_url, { method: 'POST', body: new Uint8Array(bytes), signal, redirect: 'error' });
    if (!sent.ok) throw new Error(`Slack took no file: status ${sent.status}`);
    return ticket.file_id;
  };
  return {
    give,
    async share(id, name, channel) {
      await clients.bulk.files.completeUploadExternal({ files: [{ id, title: name }], channel_id: channel });
    },
    async upload(png, name, signal) {
      const id = await give({ name: `${name}.png`, bytes: png }, signal);
      await clients.bulk.files.completeUploadExternal({ files: [{ id, title: name }] });
      await usable(clients, id, signal);
      return { slackFile: id };
    },
    async delete(file) {
      try {
        await clients.bulk.files.delete({ file });
      } catch (error) {
        if (!(error instanceof WebAPIPlatformError && GONE.has(error.data.error))) throw error;
      }
    },
  };
}

/** A file has its type once Slack has looked at it. */
async function usable(clients: Clients, id: string, signal: AbortSignal): Promise<void> {
  for (let wait = FIRST_LOOK_MS; ; wait *= 2) {
    const { file } = await clients.quick.files.info({ file: id });
    if (file?.mimetype) return;
    await sleep(wait, undefined, { signal });
  }
}
