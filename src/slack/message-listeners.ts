import type { App, GlobalShortcut, ViewSubmitAction } from '@slack/bolt';
import { ASK, ASKED, askForm } from '../presentation/ask-form.ts';
import type { Converse } from '../usecases/conversations.ts';
import type { Visitor } from '../usecases/ports.ts';
import { formValues } from './form-values.ts';
import { directSpot, type Heard, heard } from './heard.ts';
import type { Jobs } from './jobs.ts';
import type { ReplyTo } from './reply.ts';
import type { Views } from './views.ts';

export interface MessageListenerOptions {
  readonly converse: Converse;
  readonly knock: (person: string, channel?: string) => Promise<Visitor>;
  readonly jobs: Jobs;
  readonly views: Pick<Views, 'show'>;
  readonly reply: ReplyTo;
}

/** What is written to the bot and below its answers; and the shortcut, whose words are as if written to it. */
export function installMessages(app: App, { converse, knock, jobs, views, reply }: MessageListenerOptions): void {
  const take = (said: Heard | null) => {
    if (said === null) return;
    const { person, spot, isToUs } = said;
    jobs.run('answering a message', async (signal) => {
      const answer = knock(person, spot.channel).then((visitor) => converse(said, visitor, signal));
      await reply({ spot, person, isAwaited: isToUs }, answer);
    });
  };

  app.event('app_mention', async ({ event, context }) => take(heard(event, context.botUserId ?? '')));
  app.event('message', async ({ event, context }) => take(heard(event, context.botUserId ?? '')));

  app.shortcut<GlobalShortcut>({ callback_id: ASK, type: 'shortcut' }, async ({ shortcut }) => {
    jobs.run('opening the form of the shortcut', () => views.show(shortcut.trigger_id, askForm()));
  });
  app.view<ViewSubmitAction>({ callback_id: ASK, type: 'view_submission' }, async ({ body, view }) => {
    const person = body.user.id;
    const words = String(formValues(view.state).get(ASKED) ?? '');
    // Only posting tells which conversation a person's direct messages are.
    take({ person, words, conversation: { channel: person, thread: '' }, isToUs: true, spot: directSpot(person) });
  });
}
