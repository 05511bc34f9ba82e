import { describe, expect, test } from '@jest/globals';
import { momentOf } from '../../src/language/date-range/format.ts';
import { takeFilters } from '../../src/language/filters.ts';
import { createForms } from '../../src/language/options.ts';
import { createNames } from '../../src/language/pick.ts';
import { CONTEXT, TOPICS } from './context.ts';

const surroundings = { names: createNames(TOPICS), forms: createForms([]), moment: momentOf(CONTEXT) };
const take = (...words: string[]) => takeFilters(words, surroundings);

test.each([
  ['for anna@example.com', { agents: ['anna@example.com'] }],
  ['agent:anna@example.com', { agents: ['anna@example.com'] }],
  ['for agents a@b.co,c@d.co', { agents: ['a@b.co', 'c@d.co'] }],
  ['for group 12', { groups: [12] }],
  ['group:0', { groups: [0] }],
  ['groups:1,2 group 3', { groups: [1, 2, 3] }],
  ['in team 4', { groups: [4] }],
  ['tag:vip', { tags: ['vip'] }],
  ['tag: vip', { tags: ['vip'] }],
  ['group: 2', { groups: [2] }],
  ['client: 5b1f', { clients: ['5b1f'] }],
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
  ['client 5b1f', { clients: ['5b1f'] }],
  ['agent anna@x.io', { agents: ['anna@x.io'] }],
  ['agents a@x.io and b@x.io, c@x.io', { agents: ['a@x.io', 'b@x.io', 'c@x.io'] }],
  ['groups 1 and 2', { groups: [1, 2] }],
  ['group 1, 2, and 3', { groups: [1, 2, 3] }],
  ['team 4', { groups: [4] }],
  ['tag:vip, spam and "two words"', { tags: ['vip', 'spam', 'two words'] }],
  ['without tag', { tagged: false }],
])('%s', (text, filters) => {
  expect(take(text)).toEqual({ filters, objection: null, notes: [], rest: [] });
});

test('what is around a filter is left, and stays apart', () => {
  expect(take('tags tag:vip last', 'for group 2, week')).toEqual({
    filters: { tags: ['vip'], groups: [2] },
    objection: null,
    notes: [],
    rest: ['tags', 'last', ', week'],
  });
});

test.each([
  'tag:',
  'tag:"open',
  'my-tag:x',
  'for billing',
  'tag vip',
  'tags last week',
  'duration tags yesterday',
  'by tag vip',
  'by group 2',
  'clients asked',
  'agents',
  'for group last week',
])('“%s” is no filter', (text) => {
  expect(take(text)).toEqual({ filters: {}, objection: null, notes: [], rest: [text] });
});

test.each([
  ['group:general', "I don't know a group “general”."],
  ['agent:anna', "I don't know an agent “anna”."],
  ['tagged untagged', 'Chats cannot be both tagged and untagged.'],
  ['untagged tag:vip', 'Chats cannot be both tagged and untagged.'],
  ['tag:vip -tag:vip', 'Chats cannot be both with and without the tag “vip”.'],
  ['tag:""', 'A filter needs a name.'],
  ['group twelve', "I don't know a group “twelve”."],
  ['agent Anna', "I don't know an agent “Anna”."],
])('%s is refused: %s', (text, message) => {
  expect(take(text).objection).toMatchObject({ message });
});

describe('after a report a tag needs no colon', () => {
  test.each([
    ['duration last week tag "stove recall"', { tags: ['stove recall'] }, ['duration last week']],
    ['duration last week tag spam tag vip', { tags: ['spam', 'vip'] }, ['duration last week']],
    ['tags last week tags spam,vip', { tags: ['spam', 'vip'] }, ['tags last week']],
    ['tags tag spam, last week', { tags: ['spam'] }, ['tags', ', last week']],
    ['tags tag spam and yesterday', { tags: ['spam'] }, ['tags', 'and yesterday']],
    ['tags tag spam, yestrday', { tags: ['spam'] }, ['tags', ', yestrday']],
    ['tags group 1, 2 oct', { groups: [1] }, ['tags', ', 2 oct']],
    ['tags without tags last week', { tagged: false }, ['tags', 'last week']],
    ['tag spam last week', {}, ['tag spam last week']],
  ])('%s', (text, filters, rest) => {
    expect(take(text)).toEqual({ filters, objection: null, notes: [], rest });
  });
});

test('an objection leaves filters that are right', () => {
  expect(
    ['tagged untagged', 'tag:vip untagged', 'tag:vip -tag:vip', 'group:x tag:vip'].map((text) => take(text).objection?.instead),
  ).toEqual([
    [{ tagged: true }, { tagged: false }],
    [{ tags: ['vip'] }, { tagged: false }],
    [{ tags: ['vip'] }, { withoutTags: ['vip'] }],
    [{ tags: ['vip'] }],
  ]);
});

test('a hint speaks only of what was named', () => {
  expect(take('tagged untagged').objection?.hint).toBe('Leave one of the two out.');
});

test.each([
  ['my chats yesterday', true],
  ['duration last week for me', true],
  ['tags by myself', true],
  ['show me tags', false],
  ['tags of my team last week', false],
])('%s: whether it is about the person who asks', (text, isMine) => {
  expect(take(text).objection?.message ?? null).toBe(isMine ? "I don't know which agent in LiveChat you are." : null);
});
