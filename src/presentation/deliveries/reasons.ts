/** Why a slot was not posted as planned, and what a person can do about it. */
export interface Reason {
  /** Slack's own code, or one of ours. */
  readonly code: string;
  /** A clause that follows "because". */
  readonly what: string;
  /** A sentence or two: what to do. Empty where there is nothing to do. */
  readonly fix: string;
  readonly kind: ReasonKind;
  readonly button: ReasonButton | null;
}

/**
 * `pause`: nothing will change until a person does something, so the schedule is paused at once. `retry`: it passes by itself.
 * `once`: this slot is lost, the next one may go well. `workspace`: nothing at all can be done there. `end`: nobody failed.
 */
export type ReasonKind = 'pause' | 'retry' | 'once' | 'workspace' | 'end';

/** The one thing to press: post this slot now, let the schedule run again, change it, or say what became of it. */
export type ReasonButton = 'send' | 'resume' | 'edit' | 'arrived';

export const WHOEVER = 'whoever runs this bot';
const NO_PLACE = 'Choose another place for it.';
const REINSTALL = 'An administrator of the workspace can install me again.';
const ALLOW = 'An administrator of the workspace can allow me to, or choose another channel.';
const SHORTER = 'Ask for less in it: a shorter range, larger steps, or fewer names.';
const BY_ITSELF = 'It is not your fault and usually passes by itself.';

type Texts = Omit<Reason, 'code'>;
const pause = (what: string, fix: string, button: ReasonButton = 'send'): Texts => ({ what, fix, kind: 'pause', button });
const retry = (what: string, fix = BY_ITSELF): Texts => ({ what, fix, kind: 'retry', button: 'send' });
const once = (what: string, fix: string, button: ReasonButton | null = 'send'): Texts => ({ what, fix, kind: 'once', button });
const workspace = (what: string): Texts => ({ what, fix: REINSTALL, kind: 'workspace', button: 'send' });
const end = (what: string, fix = '', button: ReasonButton | null = null): Texts => ({ what, fix, kind: 'end', button });

const TOO_LONG = once('the message was longer than Slack allows', SHORTER, 'edit');
const MARK_REFUSED = once('Slack did not accept how I mark what I post', `That is a mistake of mine: please tell ${WHOEVER}.`, null);
const NOT_ALLOWED = pause('I am not allowed to post there', ALLOW);
const NOBODY = pause('the person it goes to cannot get messages from me', NO_PLACE, 'edit');
const REFUSED = workspace('Slack does not accept my token for this workspace any more');

const REASONS: ReadonlyMap<string, Texts> = new Map([
  // Slack: the place.
  ['not_in_channel', pause('I was removed from the channel', 'Invite me there again with /invite.')],
  [
    'channel_not_found',
    pause('I cannot see the channel: it was deleted, or it is private and I am not in it', `Invite me there. ${NO_PLACE}`),
  ],
  ['is_archived', pause('the channel is archived', `Unarchive it. ${NO_PLACE}`)],
  ['restricted_action', NOT_ALLOWED],
  ['restricted_action_read_only_channel', NOT_ALLOWED],
  ['restricted_action_thread_only_channel', NOT_ALLOWED],
  ['restricted_action_non_threadable_channel', NOT_ALLOWED],
  ['restricted_action_thread_locked', NOT_ALLOWED],
  ['cannot_dm_bot', NOBODY],
  ['user_not_found', NOBODY],
  ['user_disabled', NOBODY],
  ['user_not_visible', NOBODY],
  ['messages_tab_disabled', NOBODY],
  // Slack: the message.
  ['msg_too_long', TOO_LONG],
  ['msg_blocks_too_long', TOO_LONG],
  ...['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large', 'metadata_must_be_sent_from_app'].map(
    (code): [string, Texts] => [code, MARK_REFUSED],
  ),
  ['invalid_blocks', once('Slack did not accept how the message was laid out', `That is a mistake of mine: please tell ${WHOEVER}.`, null)],
  // Slack: the workspace.
  ['invalid_auth', REFUSED],
  ['not_authed', REFUSED],
  ['token_revoked', REFUSED],
  ['token_expired', REFUSED],
  ['account_inactive', workspace('my account in this workspace was switched off')],
  ['app_uninstalled', workspace('I was removed from this workspace')],
  ['not_installed', workspace('I am not in this workspace any more')],
  ['missing_scope', pause('this workspace has not granted me to post there', REINSTALL)],
  ['no_permission', NOT_ALLOWED],
  ['access_denied', NOT_ALLOWED],
  ['team_added_to_org', retry('the workspace is just being moved into an organization')],
  ['team_access_not_granted', pause('the organization does not let me into this workspace', ALLOW)],
  ['org_login_required', retry('the workspace is just being moved into an organization')],
  ['ratelimited', retry('Slack asked me to wait for too long')],
  ['rate_limited', retry('Slack asked me to wait for too long')],
  ['message_limit_exceeded', retry('the workspace has posted more than Slack allows')],
  ['unreachable', retry('Slack could not be reached')],
  // LiveChat.
  [
    'livechat_refused',
    pause(
      'LiveChat refused my access token',
      `Ask ${WHOEVER} to give me a new one, then resume it, and others that I paused for this.`,
      'resume',
    ),
  ],
  ['livechat_scope', pause('my LiveChat access token may not read reports', `Ask ${WHOEVER} for one with the scope reports_read.`)],
  ['livechat_limited', retry('LiveChat was asked too often and wanted a pause')],
  ['livechat_unavailable', retry('LiveChat did not answer')],
  // What was asked, and faults of ours.
  ['unanswerable', once('its question could not be answered', '', 'edit')],
  ['held_up', retry('I was held up')],
  ['fault', once('something went wrong in me', `Please tell ${WHOEVER}.`)],
  ['unreadable', { ...once('what I remember of it cannot be read', `Please set it up again, and tell ${WHOEVER}.`, null), kind: 'pause' }],
  // Nobody failed.
  ['asleep', end('I was not running then', 'You can still have it.', 'send')],
  ['too_late', end('it had become too late for it', 'You can still have it.', 'send')],
  ['asked_to_skip', end('somebody asked to leave it out')],
  ['empty', end('there was nothing to report')],
  ['paused', end('the schedule was paused meanwhile')],
  ['deleted', end('the schedule was deleted meanwhile')],
  ['unknown_outcome', end('Slack did not tell me whether it arrived', 'Please look there and tell me.', 'arrived')],
]);

/** What people are told beyond the code, behind a colon: `unanswerable:Tags need version 3.5. Ask for agents.` */
export const withDetail = (code: string, detail: string): string => `${code}:${detail}`;

/** The code of a reason without its detail. */
export const codeOf = (reason: string): string => reason.split(':', 1)[0] ?? reason;

/** Any code that Slack may think of has words. */
export function reasonInWords(reason: string): Reason {
  const code = codeOf(reason);
  const detail = reason.slice(code.length + 1);
  const known = REASONS.get(code) ?? once(`Slack answered “${code}”`, `If it happens again, tell ${WHOEVER}.`);
  return { code, ...known, fix: detail === '' ? known.fix : detail };
}
