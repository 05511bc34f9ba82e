import type { SaidPlace } from '../../language/schedule-words.ts';
import type { Directory } from '../../model/directory.ts';
import { UserError } from '../../model/errors.ts';
import { postable, type Wanted } from '../channels.ts';
import type { Asker, Channel, Place, Schedule } from '../ports.ts';
import { unusualReaders } from '../readers.ts';
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

/** Refuses a place where nothing can be posted. The channel, where it is one. */
export async function checkPlace({ messengers }: Pick<SchedulesDeps, 'messengers'>, place: Place, wanted: Wanted): Promise<Channel | null> {
  return 'person' in place ? null : postable(messengers, place.channel, wanted);
}

/** What there is to know about who will read it. */
export function aboutReaders(
  { question }: Pick<Schedule, 'question'>,
  { channel, directory }: { readonly channel: Channel | null; readonly directory: Directory | undefined },
): readonly string[] {
  if (channel === null) return [];
  return ['Everybody in the channel will see it. Each post says who set it up.', ...unusualReaders(question.filters, channel, directory)];
}
