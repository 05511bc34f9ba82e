import { ServiceError } from '../model/errors.ts';

/** `after` is how long LiveChat wants to be left alone, in milliseconds. */
type Hint = string | ((after: number | undefined) => string);

const tryAgain = (after = 60_000): string => `Try again in ${inWords(after)}.`;

/**
 * What people are told of each failure, by the name of its error: what is wrong, and what to do next. All down to InternalError are the
 * error types that LiveChat's Web APIs document in common; the pages of the Reports API list none. The rest is what we found ourselves.
 */
const TEXTS = {
  AuthenticationError: [
    'LiveChat does not accept the access token of this bot.',
    'Whoever runs this bot can give it a new one: LIVECHAT_TOKEN, or LIVECHAT_ACCOUNT_ID with LIVECHAT_PAT.',
  ],
  AuthorizationError: [
    'The access token of this bot may not read reports.',
    'Whoever runs this bot can give it an access token with the scope reports_read.',
  ],
  LicenseExpiredError: [
    'The LiveChat license has expired.',
    'An owner of the LiveChat account can renew it; reports come back by themselves.',
  ],
  WrongProductVersionError: [
    'This LiveChat account is on an old LiveChat that has no such reports.',
    'An owner of the account can move it to the current LiveChat; the support of LiveChat helps with it.',
  ],
  ValidationError: [
    'LiveChat did not understand what this bot asked.',
    'That is a mistake of this bot, not yours. Ask with fewer filters or another range, and tell whoever runs the bot.',
  ],
  GroupNotFoundError: [
    'LiveChat does not know a group that you asked for.',
    'It may have been deleted: ask for another group, or for all.',
  ],
  EntityTooLargeError: ['The question is too long for LiveChat.', 'Ask for fewer agents, groups or tags at once.'],
  NotFoundError: [
    'LiveChat does not know this report.',
    'Whoever runs this bot can check LIVECHAT_API_URL and set LIVECHAT_API_VERSION to a newer version, or to auto.',
  ],
  UnsupportedVersionError: [
    'LiveChat no longer answers the version of the Reports API that this bot speaks.',
    'Ask again. If that does not help, whoever runs this bot can set LIVECHAT_API_VERSION to a newer version, or to auto.',
  ],
  MisdirectedRequestError: [
    'LiveChat keeps the data of this account in another region, and the bot could not reach it there.',
    'Whoever runs this bot can check LIVECHAT_API_URL, and that the access token belongs to this account.',
  ],
  TooManyRequestsError: ['LiveChat is being asked too often and wants a pause.', tryAgain],
  LimitReachedError: ['This LiveChat account has reached a limit of the Reports API.', tryAgain],
  RequestTimeoutError: ['LiveChat took too long to count this.', 'Ask for a shorter range, or try again in a moment.'],
  ServiceUnavailableError: ['LiveChat takes no questions at the moment.', 'Try again in a few minutes.'],
  InternalError: ['LiveChat had a problem of its own.', 'Try again in a few minutes.'],

  NoAnswerError: ['LiveChat did not answer in time.', 'Try again in a moment, or ask for a shorter range.'],
  ConnectionError: [
    'LiveChat could not be reached.',
    'Try again in a moment. If it stays like this, whoever runs this bot can check its network and LIVECHAT_API_URL.',
  ],
  UnreadableAnswerError: [
    'LiveChat answered with something that this bot cannot read.',
    'Try again in a moment. If it stays like this, tell whoever runs this bot.',
  ],
  AnswerTooLargeError: ['The answer of LiveChat is too large.', 'Ask for a shorter range, or by larger steps: by day instead of by hour.'],
} satisfies Record<string, readonly [message: string, hint: Hint]>;

export type FailureName = keyof typeof TEXTS;

// NoAnswerError is none of them: the person has waited long enough, asking again would only double that.
const TRANSIENT: ReadonlySet<FailureName> = new Set([
  'TooManyRequestsError',
  'LimitReachedError',
  'RequestTimeoutError',
  'ServiceUnavailableError',
]);

/** What was learnt of a failed call beside its name. */
export interface Details extends ErrorOptions {
  /** LiveChat's own name for the call (`x-debug-id`): their support finds it by this. */
  readonly debugId?: string | undefined;
  /** How long LiveChat wants to be left alone, in milliseconds. */
  readonly retryAfter?: number | undefined;
  /** Where LiveChat says that the account's data is. */
  readonly region?: string | undefined;
  /** Said where the name does not tell it: of a ConnectionError. */
  readonly transient?: boolean;
}

/** A call to LiveChat that brought no numbers: its texts are ours, what LiveChat wrote stays in the cause. */
export class LiveChatError extends ServiceError {
  override readonly name: FailureName;
  readonly debugId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly region: string | undefined;
  /** The same call may succeed in a moment. */
  readonly transient: boolean;

  constructor(name: FailureName, { debugId, retryAfter, region, transient = TRANSIENT.has(name), cause }: Details = {}) {
    const [message, hint] = TEXTS[name];
    super(message, typeof hint === 'string' ? hint : hint(retryAfter), cause === undefined ? {} : { cause });
    this.name = name;
    this.debugId = debugId;
    this.retryAfter = retryAfter;
    this.region = region;
    this.transient = transient;
  }
}

function inWords(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  if (minutes > 60) return 'a few hours';
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
