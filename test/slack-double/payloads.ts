import { chosen, type Given, type Interactive, valuesOf, withBlockIds } from './interactive.ts';
import { type JsonObject, objectsIn } from './json.ts';
import type { View } from './views.ts';
import { onTheWire } from './web-api/chat.ts';
import { viewOnTheWire } from './web-api/views.ts';
import { APP, type Channel, type Message, TEAM, type User } from './workspace.ts';

const VERIFICATION_TOKEN = 'verification';

export interface CommandFacts {
  readonly command: string;
  readonly text: string;
  readonly user: User;
  readonly channel: Channel;
  readonly triggerId: string;
  readonly responseUrl: string;
}

export const commandPayload = ({ command, text, user, channel, triggerId, responseUrl }: CommandFacts): JsonObject => ({
  token: VERIFICATION_TOKEN,
  team_id: TEAM.id,
  team_domain: TEAM.domain,
  channel_id: channel.id,
  channel_name: channel.isPrivate ? 'privategroup' : channel.name,
  user_id: user.id,
  user_name: user.name,
  command,
  text,
  api_app_id: APP.id,
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: triggerId,
});

interface Actor {
  readonly user: User;
  readonly triggerId: string;
}

const interactionBy = ({ user, triggerId }: Actor): JsonObject => ({
  user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId ?? TEAM.id },
  team: { id: TEAM.id, domain: TEAM.domain },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: APP.id,
  token: VERIFICATION_TOKEN,
  trigger_id: triggerId,
});

export interface ActionFacts extends Actor {
  readonly used: Interactive;
  readonly value?: Given;
  readonly ts: string;
}

const action = ({ used: { blockId, element }, value, ts }: ActionFacts): JsonObject => ({
  action_id: element.action_id,
  block_id: blockId,
  action_ts: ts,
  ...(element.type === 'button' ? { type: 'button', text: element.text, value: element.value } : chosen(element, value ?? '')),
});

export interface MessageFacts {
  readonly message: Message;
  readonly channel: Channel;
  readonly responseUrl: string;
}

/** Of an ephemeral message, Slack sends the place and not the words. */
export const messageActionPayload = (facts: ActionFacts, { message, channel, responseUrl }: MessageFacts): JsonObject => ({
  type: 'block_actions',
  ...interactionBy(facts),
  container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: message.ephemeralTo !== null },
  channel: { id: channel.id, name: channel.name },
  ...(message.ephemeralTo === null ? { message: { ...onTheWire(message), blocks: withBlockIds(message.blocks) } } : {}),
  state: { values: valuesOf(message.blocks, givenBy(facts)) },
  response_url: responseUrl,
  actions: [action(facts)],
});

/** On a modal or on Home there is no channel, and no address to answer to. */
export const viewActionPayload = (facts: ActionFacts, view: View): JsonObject => ({
  type: 'block_actions',
  ...interactionBy(facts),
  container: { type: 'view', view_id: view.id },
  view: viewWith(view, givenBy(facts)),
  actions: [action(facts)],
});

export interface ViewFacts {
  readonly view: View;
  readonly given: ReadonlyMap<string, Given>;
}

export const viewPayload = (type: 'view_submission' | 'view_closed', actor: Actor, { view, given }: ViewFacts): JsonObject => ({
  type,
  ...interactionBy(actor),
  view: viewWith(view, given),
  ...(type === 'view_submission' ? { response_urls: [] } : { is_cleared: false }),
});

/** A shortcut that belongs to no message and no channel. */
export const shortcutPayload = (actor: Actor, callbackId: string, ts: string): JsonObject => ({
  type: 'shortcut',
  ...interactionBy(actor),
  callback_id: callbackId,
  action_ts: ts,
});

export interface WrittenFacts {
  readonly user: string;
  readonly text: string;
  readonly channel: Channel;
  readonly ts: string;
  readonly thread: string | null;
  /** What else the event holds: the marks of a bot or of an edit. */
  readonly marks: JsonObject;
}

/** A message as Slack tells of it, and that the app was mentioned in it. */
export const messageEvent = ({ user, text, channel, ts, thread, marks }: WrittenFacts): JsonObject => ({
  type: 'message',
  channel_type: channel.dmWith !== undefined ? 'im' : channel.isPrivate ? 'group' : 'channel',
  ...writtenIn({ user, text, channel, ts, thread, marks }),
});
export const mentionEvent = (facts: WrittenFacts): JsonObject => ({ type: 'app_mention', ...writtenIn(facts) });

const writtenIn = ({ user, text, channel, ts, thread, marks }: WrittenFacts): JsonObject => ({
  user,
  text,
  channel: channel.id,
  ts,
  event_ts: ts,
  team: TEAM.id,
  ...(thread === null ? {} : { thread_ts: thread }),
  ...marks,
});

export const eventPayload = (event: JsonObject, id: string, time: number): JsonObject => ({
  token: VERIFICATION_TOKEN,
  team_id: TEAM.id,
  context_team_id: TEAM.id,
  context_enterprise_id: null,
  api_app_id: APP.id,
  event,
  type: 'event_callback',
  event_id: id,
  event_time: time,
  authorizations: [{ enterprise_id: null, team_id: TEAM.id, user_id: APP.bot, is_bot: true, is_enterprise_install: false }],
  is_ext_shared_channel: false,
});

function viewWith(view: View, values: ReadonlyMap<string, Given>): JsonObject {
  const blocks = objectsIn(view.content.blocks);
  return { ...viewOnTheWire(view, valuesOf(blocks, values)), blocks: withBlockIds(blocks) };
}

const givenBy = ({ used, value }: ActionFacts): ReadonlyMap<string, Given> =>
  new Map(value === undefined ? [] : [[String(used.element.action_id), value]]);
