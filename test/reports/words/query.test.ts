import { expect, test } from '@jest/globals';
import type { Directory } from '../../../src/model/directory.ts';
import type { Filters } from '../../../src/model/query.ts';
import { filtersInWords } from '../../../src/reports/words/query.ts';

test.each<[Filters, readonly string[]]>([
  [{}, []],
  [{ groups: [12], tags: ['billing'], tagged: false }, ['group 12', 'tag billing', 'untagged']],
  [{ agents: ['a@b.co', 'c@d.co'], clients: ['1a'] }, ['agents a@b.co or c@d.co', 'client 1a']],
  [{ withoutTags: ['spam', 'test'], tagged: true }, ['without tags spam or test', 'tagged']],
  [{ groups: [1, 2, 3, 4, 5, 6, 7] }, ['groups 1, 2, 3, 4 or 3 more']],
])('the filters %j are told in words', (filters, words) => {
  expect(filtersInWords(filters)).toEqual(words);
});

test('what has a name goes by it, the rest by its id', () => {
  const directory: Directory = {
    agents: [
      { id: 'a@b.co', name: 'Anna Nowak' },
      { id: 'b@b.co', name: 'Ben' },
    ],
    groups: [{ id: 0, name: 'General' }],
    tags: 'forbidden',
  };
  expect(filtersInWords({ agents: ['a@b.co', 'b@b.co'], groups: [0, 12], tags: ['vip'] }, directory)).toEqual([
    'Anna Nowak or Ben',
    'groups General or 12',
    'tag vip',
  ]);
  expect(filtersInWords({ agents: ['a@b.co', 'c@b.co'] }, directory)).toEqual(['agents Anna Nowak or c@b.co']);
  expect(filtersInWords({ agents: ['a@b.co'], groups: [0] }, { ...directory, agents: 'forbidden', groups: 'unavailable' })).toEqual([
    'agent a@b.co',
    'group 0',
  ]);
});
