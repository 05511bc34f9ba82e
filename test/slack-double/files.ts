import type { JsonObject } from './json.ts';
import { Refusal } from './refusal.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  /** What was announced, in bytes. */
  readonly length: number;
  readonly bytes: Buffer | null;
  readonly completed: boolean;
  readonly polls: number;
}

const PICTURE = /\.(png|jpe?g|gif)$/i;

export type Files = ReturnType<typeof createFiles>;

/** A file is announced, sent, completed, and some polls later usable. */
export function createFiles(nextId: (prefix: string) => string, readyAfterPolls: number) {
  const files = new Map<string, StoredFile>();
  const change = (id: string, news: Partial<StoredFile>): StoredFile => {
    const changed = { ...get(id), ...news };
    files.set(id, changed);
    return changed;
  };
  const get = (id: string): StoredFile => {
    const file = files.get(id);
    if (!file) throw new Refusal('file_not_found');
    return file;
  };
  const isReady = (file: StoredFile): boolean => file.completed && file.polls >= readyAfterPolls;

  return {
    all: (): readonly StoredFile[] => [...files.values()],
    isReady,
    announce: ({ name, length, altText }: Pick<StoredFile, 'name' | 'length' | 'altText'>): StoredFile => {
      const file = { id: nextId('F'), name, title: name, altText, length, bytes: null, completed: false, polls: 0 };
      files.set(file.id, file);
      return file;
    },
    receive: (id: string, bytes: Buffer): StoredFile => {
      if (bytes.length !== get(id).length) throw new Refusal('file_size_mismatch');
      return change(id, { bytes });
    },
    complete: (id: string, title: string): StoredFile => {
      const file = get(id);
      if (!file.bytes) throw new Refusal('file_not_found');
      return change(id, { completed: true, title: title || file.name });
    },
    poll: (id: string): StoredFile => {
      const file = get(id);
      if (!file.completed) throw new Refusal('file_not_found');
      return change(id, { polls: file.polls + 1 });
    },
    remove: (id: string): void => {
      get(id);
      files.delete(id);
    },
    /** Whether an image block may show it, by id or by address. */
    isPicture: ({ id, url }: JsonObject): boolean =>
      [...files.values()].some((file) => (file.id === id || permalink(file) === url) && isReady(file) && PICTURE.test(file.name)),
  };
}

export const permalink = (file: StoredFile): string => `https://acme.slack.com/files/${file.id}/${file.name}`;
