import { plain, section } from '../presentation/blocks.ts';
import type { HomeView, Message, ModalView } from '../presentation/message.ts';
import type { Visitor } from '../usecases/ports.ts';
import type { Clients } from './clients.ts';
import { sendLighter } from './refused-blocks.ts';

/** Modals and the Home tab. */
export interface Views {
  /** Opens a modal at once and puts the answer into it when it is there. */
  open(triggerId: string, answer: Promise<Message>): Promise<void>;
  /** Opens a modal that is there already. */
  show(triggerId: string, view: ModalView | Message): Promise<void>;
  /** Puts a message into an open modal. */
  replace(viewId: string, message: Message): Promise<void>;
  /** Publishes Home from what is known, then again from what was learned meanwhile. */
  showHome(visitor: Visitor, signal: AbortSignal): Promise<void>;
  /** Publishes Home from what is known, after something was changed. */
  refreshHome(visitor: Visitor, signal: AbortSignal): Promise<void>;
}

/** Home as it can be shown now, and as it will be once it has been refreshed. */
export type HomeViews = (visitor: Visitor, signal: AbortSignal) => AsyncIterable<HomeView>;

export interface ViewsOptions {
  readonly clients: Clients;
  readonly modal: (message: Message) => ModalView;
  readonly working: Message;
  readonly home: HomeViews;
}

/** Modals do not take what Slack draws itself. */
const inModal = async (message: Message): Promise<Message> => (message.plainer ? message.plainer() : message);

/** A modal has no text but its blocks. */
const inWords = (message: Message): Message =>
  message.blocks.length > 0 ? message : { text: message.text, blocks: [section(plain(message.text))] };

export function createViews({ clients: { quick }, modal, working, home }: ViewsOptions): Views {
  /** What Slack refuses is named by its place in the modal, which leaves some blocks out. */
  function asInModal(message: Message): Message {
    const shown = new Set<object>(modal(message).blocks);
    return { text: message.text, blocks: message.blocks.filter((block) => shown.has(block)) };
  }

  async function replace(viewId: string, answer: Message): Promise<void> {
    await sendLighter(asInModal(await inModal(answer)), (sent) => quick.views.update({ view_id: viewId, view: modal(inWords(sent)) }));
  }

  return {
    async open(triggerId, answer) {
      // The answer may be there, or fail, before the modal is open.
      answer.catch(() => {});
      const { view } = await quick.views.open({ trigger_id: triggerId, view: modal(working) });
      if (view?.id) await replace(view.id, await answer);
    },
    async show(triggerId, view) {
      await quick.views.open({ trigger_id: triggerId, view: 'type' in view ? view : modal(await inModal(view)) });
    },
    replace,
    async showHome(visitor, signal) {
      for await (const view of home(visitor, signal)) await quick.views.publish({ user_id: visitor.person, view });
    },
    async refreshHome(visitor, signal) {
      for await (const view of home(visitor, signal)) {
        await quick.views.publish({ user_id: visitor.person, view });
        return;
      }
    },
  };
}
