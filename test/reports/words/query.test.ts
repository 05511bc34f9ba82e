import { expect, test } from '@jest/globals';
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
