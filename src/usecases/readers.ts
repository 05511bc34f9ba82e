import type { Directory } from '../model/directory.ts';
import type { Filters } from '../model/query.ts';
import { filtersInWords } from '../reports/words/query.ts';
import { channelInWords } from './channels.ts';
import type { Channel } from './ports.ts';

/** Who will read it in a channel that the person may not have thought of, a sentence each. */
export function unusualReaders({ agents }: Filters, channel: Channel, directory: Directory | undefined): readonly string[] {
  const where = channel.isPrivate ? 'the channel' : channelInWords(channel);
  return [
    ...(channel.isShared ? [`People of other companies are in ${where} and will read it too.`] : []),
    ...(agents ? [`Everybody in ${where} will see the numbers of ${filtersInWords({ agents }, directory).join()}.`] : []),
  ];
}
