import { context, message } from './blocks.ts';
import type { Message } from './message.ts';

const LINE = 'Asking LiveChat. The answer follows in a moment.';

/** For whoever waits. It may stay beside the answer, so that it says nothing which that makes untrue. */
export const fetchingMessage: Message = message(LINE, [context([LINE])]);
