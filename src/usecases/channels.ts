import { type Suggestion, UserError } from '../model/errors.ts';
import type { Channel, Messenger, Messengers } from './ports.ts';

export interface Wanted {
  readonly workspace: string;
  /** What to press when nothing can be posted there yet. */
  readonly instead: readonly Suggestion[];
}

export function messengerFor(messengers: Messengers, workspace: string): Messenger {
  const messenger = messengers(workspace);
  if (messenger) return messenger;
  throw new UserError('I am not in this workspace any more.', 'An administrator of the workspace can install me again.');
}

/** The channel, or a UserError where nothing can be posted there. */
export async function postable(messengers: Messengers, id: string, { workspace, instead }: Wanted): Promise<Channel> {
  const channel = await messengerFor(messengers, workspace).channel(id);
  if (channel?.isArchived) {
    const name = channelInWords(channel);
    const what = `${name.charAt(0).toUpperCase()}${name.slice(1)} is archived, so nothing can be posted there.`;
    throw new UserError(what, 'Unarchive it, or choose another channel.');
  }
  if (channel === null || !channel.isMember) throw notThere(channel, instead);
  return channel;
}

function notThere(channel: Channel | null, suggestions: readonly Suggestion[]): UserError {
  const what = channel === null ? 'I cannot see that channel.' : `I am not in ${channelInWords(channel)}, so I cannot post there.`;
  return new UserError(what, 'Type /invite @LiveChat Reports there, then try again.', { suggestions });
}

/** Who asks may not be in a private channel: its name is not theirs to learn. */
export const channelInWords = ({ name, isPrivate }: Channel): string => (isPrivate ? 'that channel' : `#${name}`);
