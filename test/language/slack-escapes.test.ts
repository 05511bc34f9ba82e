import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escaped, unescaped } from '../../src/language/slack-escapes.ts';

test.each([
  ['for <mailto:anna@example.com|anna@example.com>', 'for anna@example.com'],
  ['<mailto:anna@example.com>', 'anna@example.com'],
  ['<@U012|anna> <@U012>', '@U012 @U012'],
  ['in <#C1|general> <#C1>', 'in #general #C1'],
  ['<!here> <!subteam^S1|@team>', '@here @team'],
  ['tag:<http://shop.example|shop.example> <https://example.com/a?b>', 'tag:shop.example https://example.com/a?b'],
  ['tag:R&amp;D &lt;3 &amp;lt;', 'tag:R&D <3 &lt;'],
  ['tag:"a < b"', 'tag:"a < b"'],
])('%s was typed as %s', (sent, typed) => {
  expect(unescaped(sent)).toBe(typed);
});

test('what is escaped comes back as it was, and what needs nothing is left alone', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom('<', '>', '&', '&amp;', '&lt;', '|', '@U1', 'x')).map((all) => all.join('')),
      ),
      (text) => {
        expect(unescaped(escaped(text))).toBe(text);
      },
    ),
  );
  expect(escaped('tags tag:R&D "a > b"')).toBe('tags tag:R&D "a > b"');
});
