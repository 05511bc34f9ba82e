import { expect, test } from '@jest/globals';
import { takeFilters } from '../../src/language/filters.ts';
import { outcomeOf } from './context.ts';

test.each([
  ['for anna@example.com', { agents: ['anna@example.com'] }],
  ['agent:anna@example.com', { agents: ['anna@example.com'] }],
  ['for agents a@b.co,c@d.co', { agents: ['a@b.co', 'c@d.co'] }],
  ['for group 12', { groups: [12] }],
  ['group:0', { groups: [0] }],
  ['groups:1,2 group 3', { groups: [1, 2, 3] }],
  ['in team 4', { groups: [4] }],
  ['tag:vip', { tags: ['vip'] }],
  ['TAG:VIP', { tags: ['VIP'] }],
  ['for tag billing', { tags: ['billing'] }],
  ['tags:a,b tag:c tag:a', { tags: ['a', 'b', 'c'] }],
  ['tag:"two words"', { tags: ['two words'] }],
  ['for tag “two words”', { tags: ['two words'] }],
  ["tag:'two words',three", { tags: ['two words', 'three'] }],
  ["tag:o'brien", { tags: ["o'brien"] }],
  ['tag:"say \\"hi\\" \\\\o/"', { tags: ['say "hi" \\o/'] }],
  ['tag:"C:\\dir"', { tags: ['C:\\dir'] }],
  ['tag:"for agent x@y.co"', { tags: ['for agent x@y.co'] }],
  ['tag:"a without tag b"', { tags: ['a without tag b'] }],
  ['tag:shop:de', { tags: ['shop:de'] }],
  ['tag:2025', { tags: ['2025'] }],
  ['without tag spam', { withoutTags: ['spam'] }],
  ['-tag:spam excluding tags x,y', { withoutTags: ['spam', 'x', 'y'] }],
  ['tagged', { tagged: true }],
  ['untagged only', { tagged: false }],
  ['tagged tag:vip -tag:spam', { tags: ['vip'], withoutTags: ['spam'], tagged: true }],
  ['untagged -tag:spam', { withoutTags: ['spam'], tagged: false }],
  ['client:1a2b for client 3c', { clients: ['1a2b', '3c'] }],
])('%s', (text, filters) => {
  expect(takeFilters([text])).toEqual({ filters, rest: [] });
});

test('what is around a filter is left, and stays apart', () => {
  expect(takeFilters(['tags tag:vip last', 'for group 2, week'])).toEqual({
    filters: { tags: ['vip'], groups: [2] },
    rest: ['tags', 'last', ', week'],
  });
});

test.each(['tag:', 'tag:"open', 'my-tag:x', 'for billing', 'tag vip', '@U012', 'group twelve'])('“%s” is no filter', (text) => {
  expect(takeFilters([text])).toEqual({ filters: {}, rest: [text] });
});

test.each([
  ['group:general', "I don't know a group “general”."],
  ['agent:anna', "I don't know an agent “anna”."],
  ['tagged untagged', 'Chats cannot be both tagged and untagged.'],
  ['untagged tag:vip', 'Chats cannot be both tagged and untagged.'],
  ['tag:vip -tag:vip', 'Chats cannot be both with and without the tag “vip”.'],
  ['tag:""', 'A filter needs a name.'],
])('%s is refused: %s', (text, message) => {
  expect(outcomeOf(() => takeFilters([text]))).toMatchObject({ message });
});
