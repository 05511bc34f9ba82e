import { describe, expect, test } from '@jest/globals';
import { dayTicks, shortLabel, twoLines } from '../../src/charts/labels.ts';
import type { Row } from '../../src/model/result.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Hours from an hour of Tue 10 Nov 2026 on. */
function hours(count: number, first: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 10, 10, first + index));
    const [day, time] = [date.toISOString().slice(0, 10), date.toISOString().slice(11, 16)];
    return { key: `${day} ${time}`, label: `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} Nov ${time}`, values: [1] };
  });
}

const marks = (rows: readonly Row[]) => dayTicks(rows)?.flatMap((text, row) => (text === '' ? [] : [`${row} ${text}`])) ?? null;

describe('a label', () => {
  test.each([
    { name: 'billing', label: 'billing' },
    { name: '  two\n\tlines\u0000 ', label: 'two lines' },
    { name: 'no sound here', label: 'no sound here' },
    { name: 'no sound heard at all', label: 'no sound he…' },
    { name: 'little still fits', label: 'little still fits' },
    { name: 'WHAT A NOISE', label: 'WHAT A NOI…' },
    { name: '配送配送配送', label: '配送配送配送' },
    { name: '👍👍👍👍👍👍👍', label: '👍👍👍👍👍…' },
    { name: 'cut at\u0020space', label: 'cut at space' },
    { name: 'half \ud83d', label: 'half' },
    { name: '\u202eevil', label: 'evil' },
    { name: '', label: '–' },
    { name: '\u0007', label: '–' },
    { name: '=cmd|x!A1', label: '=cmd|x!A1' },
    { name: 'function(){}', label: 'function(){}' },
  ])('of $name is $label', ({ name, label }) => {
    expect(shortLabel(name, 12)).toBe(label);
  });

  test.each([
    { label: 'Mon 9 Nov', lines: ['Mon', '9 Nov'] },
    { label: 'Nov 2026', lines: ['Nov', '2026'] },
    { label: 'Anna Maria Kowalska', lines: ['Anna Maria', 'Kowalska'] },
    { label: '14:00', lines: '14:00' },
    { label: 'Wednesday', lines: 'Wednesday' },
    { label: 'a b', lines: 'a b' },
  ])('$label stands as $lines', ({ label, lines }) => {
    expect(twoLines(label)).toEqual(lines);
  });
});

describe('the ticks of hours', () => {
  test.each([
    { what: 'parts of two days', rows: hours(12, 20), ticks: ['4 Wed 11 Nov', '10 06:00'] },
    { what: 'two days', rows: hours(48, 0), ticks: ['0 Tue 10 Nov', '12 12:00', '24 Wed 11 Nov', '36 12:00'] },
    {
      what: 'a week',
      rows: hours(168, 0),
      ticks: [10, 11, 12, 13, 14, 15, 16].map((day, at) => `${at * 24} ${WEEKDAYS[(at + 2) % 7]} ${day} Nov`),
    },
    {
      what: 'nine days, the first not whole',
      rows: hours(200, 5),
      ticks: ['19 Wed 11 Nov', '67 Fri 13 Nov', '115 Sun 15 Nov', '163 Tue 17 Nov'],
    },
    { what: 'one day', rows: hours(24, 0), ticks: null },
    { what: 'nothing', rows: [], ticks: null },
    { what: 'days', rows: [{ key: '2026-11-10', label: 'Tue 10 Nov', values: [1] }], ticks: null },
  ])('of $what', ({ rows, ticks }) => {
    expect(marks(rows)).toEqual(ticks);
  });
});
