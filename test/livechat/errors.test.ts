import { expect, test } from '@jest/globals';
import { type FailureName, LiveChatError } from '../../src/livechat/errors.ts';

/** What LiveChat refuses by a type of its own is told in the tests of its answers. */
const OURS: readonly (readonly [FailureName, string, string])[] = [
  ['NoAnswerError', 'LiveChat did not answer in time.', 'Try again in a moment, or ask for a shorter range.'],
  [
    'ConnectionError',
    'LiveChat could not be reached.',
    'Try again in a moment. If it stays like this, whoever runs this bot can check its network and LIVECHAT_API_URL.',
  ],
  [
    'UnreadableAnswerError',
    'LiveChat answered with something that this bot cannot read.',
    'Try again in a moment. If it stays like this, tell whoever runs this bot.',
  ],
  [
    'AnswerTooLargeError',
    'The answer of LiveChat is too large.',
    'Ask for a shorter range, or by larger steps: by day instead of by hour.',
  ],
];

test.each(OURS)('what we find ourselves says what to do next: %s', (name, message, hint) => {
  const error = new LiveChatError(name);
  expect({ name: error.name, message: error.message, hint: error.hint }).toEqual({ name, message, hint });
});
