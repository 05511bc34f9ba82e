import type { BlockAction } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { UserError } from '../model/errors.ts';
import { errorMessage } from '../presentation/error-message.ts';
import type { Message } from '../presentation/message.ts';
import type { Visitor } from '../usecases/ports.ts';
import type { Clients } from './clients.ts';
import type { TakeBack } from './respond.ts';

export interface DeletingOptions {
  readonly clients: Clients;
  readonly takeBack: TakeBack;
}

/** The message in which it was pressed, and who may have it deleted. */
export interface Deleting {
  readonly body: Pick<BlockAction, 'container' | 'response_url' | 'channel'>;
  /** Slack's id of whoever asked for the answer. */
  readonly askedBy: string;
  readonly visitor: Pick<Visitor, 'person' | 'isAdmin'>;
}

/** Deletes the answer; null: it is gone, or what there is to say instead. */
export type DeleteAnswer = (deleting: Deleting) => Promise<Message | null>;

export function createDeleteAnswer({ clients, takeBack }: DeletingOptions): DeleteAnswer {
  return async ({ body: { container, response_url: responseUrl = '', channel }, askedBy, visitor }) => {
    if (container.is_ephemeral === true) return (await takeBack(responseUrl)) ? null : TOO_OLD;
    if (visitor.person !== askedBy && !visitor.isAdmin) return NOT_THEIRS;
    try {
      await clients.bulk.chat.delete({ channel: channel?.id ?? '', ts: String(container.message_ts) });
      return null;
    } catch (error) {
      // A message that is gone, or may not be deleted in this workspace: nothing is wrong with the bot.
      if (error instanceof WebAPIPlatformError) return error.data.error === 'message_not_found' ? GONE : REFUSED;
      throw error;
    }
  };
}

const told = (what: string, hint: string): Message => errorMessage(new UserError(what, hint));

const TOO_OLD = told('Slack does not let me delete this answer any more.', 'Only you see it, and it goes away when you reload Slack.');
const NOT_THEIRS = told('Only whoever asked for this answer can delete it.', 'Ask them, or an administrator of this workspace.');
const GONE = told('That answer is gone already.', 'Reload Slack if you still see it.');
const REFUSED = told('Slack does not let me delete this answer.', 'An administrator of this workspace can delete it by hand.');
