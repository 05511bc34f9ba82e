import type { Clock } from '../../src/model/time.ts';
import type { Exchange, Send } from './exchange.ts';
import { type Given, theOne } from './interactive.ts';
import { isObject, type JsonObject, objectsIn } from './json.ts';
import {
  type ActionFacts,
  commandPayload,
  eventPayload,
  mentionEvent,
  messageActionPayload,
  messageEvent,
  shortcutPayload,
  viewActionPayload,
  viewPayload,
} from './payloads.ts';
import type { ResponseUrls } from './response-url.ts';
import { checkFilledIn, obeySubmission } from './submission.ts';
import type { View } from './views.ts';
import type { Context } from './web-api/method.ts';
import { viewOnTheWire } from './web-api/views.ts';
import { APP, type Message } from './workspace.ts';

export interface PersonDeps extends Pick<Context, 'workspace' | 'views' | 'triggers' | 'files' | 'scopes'> {
  readonly clock: Clock;
  readonly responseUrls: ResponseUrls;
  readonly send: Send;
  responseUrl(id: string): string;
}

export interface Command {
  readonly text?: string;
  readonly command?: string;
  readonly user?: string;
  readonly channel?: string;
}

export interface Use {
  /** The message or the view that it is in. */
  readonly on: Message | View;
  readonly actionId: string;
  /** What is chosen; for a button, only to tell it from another with the same id. */
  readonly value?: Given;
  readonly user?: string;
}

export interface Written {
  readonly text: string;
  readonly user?: string;
  /** `direct`: the direct messages of the app with the person. */
  readonly channel?: string;
  /** The ts of the message that is answered. */
  readonly thread?: string;
  /** What else the events hold: `bot_id`, `edited`, `subtype`. */
  readonly marks?: JsonObject;
}

const SOMEBODY = 'U1';

/** What people do in Slack, as the app hears of it. */
export function createPerson(deps: PersonDeps) {
  const { clock, workspace, views, triggers, scopes, responseUrls, send, responseUrl } = deps;
  const actor = (id: string) => ({ user: present(workspace.users.get(id), `user ${id}`), triggerId: triggers.mint(id) });

  const event = (content: JsonObject): Exchange =>
    send({ type: 'events_api', payload: eventPayload(content, workspace.nextId('Ev'), Math.floor(clock() / 1000)) });

  return {
    command: ({ text = '', command = '/livechat', user = SOMEBODY, channel: place = 'C1' }: Command = {}): Exchange => {
      const channel = present(workspace.channels.get(place), `channel ${place}`);
      const answerId = responseUrls.mint(user, place, null);
      const payload = commandPayload({ command, text, channel, ...actor(user), responseUrl: responseUrl(answerId) });
      const obey = (body: unknown) => {
        if (body !== null) responseUrls.acknowledge(answerId, isObject(body) ? body : { text: String(body) });
      };
      return send({ type: 'slash_commands', payload }, { answerId, obey });
    },

    /** Presses a button, chooses from a list. */
    action: ({ on, user = SOMEBODY, ...use }: Use): Exchange => {
      const done = { ...actor(user), ...use, ts: workspace.nextTs() };
      return 'content' in on ? useInView(on, done, deps) : useInMessage(on, done, deps);
    },

    openHome: (user = SOMEBODY, tab: 'home' | 'messages' = 'home'): Exchange => {
      const view = views.home(user);
      const known = view && tab === 'home' ? { view: viewOnTheWire(view) } : {};
      return event({
        type: 'app_home_opened',
        user,
        channel: workspace.openDm(actor(user).user.id).id,
        tab,
        event_ts: workspace.nextTs(),
        ...known,
      });
    },

    /** Fills in, by action ids, the modal that the person has before him, and submits it. */
    submitView: (values: Readonly<Record<string, Given>> = {}, user = SOMEBODY): Exchange => {
      const view = present(views.modal(user), `modal of ${user}`);
      const given = new Map(Object.entries(values));
      checkFilledIn(view, given);
      const payload = viewPayload('view_submission', actor(user), { view, given });
      return send({ type: 'interactive', payload }, { obey: (body) => obeySubmission(body, view, deps) });
    },

    /** Closes it. The app hears of it when it asked to; else there is no exchange. */
    closeView: (user = SOMEBODY): Exchange | null => {
      const view = present(views.modal(user), `modal of ${user}`);
      views.closeTop(user);
      if (view.content.notify_on_close !== true) return null;
      return send({ type: 'interactive', payload: viewPayload('view_closed', actor(user), { view, given: new Map() }) });
    },

    /** Writes a message. The app hears of it by as many events as it is a member and has scopes for; `ts` is the message's. */
    write: ({ text, user = SOMEBODY, channel: place = 'C1', thread, marks = {} }: Written) => {
      const channel = place === 'direct' ? workspace.openDm(user) : present(workspace.channels.get(place), `channel ${place}`);
      const ts = workspace.nextTs();
      const facts = { user, text, channel, ts, thread: thread ?? null, marks };
      const isDirect = channel.dmWith !== undefined;
      const isMentioned = !isDirect && text.includes(`<@${APP.bot}>`) && scopes.has('app_mentions:read');
      const isTold = scopes.has(isDirect ? 'im:history' : channel.isPrivate ? 'groups:history' : 'channels:history');
      const told = channel.members.includes(APP.bot)
        ? [...(isMentioned ? [mentionEvent(facts)] : []), ...(isTold ? [messageEvent(facts)] : [])]
        : [];
      return { ts, events: told.map(event) };
    },

    /** Uses a shortcut that is offered everywhere. */
    shortcut: (callbackId: string, user = SOMEBODY): Exchange =>
      send({ type: 'interactive', payload: shortcutPayload(actor(user), callbackId, workspace.nextTs()) }),

    /** Any event, in the envelope that Slack puts around it. */
    event,

    /** The same once more, as Slack does when it thinks that the app did not hear. */
    redeliver: ({ envelope }: Exchange, attempt = 1): Exchange => send({ ...envelope, retry: { attempt, reason: 'http_timeout' } }),
  };
}

type Done = Omit<ActionFacts, 'used'> & Pick<Use, 'actionId'>;

function useInView(on: View, done: Done, { views, send }: PersonDeps): Exchange {
  const view = present(views.find(on.id), `view ${on.id}`);
  const used = theOne(objectsIn(view.content.blocks), done.actionId, done.value);
  return send({ type: 'interactive', payload: viewActionPayload({ ...done, used }, view) });
}

function useInMessage(on: Message, done: Done, { workspace, responseUrls, responseUrl, send }: PersonDeps): Exchange {
  const message = present(workspace.find(on.channel, on.ts), `message ${on.ts}`);
  const channel = present(workspace.channels.get(on.channel), `channel ${on.channel}`);
  const { user } = done;
  if (message.ephemeralTo !== null && message.ephemeralTo !== user.id) throw new Error(`${user.id} does not see message ${on.ts}`);
  const used = theOne(message.blocks, done.actionId, done.value);
  const answerId = responseUrls.mint(user.id, channel.id, message);
  const payload = messageActionPayload({ ...done, used }, { message, channel, responseUrl: responseUrl(answerId) });
  return send({ type: 'interactive', payload }, { answerId });
}

function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`There is no ${what}`);
  return value;
}
