import type { SaidPlace } from '../../language/schedule-words.ts';
import { UserError } from '../../model/errors.ts';
import { channelInWords, postable, type Wanted } from '../channels.ts';
import type { Asker, Place } from '../ports.ts';
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
  wanted: Wanted,
): Promise<readonly string[]> {
  if ('person' in place) return [];
  const channel = await postable(messengers, place.channel, wanted);
  return [
    'Everybody in the channel will see it. Each post says who set it up.',
    ...(channel.isShared ? [`People of other companies are in ${channelInWords(channel)} and will read it too.`] : []),
  ];
}
