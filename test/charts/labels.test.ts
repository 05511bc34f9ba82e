import { describe, expect, test } from '@jest/globals';
import { shortLabel, twoLines } from '../../src/charts/labels.ts';

describe('a label', () => {
  test.each([
    { name: 'billing', label: 'billing' },
    { name: '  two\n\tlines\u0000 ', label: 'two lines' },
    { name: 'exactly12345', label: 'exactly12345' },
    { name: 'thirteen chars', label: 'thirteen ch…' },
    { name: '👍👍👍👍👍👍👍👍👍👍👍👍👍', label: '👍👍👍👍👍👍👍👍👍👍👍…' },
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
