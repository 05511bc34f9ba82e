import { LIMITS, plain } from './blocks.ts';
import { isNativeBlock, type Message, type ModalView } from './message.ts';

/**
 * A message shown in a modal: an answer to a button of the home view, the line that says it is coming, or what went wrong. Its buttons stay
 * out: a modal has no conversation that their answers could go to, and the home view behind it has buttons of its own.
 * What Slack draws itself it takes in messages only: a message that has that in it is shown as its plainer self.
 */
export function reportModal({ blocks }: Message, title = 'LiveChat Reports'): ModalView {
  return {
    type: 'modal',
    title: plain(title, LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: blocks.filter((block) => block.type !== 'actions' && !isNativeBlock(block)),
  };
}
