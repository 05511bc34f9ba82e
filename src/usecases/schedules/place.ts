import type { SaidPlace } from '../../language/schedule-words.ts';
import { type Suggestion, UserError } from '../../model/errors.ts';
import type { Asker, Channel, Place } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';

/** Where somebody wants posts: where they are when they say nothing, their direct messages where that is no channel. */
export function placeOf(said: SaidPlace | null, { channel, person }: Pick<Asker, 'channel' | 'person'>): Place {
  if (said && 'channel' in said) return { channel: said.channel };
  if (said && 'person' in said && said.person !== person) {
    throw new UserError(
      'I send scheduled reports to channels, and to people who want them for themselves.',
      'Choose a channel, or set it up for yourself and hand it over: handover and its id, to @their name.',
    );
  }
  const isPrivate = said !== null && ('me' in said || 'person' in said);
  return channel === null || isPrivate ? { person } : { channel };
}

/** Refuses a place where nothing can be posted, and says what there is to know about one where it can. */
export async function checkPlace(
  { messengers }: Pick<SchedulesDeps, 'messengers'>,
  place: Place,
  { workspace, instead }: { readonly workspace: string; readonly instead: readonly Suggestion[] },
): Promise<readonly string[]> {
  if ('person' in place) return [];
  const messenger = messengers(workspace);
  if (!messenger) throw new UserError('I am not in this workspace any more.', 'An administrator of the workspace can install me again.');
  const channel = await messenger.channel(place.channel);
  if (channel?.isArchived) {
    throw new UserError(
      `${capitalised(nameOf(channel))} is archived, so nothing can be posted there.`,
      'Unarchive it, or choose another channel.',
    );
  }
  if (channel === null || !channel.isMember) throw notThere(channel, instead);
  return [
    'Everybody in the channel will see it. Each post says who set it up.',
    ...(channel.isShared ? [`People of other companies are in ${nameOf(channel)} and will read it too.`] : []),
  ];
}

function notThere(channel: Channel | null, suggestions: readonly Suggestion[]): UserError {
  const what = channel === null ? 'I cannot see that channel.' : `I am not in ${nameOf(channel)}, so I cannot post there.`;
  return new UserError(what, 'Type /invite @LiveChat Reports there, then try again.', { suggestions });
}

/** Who asks may not be in a private channel: its name is not theirs to learn. */
const nameOf = ({ name, isPrivate }: Channel): string => (isPrivate ? 'that channel' : `#${name}`);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
