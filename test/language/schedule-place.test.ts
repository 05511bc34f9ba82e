import { expect, test } from '@jest/globals';
import { takeChannel } from '../../src/language/schedule-place.ts';
import { UserError } from '../../src/model/errors.ts';

test.each([
  ['tags last week in <#C1|support>', 'tags last week', 'C1'],
  ['in <#C1> tags last week', 'tags last week', 'C1'],
  ['tags in <#C1|support> last week', 'tags  ;  last week', 'C1'],
  ['tags last week and post it to <#C1|support>', 'tags last week', 'C1'],
  ['share tags last week in <#C1|support>', 'tags last week', 'C1'],
  ['tags in <#C1|support> to <#C1|support>', 'tags', 'C1'],
  // Perhaps a tag: nothing becomes public by surprise.
  ['tags for <#C1|support>', 'tags for <#C1|support>', null],
  ['tags #vip', 'tags #vip', null],
  ['tags tag:"in #vip"', 'tags tag:"in #vip"', null],
  ['tags last week', 'tags last week', null],
])('“%s” is “%s” to %s', (said, words, channel) => {
  expect(takeChannel(said)).toEqual({ words, channel });
});

test.each([
  ['tags in #support', 'I cannot tell which channel “#support” is.'],
  ['tags in <#C1|a> and in <#C2|b>', 'I can post to one channel at a time.'],
])('“%s” is refused: %s', (said, message) => {
  expect(() => takeChannel(said)).toThrow(new UserError(message, ''));
});
