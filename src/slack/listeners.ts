import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Message } from '../presentation/message.ts';
import type { AnswerWords } from '../usecases/answer.ts';
import type { Jobs } from './jobs.ts';
import type { People } from './people.ts';
import { replyInTime } from './reply-in-time.ts';
import type { Place, Send } from './respond.ts';
import type { Views } from './views.ts';

/** What the product does, as Slack's doors need it. */
export interface Product {
  readonly answer: AnswerWords;
  /** Said when an answer takes its time. */
  readonly working: Message;
}

export interface ListenerOptions {
  readonly product: Product;
  readonly people: People;
  readonly jobs: Jobs;
  readonly views: Views;
  readonly respond: (place: Place) => Send;
  /** How long a person looks at nothing. */
  readonly patienceMs: number;
}

/** The doors. Everything is acknowledged by the boundary before it comes here. */
export function installListeners(app: App, { product, people, jobs, views, respond, patienceMs }: ListenerOptions): void {
  const patience = { ms: patienceMs, line: product.working };
  const ask = async (words: string, user: string, signal: AbortSignal) => product.answer(words, await people.asker(user), signal);

  // Any command that the manifest sends here: whoever installs the app may have named it otherwise.
  app.command(/^\//, async ({ command }) => {
    const place = { responseUrl: command.response_url, channel: command.channel_id, user: command.user_id, replaces: true };
    jobs.run('answering a command', (signal) => replyInTime(ask(command.text ?? '', place.user, signal), respond(place), patience));
  });

  // A button carries the words that it stands for, so that it works after a restart as before.
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: /^ask:/ }, async ({ body, action }) => {
    const words = action.value ?? '';
    const { response_url: responseUrl, channel, user } = body;
    jobs.run('answering a button', async (signal) => {
      const answer = ask(words, user.id, signal);
      // Home belongs to no channel and has no place for an answer: a modal is one.
      if (!channel?.id) return views.open(body.trigger_id, answer);
      // The message with the button stays: its other buttons may be wanted as well.
      const place = { responseUrl: responseUrl ?? '', channel: channel.id, user: user.id, replaces: false };
      return replyInTime(answer, respond(place), patience);
    });
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') jobs.run('showing the Home tab', (signal) => views.showHome(event.user, signal));
  });
}
