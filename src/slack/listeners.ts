import type { App } from '@slack/bolt';
import type { Message } from '../presentation/message.ts';
import type { AnswerWords } from '../usecases/answer.ts';
import type { Converse } from '../usecases/conversations.ts';
import type { Forms } from '../usecases/forms.ts';
import { type ButtonListenerOptions, installButtons } from './button-listeners.ts';
import { type FormListenerOptions, installForms } from './form-listeners.ts';
import { isDirect } from './heard.ts';
import { installMessages } from './message-listeners.ts';
import type { People } from './people.ts';
import type { ReplyTo } from './reply.ts';
import { replyInTime } from './reply-in-time.ts';
import { within } from './within.ts';

/** What the product does, as Slack's doors need it. */
export interface Product {
  readonly answer: AnswerWords;
  readonly converse: Converse;
  readonly forms: Forms;
  /** Said when an answer takes its time. */
  readonly working: Message;
  /** The workspace has taken our token back. */
  readonly gone: (workspace: string) => Promise<void>;
  /** The bot was invited to a channel, or one was taken out of the archive: what could not be posted there now may be. */
  readonly joined: (workspace: string, channel: string) => Promise<void>;
}

export interface ListenerOptions
  extends Omit<FormListenerOptions, keyof Product | 'knock' | 'patience'>,
    Pick<ButtonListenerOptions, 'deleteAnswer'> {
  readonly product: Product;
  /** The one that our token belongs to: whoever comes in by it is a visitor there, wherever they are from. */
  readonly workspace: string;
  readonly people: People;
  readonly reply: ReplyTo;
  /** How long a person looks at nothing. */
  readonly patienceMs: number;
}

/** Who opens Home sees it without waiting for Slack to say who they are. */
const HOME_PATIENCE_MS = 150;

/** The doors. Everything but a filled-in form is acknowledged by the boundary before it comes here. */
export function installListeners(app: App, options: ListenerOptions): void {
  const { product, workspace, people, jobs, views, respond, patienceMs } = options;
  const patience = { ms: patienceMs, line: product.working };
  const knock = (person: string, channel?: string) => people.visitor(person, { workspace, channel: sharedChannel(channel) });

  // Any command that the manifest sends here: whoever installs the app may have named it otherwise.
  app.command(/^\//, async ({ command }) => {
    // Slack takes no commands in threads.
    const to = { responseUrl: command.response_url, channel: command.channel_id, user: command.user_id, thread: null, replaces: true };
    jobs.run('answering a command', async (signal) => {
      const answer = knock(to.user, to.channel).then((visitor) => product.answer(command.text ?? '', visitor, signal));
      await replyInTime(answer, respond(to), patience);
    });
  });

  app.event('app_home_opened', async ({ event: { user, tab } }) => {
    if (tab !== 'home') return;
    jobs.run('showing the Home tab', async (signal) => {
      const visiting = knock(user);
      const early = await within(visiting, HOME_PATIENCE_MS);
      if (early === 'late') await views.refreshHome(people.stranger(user, { workspace, channel: null }), signal);
      await views.showHome(await visiting, signal);
    });
  });
  installButtons(app, { ...options, ...product, knock, patience });
  installForms(app, { ...options, ...product, knock, patience });
  installMessages(app, { ...options, ...product, knock });
  installNews(app, options);
}

/** What the bot hears of itself. */
function installNews(app: App, { product, workspace, jobs }: ListenerOptions): void {
  const gone = () => jobs.run('leaving a workspace', () => product.gone(workspace));
  const joined = (channel: string) => jobs.run('coming to a channel', () => product.joined(workspace, channel));

  app.event('app_uninstalled', async () => gone());
  app.event('tokens_revoked', async ({ event }) => {
    // People's own tokens may be revoked as well: we hold none.
    if ((event.tokens.bot ?? []).length > 0) gone();
  });
  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user === context.botUserId) joined(event.channel);
  });
  app.event('channel_unarchive', async ({ event }) => joined(event.channel));
  app.event('group_unarchive', async ({ event }) => joined(event.channel));
}

/** Direct messages are no channel to anybody but the two who write there. */
const sharedChannel = (channel: string | undefined): string | null =>
  channel === undefined || isDirect(channel) || isPerson(channel) ? null : channel;

/** Who stands for their direct messages. */
const isPerson = (id: string): boolean => /^[UW]/.test(id);
