import { describe, expect, test } from '@jest/globals';
import { readAnswer } from '../../src/livechat/answer.ts';
import { LiveChatError } from '../../src/livechat/errors.ts';
import { ServiceError } from '../../src/model/errors.ts';
import { NOW, refusal } from './support/answers.ts';

interface Response {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

function read({ status = 200, json, text = JSON.stringify(json), headers = {} }: Response): unknown {
  return readAnswer({ status, headers: new Headers(headers), text }, NOW);
}

function failed(response: Response): LiveChatError {
  try {
    read(response);
  } catch (error) {
    if (error instanceof LiveChatError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

const TOKEN = 'Whoever runs this bot can give it a new one: LIVECHAT_TOKEN, or LIVECHAT_ACCOUNT_ID with LIVECHAT_PAT.';
const MINUTE = 'Try again in a minute.';

/** Every type that LiveChat names, with a status that says nothing. */
const TYPES: readonly (readonly [string, string, string, string])[] = [
  ['authentication', 'AuthenticationError', 'LiveChat does not accept the access token of this bot.', TOKEN],
  ['license_not_found', 'AuthenticationError', 'LiveChat does not accept the access token of this bot.', TOKEN],
  [
    'authorization',
    'AuthorizationError',
    'The access token of this bot may not read reports.',
    'Whoever runs this bot can give it an access token with the scope reports_read.',
  ],
  [
    'license_expired',
    'LicenseExpiredError',
    'The LiveChat license has expired.',
    'An owner of the LiveChat account can renew it; reports come back by themselves.',
  ],
  [
    'wrong_product_version',
    'WrongProductVersionError',
    'This LiveChat account is on an old LiveChat that has no such reports.',
    'An owner of the account can move it to the current LiveChat; the support of LiveChat helps with it.',
  ],
  [
    'validation',
    'ValidationError',
    'LiveChat did not understand what this bot asked.',
    'That is a mistake of this bot, not yours. Ask with fewer filters or another range, and tell whoever runs the bot.',
  ],
  [
    'group_not_found',
    'GroupNotFoundError',
    'LiveChat does not know a group that you asked for.',
    'It may have been deleted: ask for another group, or for all.',
  ],
  ['entity_too_large', 'EntityTooLargeError', 'The question is too long for LiveChat.', 'Ask for fewer agents, groups or tags at once.'],
  [
    'not_found',
    'NotFoundError',
    'LiveChat does not know this report.',
    'Whoever runs this bot can check LIVECHAT_API_URL and set LIVECHAT_API_VERSION to a newer version, or to auto.',
  ],
  [
    'unsupported_version',
    'UnsupportedVersionError',
    'LiveChat no longer answers the version of the Reports API that this bot speaks.',
    'Ask again. If that does not help, whoever runs this bot can set LIVECHAT_API_VERSION to a newer version, or to auto.',
  ],
  [
    'misdirected_request',
    'MisdirectedRequestError',
    'LiveChat keeps the data of this account in another region, and the bot could not reach it there.',
    'Whoever runs this bot can check LIVECHAT_API_URL, and that the access token belongs to this account.',
  ],
  ['too_many_requests', 'TooManyRequestsError', 'LiveChat is being asked too often and wants a pause.', MINUTE],
  ['limit_reached', 'LimitReachedError', 'This LiveChat account has reached a limit of the Reports API.', MINUTE],
  ['request_timeout', 'RequestTimeoutError', 'LiveChat took too long to count this.', 'Ask for a shorter range, or try again in a moment.'],
  ['service_unavailable', 'ServiceUnavailableError', 'LiveChat takes no questions at the moment.', 'Try again in a few minutes.'],
  ['internal', 'InternalError', 'LiveChat had a problem of its own.', 'Try again in a few minutes.'],
];

describe('what LiveChat refuses', () => {
  test.each(TYPES)('by the type %s is a %s', (type, name, message, hint) => {
    const error = failed({ status: 400, json: refusal(type), headers: { 'x-debug-id': 'debug-1' } });
    const { cause, debugId } = error;
    expect({ name: error.name, message: error.message, hint: error.hint, debugId, cause }).toEqual({
      name,
      message,
      hint,
      debugId: 'debug-1',
      cause: new Error(`HTTP 400, ${type}${type === 'validation' ? ': Words of LiveChat' : ''}`),
    });
    expect(error).toBeInstanceOf(ServiceError);
  });

  test('goes by its type even where the status says otherwise', () => {
    expect([200, 401, 429, 503].map((status) => failed({ status, json: refusal('license_expired') }).name)).toEqual(
      Array(4).fill('LicenseExpiredError'),
    );
  });

  test.each([
    [400, 'ValidationError'],
    [401, 'AuthenticationError'],
    [403, 'AuthorizationError'],
    [404, 'NotFoundError'],
    [405, 'ValidationError'],
    [413, 'EntityTooLargeError'],
    [414, 'EntityTooLargeError'],
    [421, 'MisdirectedRequestError'],
    [429, 'TooManyRequestsError'],
    [500, 'InternalError'],
    [502, 'ServiceUnavailableError'],
    [503, 'ServiceUnavailableError'],
    [504, 'RequestTimeoutError'],
    [520, 'InternalError'],
    [304, 'UnreadableAnswerError'],
    [204, 'UnreadableAnswerError'],
  ])('goes by the status %i where there is no type: %s', (status, name) => {
    const texts = ['', '<html><h1>Proxy</h1></html>', '{"error":"nope"}', JSON.stringify(refusal('never_heard_of'))];
    expect(texts.map((text) => failed({ status, text }).name)).toEqual([name, name, name, name]);
  });

  test.each([
    ['30', 'Try again in a minute.'],
    ['61', 'Try again in 2 minutes.'],
    ['7200', 'Try again in a few hours.'],
    ['Sun, 22 Nov 2026 12:05:00 GMT', 'Try again in 5 minutes.'],
  ])('with Retry-After: %s says "%s"', (header, hint) => {
    expect(failed({ status: 429, json: refusal('too_many_requests'), headers: { 'Retry-After': header } }).hint).toBe(hint);
  });

  test('keeps only a little of a long text, and nothing of one that may hold a secret', () => {
    const chatty = (type: string) => failed({ status: 400, json: { error: { type, message: `token ${'x'.repeat(5_000)}` } } }).cause;
    expect([chatty('validation'), chatty('authentication')]).toEqual([
      new Error(`HTTP 400, validation: token ${'x'.repeat(194)}`),
      new Error('HTTP 400, authentication'),
    ]);
  });
});

describe('a region', () => {
  const regionOf = (region: unknown) => failed({ status: 421, json: refusal('misdirected_request', { region }) });

  test('is read when it looks like one', () => {
    expect(regionOf('us-south1')).toMatchObject({ name: 'MisdirectedRequestError', region: 'us-south1' });
  });

  test.each(['', 'x', 'DAL', 'fra\r\nX-Evil: 1', 'a'.repeat(21), 7, null])('is left alone when it does not: %j', (region) => {
    expect(regionOf(region)).toMatchObject({ name: 'MisdirectedRequestError', region: undefined });
  });
});

describe('an answer', () => {
  test('is its JSON, whatever that is', () => {
    expect([{ total: 1 }, [], null, 7].map((json) => read({ json }))).toEqual([{ total: 1 }, [], null, 7]);
  });

  test.each(['', '{"total": 12, "rec', '<!doctype html><p>secret</p>', 'OK'])(
    'that is no JSON cannot be read, and is not quoted: %j',
    (text) => {
      const { name, message, cause } = failed({ text });
      expect({ name, message, cause }).toEqual({
        name: 'UnreadableAnswerError',
        message: 'LiveChat answered with something that this bot cannot read.',
        cause: new Error('HTTP 200, not JSON'),
      });
    },
  );
});
