import { describe, expect, test } from '@jest/globals';
import { stretchOf } from '../../context.ts';

const FACTS: Record<string, readonly (readonly [words: string, stretch: string])[]> = {
  'what has no beginning, or goes on': [
    ['before october', '… 2026-10-01 month'],
    ['until 5 nov', '… 2026-11-06 day'],
    ['before last week', '… 2026-11-09 week'],
    ['through october', '… 2026-11-01 month'],
    ['no later than 1 nov', '… 2026-11-02 day'],
    ['after october', '2026-11-01 2026-11-19 month'],
    ['on or after 5 nov', '2026-11-05 2026-11-19 day'],
    ['since the end of october', '2026-11-01 2026-11-19 month'],
    ['from october on', '2026-10-01 2026-11-19 month'],
    ['september or later', '2026-09-01 2026-11-19 month'],
    ['october and before', '… 2026-11-01 month'],
    ['as of monday', '2026-11-16 2026-11-19 day'],
    ['all time', '… 2026-11-19 day'],
    ['since forever', '… 2026-11-19 day'],
    ['ever', '… 2026-11-19 day'],
  ],
};

describe.each(Object.entries(FACTS))('%s', (_name, facts) => {
  test.each(facts)('%s is %s', (words, stretch) => {
    expect(stretchOf(words)).toBe(stretch);
  });
});

test.each(['before lunch', 'after all', 'ever so often', 'since the upgrade', 'through the phone'])('%s is not a date', (words) => {
  expect(stretchOf(words)).toBeNull();
});
