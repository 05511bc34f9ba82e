import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Clients } from './clients.ts';

export interface Files {
  /** Gives Slack a PNG and waits until a message may show it. The file is private to the bot until a message does. */
  upload(png: Buffer, name: string, signal: AbortSignal): Promise<{ readonly slackFile: string }>;
  /** What is not there any more counts as deleted. */
  delete(file: string): Promise<void>;
}

const GONE = new Set(['file_not_found', 'file_deleted']);

const FIRST_LOOK_MS = 50;

/** Slack takes a file in three steps, and needs a moment before a message that shows it is accepted. */
export function createFiles(clients: Clients): Files {
  return {
    async upload(png, name, signal) {
      const ticket = await clients.bulk.files.getUploadURLExternal({ filename: `${name}.png`, length: png.length });
      if (!ticket.upload_url || !ticket.file_id) throw new Error('Slack gave no upload address');
      const sent = await fetch(ticket.upload_url, { method: 'POST', body: new Uint8Array(png), signal, redirect: 'error' });
      if (!sent.ok) throw new Error(`Slack took no picture: status ${sent.status}`);
      await clients.bulk.files.completeUploadExternal({ files: [{ id: ticket.file_id, title: name }] });
      await usable(clients, ticket.file_id, signal);
      return { slackFile: ticket.file_id };
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
