import { context, LIMITS, plain } from './blocks.ts';
import { textInput } from './form.ts';
import type { ModalView } from './message.ts';

/** Of the shortcut and its form alike, in Slack. */
export const ASK = 'ask';
/** Of its one field. */
export const ASKED = 'words';

/** Longer than any question. */
const LONGEST = 300;

/** Asks for a question in words. */
export function askForm(): ModalView {
  return {
    type: 'modal',
    callback_id: ASK,
    title: plain('LiveChat Reports', LIMITS.modalTitle),
    submit: plain('Ask', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      textInput({ id: ASKED, label: 'Your question', hint: 'For example: tags last week, duration yesterday by hour.' }, '', LONGEST),
      context(['The answer comes in our direct messages.']),
    ],
  };
}
