import { ServiceError } from '../model/errors.ts';

/** What was learnt of a failed call beside its kind. Nothing here is shown to people. */
export interface Details extends ErrorOptions {
  /** LiveChat's own name for the call (`x-debug-id`): their support finds it by this. */
  readonly debugId?: string | undefined;
  /** How long LiveChat wants to be left alone, in milliseconds. */
  readonly retryAfter?: number | undefined;
  /** Where LiveChat says that the account's data is. */
  readonly region?: string | undefined;
}

/** A call to LiveChat that brought no numbers: its texts are ours, what LiveChat wrote stays in the cause. */
export abstract class LiveChatError extends ServiceError {
  readonly debugId: string | undefined;
  readonly retryAfter: number | undefined;
  /** The same call may succeed in a moment. */
  readonly transient: boolean = false;

  constructor(message: string, hint: string, { debugId, retryAfter, cause }: Details) {
    super(message, hint, cause === undefined ? {} : { cause });
    this.debugId = debugId;
    this.retryAfter = retryAfter;
  }
}

/** Makes the error of a failed call. */
export type Failure = new (details: Details) => LiveChatError;

export class AuthenticationError extends LiveChatError {
  override readonly name = 'AuthenticationError';
  constructor(details: Details) {
    const hint = 'Whoever runs this bot can give it a new one: LIVECHAT_TOKEN, or LIVECHAT_ACCOUNT_ID with LIVECHAT_PAT.';
    super('LiveChat does not accept the access token of this bot.', hint, details);
  }
}

export class AuthorizationError extends LiveChatError {
  override readonly name = 'AuthorizationError';
  constructor(details: Details) {
    const hint = 'Whoever runs this bot can give it an access token with the scope reports_read.';
    super('The access token of this bot may not read reports.', hint, details);
  }
}

export class LicenseExpiredError extends LiveChatError {
  override readonly name = 'LicenseExpiredError';
  constructor(details: Details) {
    super('The LiveChat license has expired.', 'An owner of the LiveChat account can renew it; reports come back by themselves.', details);
  }
}

export class WrongProductVersionError extends LiveChatError {
  override readonly name = 'WrongProductVersionError';
  constructor(details: Details) {
    const hint = 'An owner of the account can move it to the current LiveChat; the support of LiveChat helps with it.';
    super('This LiveChat account is on an old LiveChat that has no such reports.', hint, details);
  }
}

export class ValidationError extends LiveChatError {
  override readonly name = 'ValidationError';
  constructor(details: Details) {
    const hint = 'That is a mistake of this bot, not yours. Ask with fewer filters or another range, and tell whoever runs the bot.';
    super('LiveChat did not understand what this bot asked.', hint, details);
  }
}

export class GroupNotFoundError extends LiveChatError {
  override readonly name = 'GroupNotFoundError';
  constructor(details: Details) {
    super('LiveChat does not know a group that you asked for.', 'It may have been deleted: ask for another group, or for all.', details);
  }
}

export class EntityTooLargeError extends LiveChatError {
  override readonly name = 'EntityTooLargeError';
  constructor(details: Details) {
    super('The question is too long for LiveChat.', 'Ask for fewer agents, groups or tags at once.', details);
  }
}

export class NotFoundError extends LiveChatError {
  override readonly name = 'NotFoundError';
  constructor(details: Details) {
    const hint = 'Whoever runs this bot can check LIVECHAT_API_URL and set LIVECHAT_API_VERSION to a newer version, or to auto.';
    super('LiveChat does not know this report.', hint, details);
  }
}

export class UnsupportedVersionError extends LiveChatError {
  override readonly name = 'UnsupportedVersionError';
  constructor(details: Details) {
    const hint = 'Ask again. If that does not help, whoever runs this bot can set LIVECHAT_API_VERSION to a newer version, or to auto.';
    super('LiveChat no longer answers the version of the Reports API that this bot speaks.', hint, details);
  }
}

export class MisdirectedRequestError extends LiveChatError {
  override readonly name = 'MisdirectedRequestError';
  readonly region: string | undefined;
  constructor(details: Details) {
    const hint = 'Whoever runs this bot can check LIVECHAT_API_URL, and that the access token belongs to this account.';
    super('LiveChat keeps the data of this account in another region, and the bot could not reach it there.', hint, details);
    this.region = details.region;
  }
}

export class TooManyRequestsError extends LiveChatError {
  override readonly name = 'TooManyRequestsError';
  override readonly transient = true;
  constructor(details: Details) {
    super('LiveChat is being asked too often and wants a pause.', `Try again in ${inWords(details.retryAfter)}.`, details);
  }
}

export class LimitReachedError extends LiveChatError {
  override readonly name = 'LimitReachedError';
  override readonly transient = true;
  constructor(details: Details) {
    super('This LiveChat account has reached a limit of the Reports API.', `Try again in ${inWords(details.retryAfter)}.`, details);
  }
}

/** LiveChat gave up counting. */
export class RequestTimeoutError extends LiveChatError {
  override readonly name = 'RequestTimeoutError';
  override readonly transient = true;
  constructor(details: Details) {
    super('LiveChat took too long to count this.', 'Ask for a shorter range, or try again in a moment.', details);
  }
}

/** We gave up waiting. Not asked again by itself: it would only double the wait of the person. */
export class NoAnswerError extends LiveChatError {
  override readonly name = 'NoAnswerError';
  constructor(details: Details) {
    super('LiveChat did not answer in time.', 'Try again in a moment, or ask for a shorter range.', details);
  }
}

export class ServiceUnavailableError extends LiveChatError {
  override readonly name = 'ServiceUnavailableError';
  override readonly transient = true;
  constructor(details: Details) {
    super('LiveChat takes no questions at the moment.', 'Try again in a few minutes.', details);
  }
}

export class ConnectionError extends LiveChatError {
  override readonly name = 'ConnectionError';
  override readonly transient: boolean;
  constructor(details: Details & { readonly transient: boolean }) {
    const hint = 'Try again in a moment. If it stays like this, whoever runs this bot can check its network and LIVECHAT_API_URL.';
    super('LiveChat could not be reached.', hint, details);
    this.transient = details.transient;
  }
}

export class InternalError extends LiveChatError {
  override readonly name = 'InternalError';
  constructor(details: Details) {
    super('LiveChat had a problem of its own.', 'Try again in a few minutes.', details);
  }
}

export class UnreadableAnswerError extends LiveChatError {
  override readonly name = 'UnreadableAnswerError';
  constructor(details: Details) {
    const hint = 'Try again in a moment. If it stays like this, tell whoever runs this bot.';
    super('LiveChat answered with something that this bot cannot read.', hint, details);
  }
}

export class AnswerTooLargeError extends LiveChatError {
  override readonly name = 'AnswerTooLargeError';
  constructor(details: Details) {
    super('The answer of LiveChat is too large.', 'Ask for a shorter range, or by larger steps: by day instead of by hour.', details);
  }
}

function inWords(retryAfter = 60_000): string {
  const minutes = Math.max(1, Math.ceil(retryAfter / 60_000));
  if (minutes > 60) return 'a few hours';
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
