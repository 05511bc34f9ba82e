import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { askedBy, PAGE } from '../presentation/menu.ts';
import type { AnswerWords } from '../usecases/answer.ts';
import type { Visitor } from '../usecases/ports.ts';
import type { DeleteAnswer } from './delete-answer.ts';
import type { Jobs } from './jobs.ts';
import type { Once } from './once.ts';
import { isFirst, type Pressed, wordsOf } from './pressed.ts';
import { type Patience, replyInTime } from './reply-in-time.ts';
import { type ReplyTo, replyTo, type Send } from './respond.ts';
import type { Views } from './views.ts';

export interface ButtonListenerOptions {
  readonly answer: AnswerWords;
  readonly knock: (person: string, channel?: string) => Promise<Visitor>;
  readonly jobs: Jobs;
  readonly views: Pick<Views, 'open' | 'refreshHome'>;
  readonly respond: (to: ReplyTo) => Send;
  readonly deleteAnswer: DeleteAnswer;
  readonly patience: Patience;
  /** Remembers a press for as long as a second one is only impatient. */
  readonly presses: Once;
}

/** Buttons and choices of a menu carry the words that they stand for, so that they work after a restart as before. */
export function installButtons(app: App, options: ButtonListenerOptions): void {
  const { answer, knock, jobs, views, respond, patience, presses } = options;

  app.action<BlockAction<Pressed>>({ type: 'block_actions', action_id: /^(?:ask|more):/ }, async ({ body, action }) => {
    const words = wordsOf(action);
    if (words === PAGE || !isFirst(presses, body, action)) return;
    jobs.run('answering a button', async (signal) => {
      const to = replyTo(body);
      const visiting = knock(body.user.id, to?.channel);
      const owner = askedBy(words);
      if (owner !== null) return deleted(options, { body, owner, visitor: await visiting });
      const answered = visiting.then((visitor) => answer(words, visitor, signal));
      if (to) return replyInTime(answered, respond(to), patience);
      // Home belongs to no channel and has no place for an answer: a modal is one.
      try {
        await views.open(body.trigger_id, answered);
      } finally {
        // Also where no modal opened: Home shows what was done.
        await answered.catch(() => {});
        await views.refreshHome(await visiting, signal);
      }
    });
  });

  // What is too long for a conversation.
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: /^show:/ }, async ({ body, action }) => {
    if (!isFirst(presses, body, action)) return;
    jobs.run('showing an answer in a modal', async (signal) => {
      const visiting = knock(body.user.id, replyTo(body)?.channel);
      await views.open(
        body.trigger_id,
        visiting.then((visitor) => answer(wordsOf(action), visitor, signal)),
      );
    });
  });
}

interface Deleting {
  readonly body: BlockAction;
  readonly owner: string;
  readonly visitor: Visitor;
}

async function deleted({ deleteAnswer, respond }: ButtonListenerOptions, { body, owner, visitor }: Deleting): Promise<void> {
  const said = await deleteAnswer({ body, askedBy: owner, visitor });
  const to = replyTo(body);
  if (said && to) await respond(to)(said);
}
