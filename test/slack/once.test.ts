import { expect, test } from '@jest/globals';
import { createOnce } from '../../src/slack/once.ts';

test('a key is first once, and again when it has been forgotten', () => {
  let now = 1_000_000;
  const once = createOnce({ clock: () => now, ttlMs: 60_000 });
  const answers = [once.first('Ev1'), once.first('Ev1'), once.first('Ev2')];
  now += 60_001;
  expect([...answers, once.first('Ev1')]).toEqual([true, false, true, true]);
});
