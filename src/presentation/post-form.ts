import { context, plain, section } from './blocks.ts';
import { form, input } from './form.ts';
import type { ModalView } from './message.ts';

/** The block of its one field and the input in it alike. */
export const WHERE = 'where';

export interface PostForm {
  readonly name: string;
  /** Goes with the view and comes back with what was chosen. */
  readonly kept: string;
  /** The question. */
  readonly words: string;
}

/** Asks for the channel that an answer is to be posted to. */
export function postForm({ name, kept, words }: PostForm): ModalView {
  return form({
    name,
    title: 'Post to a channel',
    submit: 'Post',
    kept,
    blocks: [
      section(plain(words)),
      input(
        { id: WHERE, label: 'Channel' },
        {
          type: 'conversations_select',
          action_id: WHERE,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          default_to_current_conversation: true,
        },
      ),
      context(['Everybody there will see the answer, and that you asked for it.']),
    ],
  });
}
