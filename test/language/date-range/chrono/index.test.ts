import { expect, test } from '@jest/globals';
import { chronoFor } from '../../../../src/language/date-range/chrono/index.ts';

test('all parsers that we take from chrono are still there under their names', () => {
  expect([chronoFor({ locale: 'en-US' }).parsers.length, chronoFor({ locale: 'en-GB' }).parsers.length]).toEqual([4 + 7, 4 + 2 * 7]);
});

const reference = { instant: new Date('2026-11-18T12:00:00Z'), timezone: 0 };

test.each([
  ['30 feb', { day: 30, month: 2, year: 2026 }],
  ['29 feb', { day: 29, month: 2, year: 2024 }],
  ['9 dec', { day: 9, month: 12, year: 2025 }],
  ['31st', { day: 31, month: 10, year: 2026 }],
  ['oct 99', { day: 99, month: 10, year: 2026 }],
])('%s keeps its parts and gets the most recent of the others', (words, parts) => {
  const [longest] = chronoFor({ locale: 'en-US' })
    .parse(words, reference)
    .sort((one, other) => other.text.length - one.text.length);
  const { start } = longest ?? {};
  expect({ day: start?.get('day'), month: start?.get('month'), year: start?.get('year') }).toEqual(parts);
});
