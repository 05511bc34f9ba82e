import type { Clock, Instant } from '../../src/model/time.ts';
import { messageContent } from './content.ts';
import type { Files } from './files.ts';
import { type JsonObject, textAt } from './json.ts';
import { Refusal } from './refusal.ts';
import type { Message, Workspace } from './workspace.ts';

const MOST_USES = 5;
const LIFE_MS = 30 * 60_000;

interface Address {
  readonly user: string;
  readonly channel: string;
  readonly at: Instant;
  uses: number;
  /** What `replace_original` means: the message with the button, or, where the workspace allows it, the answer before. */
  original: string | null;
  readonly posted: string[];
}

export interface ResponseUrlDeps {
  readonly clock: Clock;
  readonly workspace: Workspace;
  readonly files: Files;
  /** Whether an answer to a command can replace an earlier one. Slack does not promise it. */
  readonly commandAnswersReplace: boolean;
}

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

/** The addresses by which an app may answer a person without being in the channel. */
export function createResponseUrls({ clock, workspace, files, commandAnswersReplace }: ResponseUrlDeps) {
  const addresses = new Map<string, Address>();

  const answer = (address: Address, body: JsonObject): void => {
    const original = address.original === null ? undefined : workspace.find(address.channel, address.original);
    if (body.delete_original === true) {
      if (original) workspace.remove(original);
      return;
    }
    const content = messageContent(body, files);
    if (body.replace_original === true && original) {
      workspace.replace(original, content);
      return;
    }
    const inChannel = body.response_type === 'in_channel';
    const threadTs = inChannel && body.replace_original === false ? textAt(body, 'thread_ts') || null : null;
    const ephemeralTo = inChannel ? null : address.user;
    const message = workspace.post({ channel: address.channel, ephemeralTo, threadTs, ...content });
    address.posted.push(message.ts);
    if (commandAnswersReplace) address.original ??= message.ts;
  };

  return {
    mint: (user: string, channel: string, original: Message | null): string => {
      const id = workspace.nextId('answer-');
      addresses.set(id, { user, channel, at: clock(), uses: 0, original: original?.ts ?? null, posted: [] });
      return id;
    },
    /** A post to the address: five of them, within half an hour. */
    use: (id: string, body: JsonObject): void => {
      const address = addresses.get(id);
      if (!address || clock() - address.at > LIFE_MS) throw new Refusal('expired_url');
      if (address.uses === MOST_USES) throw new Refusal('used_url');
      address.uses += 1;
      answer(address, body);
    },
    /** The body of an acknowledgement says the same, and costs no use. */
    acknowledge: (id: string, body: JsonObject): void => {
      const address = addresses.get(id);
      if (address) answer(address, body);
    },
    /** What is still to be seen of everything that was posted through it. */
    posted: (id: string): readonly Message[] => {
      const address = addresses.get(id);
      return (address?.posted ?? []).flatMap((ts) => workspace.find(address?.channel ?? '', ts) ?? []);
    },
  };
}
