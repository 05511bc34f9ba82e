import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { UserError } from '../model/errors.ts';
import { errorMessage } from '../presentation/error-message.ts';
import type { Message, ModalView } from '../presentation/message.ts';
import type { Submitted } from '../usecases/doors.ts';
import type { Forms } from '../usecases/forms.ts';
import type { Visitor } from '../usecases/ports.ts';
import { FORM } from './boundary.ts';
import { formValues } from './form-values.ts';
import type { Jobs } from './jobs.ts';
import { type ReplyTo, replyTo, type Send } from './respond.ts';
import type { Views } from './views.ts';
import { within } from './within.ts';

export interface FormListenerOptions {
  readonly forms: Forms;
  /** Who comes in, and where from. */
  readonly knock: (person: string, channel?: string) => Promise<Visitor>;
  readonly jobs: Jobs;
  readonly views: Views;
  readonly modal: (message: Message) => ModalView;
  readonly working: Message;
  readonly respond: (to: ReplyTo) => Send;
  /** How long a person waits for a form to be taken. */
  readonly submissionMs: number;
}

/** Buttons that open forms, and forms that were filled in. */
export function installForms(app: App, options: FormListenerOptions): void {
  const { forms, knock, jobs, views, modal, working, submissionMs } = options;

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: /^open:/ }, async ({ body, action }) => {
    jobs.run('opening a form', () => open(body, action, options));
  });

  app.view<ViewSubmitAction>({ callback_id: new RegExp(`^${FORM}`), type: 'view_submission' }, async ({ ack, body, view }) => {
    jobs.run('taking a form', async (signal) => {
      const visiting = knock(body.user.id);
      const filledIn = { values: formValues(view.state), kept: view.private_metadata };
      const work = visiting.then((visitor) => forms.submit(view.callback_id.slice(FORM.length), filledIn, visitor));
      const submitted = await within(work, submissionMs);
      const isLate = submitted === 'late';
      // Nothing was done: the form stays as it is, with what is wrong beside it.
      if (!isLate && 'errors' in submitted) return ack({ response_action: 'errors', errors: submitted.errors });
      await ack({ response_action: 'update', view: modal(isLate ? working : submitted.message) });
      const told = isLate ? views.replace(view.id, saidLate(await work)) : Promise.resolve();
      // Whoever has closed the form meanwhile sees in Home what was done.
      await told.finally(async () => views.refreshHome(await visiting, signal));
    });
  });
}

async function open(
  body: BlockAction,
  { action_id, value = '' }: ButtonAction,
  { forms, knock, views, respond }: FormListenerOptions,
): Promise<void> {
  const to = replyTo(body);
  const opened = await forms.open(action_id.split(':')[1] ?? '', value, await knock(body.user.id, to?.channel));
  if ('message' in opened && to) return respond(to)(opened.message);
  try {
    await views.show(body.trigger_id, 'view' in opened ? opened.view : opened.message);
  } catch (error) {
    if (!to || !isTooLate(error)) throw error;
    await respond(to)(errorMessage(new UserError('That took too long.', 'Press again.')));
  }
}

const isTooLate = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && ['expired_trigger_id', 'trigger_expired'].includes(error.data.error);

/** The form is closed by then: what is wrong with it has no place beside its inputs. */
function saidLate(submitted: Submitted): Message {
  if ('message' in submitted) return submitted.message;
  const wrong = Object.values(submitted.errors).join(' ');
  return errorMessage(new UserError(wrong, 'Nothing was changed. Open the form again and correct it.'));
}
