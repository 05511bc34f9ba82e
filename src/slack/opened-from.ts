import { z } from 'zod';
import type { ModalView } from '../presentation/message.ts';
import type { ReplyTo } from './respond.ts';

/** Where a form was opened, so that what it asks is answered there. */
type Place = Pick<ReplyTo, 'responseUrl' | 'channel' | 'thread'>;

const Wrapped = z.object({ kept: z.string(), responseUrl: z.string(), channel: z.string(), thread: z.string().nullable().default(null) });

/** What Slack takes as `private_metadata`. */
const LONGEST = 3000;

/** The form with its place wrapped around what it keeps itself; as it is, where there is no place or no room. */
export function remembering(view: ModalView, place: Place | null): ModalView {
  if (place === null) return view;
  const { responseUrl, channel, thread } = place;
  const metadata = JSON.stringify({ kept: view.private_metadata ?? '', responseUrl, channel, thread } satisfies z.infer<typeof Wrapped>);
  return metadata.length > LONGEST ? view : { ...view, private_metadata: metadata };
}

/** The two apart again. */
export function remembered(metadata: string): { readonly kept: string; readonly place: Place | null } {
  const { success, data } = Wrapped.safeParse(parsed(metadata));
  return success ? { kept: data.kept, place: data } : { kept: metadata, place: null };
}

/** What a form keeps without a place is words of its own, and no JSON. */
function parsed(metadata: string): unknown {
  try {
    return JSON.parse(metadata);
  } catch {
    return null;
  }
}
