import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { UserError } from '../model/errors.ts';
import { errorMessage } from '../presentation/error-message.ts';
import type { Message, ModalView } from '../presentation/message.ts';
import type { AnswerWords } from '../usecases/answer.ts';
import type { Submitted } from '../usecases/doors.ts';
import type { Forms } from '../usecases/forms.ts';
import type { Visitor } from '../usecases/ports.ts';
import { FORM } from './boundary.ts';
import { formValues } from './form-values.ts';
import type { Jobs } from './jobs.ts';
import type { Once } from './once.ts';
import { remembered, remembering } from './opened-from.ts';
import { isFirst, wordsOf } from './pressed.ts';
import { type Patience, replyInTime } from './reply-in-time.ts';
import { type ReplyTo, replyTo, type Send } from './respond.ts';
import type { Views } from './views.ts';
import { within } from './within.ts';

export interface FormListenerOptions {
  readonly forms: Forms;
  readonly answer: AnswerWords;
  /** Who comes in, and where from. */
  readonly knock: (person: string, channel?: string) => Promise<Visitor>;
  readonly jobs: Jobs;
  readonly views: Views;
  readonly modal: (message: Message) => ModalView;
  readonly working: Message;
  readonly respond: (to: ReplyTo) => Send;
  readonly patience: Patience;
  /** How long a person waits for a form to be taken. */
  readonly submissionMs: number;
  /** Remembers a press for as long as a second one is only impatient. */
  readonly presses: Once;
}

/** Buttons that open forms, and forms that were filled in. */
export function installForms(app: App, options: FormListenerOptions): void {
  const { forms, answer, knock, jobs, views, modal, working, respond, patience, submissionMs } = options;

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: /^open:/ }, async ({ body, action }) => {
    if (isFirst(options.presses, body, action)) jobs.run('opening a form', (signal) => open({ body, action, signal }, options));
  });

  app.view<ViewSubmitAction>({ callback_id: new RegExp(`^${FORM}`), type: 'view_submission' }, async ({ ack, body, view }) => {
    jobs.run('taking a form', async (signal) => {
      const person = body.user.id;
      const visiting = knock(person);
      const { kept, place } = remembered(view.private_metadata);
      const filledIn = { values: formValues(view.state), kept };
      const work = visiting.then((visitor) => forms.submit(view.callback_id.slice(FORM.length), filledIn, visitor));
      const submitted = await within(work, submissionMs);
      const isLate = submitted === 'late';
      // Nothing was done: the form stays as it is, with what is wrong beside it.
      if (!isLate && 'errors' in submitted) return ack({ response_action: 'errors', errors: submitted.errors });
      const answerTo = async (words: string) => answer(words, await knock(person, place?.channel), signal);
      if (!isLate && 'words' in submitted && place) {
        await ack();
        return replyInTime(answerTo(submitted.words), respond({ ...place, user: person, replaces: false }), patience);
      }
      const isTold = !isLate && 'message' in submitted;
      await ack({ response_action: 'update', view: modal(isTold ? submitted.message : working) });
      const told = isTold ? Promise.resolve() : views.replace(view.id, await saidLate(await work, answerTo));
      // Whoever has closed the form meanwhile sees in Home what was done.
      await told.finally(async () => views.refreshHome(await visiting, signal));
    });
  });
}

interface Opening {
  readonly body: BlockAction;
  readonly action: ButtonAction;
  readonly signal: AbortSignal;
}

async function open({ body, action, signal }: Opening, { forms, knock, views, respond }: FormListenerOptions): Promise<void> {
  const to = replyTo(body);
  const visitor = await knock(body.user.id, to?.channel);
  const opened = await forms.open(action.action_id.split(':')[1] ?? '', wordsOf(action), visitor);
  if ('message' in opened && to) return respond(to)(opened.message);
  try {
    await views.show(body.trigger_id, 'view' in opened ? remembering(opened.view, to) : opened.message);
  } catch (error) {
    if (!isTooLate(error)) throw error;
    if (to) return respond(to)(errorMessage(new UserError('That took too long.', 'Press again.')));
    // Home has no place for words to one press: what can be done is show it as it is by now, and write the press down.
    await views.refreshHome(visitor, signal);
    throw error;
  }
}

const isTooLate = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && ['expired_trigger_id', 'trigger_expired'].includes(error.data.error);

/** The form is closed by then: what is wrong with it has no place beside its inputs. */
async function saidLate(submitted: Submitted, answerTo: (words: string) => Promise<Message>): Promise<Message> {
  if ('message' in submitted) return submitted.message;
  if ('words' in submitted) return answerTo(submitted.words);
  const wrong = Object.values(submitted.errors).join(' ');
  return errorMessage(new UserError(wrong, 'Nothing was changed. Open the form again and correct it.'));
}
