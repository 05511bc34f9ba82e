import fc from 'fast-check';
import type { Column, Table, Unit } from '../../src/model/result.ts';

const hostile = fc.constantFrom(
  '@here',
  '<!channel>',
  '<@U1>',
  '<https://evil.example|free>',
  'https://evil.example',
  '#general',
  '```',
  '*_~`',
  '\u202eabc',
  'a\n\nb',
  '',
  '__proto__',
  '&'.repeat(4000),
  '👩‍👩‍👧‍👦'.repeat(100),
  `e${'\u0301'.repeat(5000)}`,
);

/** Names as nobody would write them. */
export const text = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
export const value = fc.option(fc.oneof(fc.integer({ min: -1e12, max: 1e12 }), fc.double({ min: -1e12, max: 1e12, noNaN: true })));
export const unit = fc.constantFrom<Unit>('chats', 'uses', 'seconds');
const combine = fc.constantFrom<Column['combine']>({ by: 'sum' }, { by: 'weighted mean', weight: 'k0' }, { by: 'none' });

/** Few different names and values, so that large tables cost little. */
export const table: fc.Arbitrary<Table> = fc
  .record({
    width: fc.oneof(fc.nat(6), fc.nat(500)),
    height: fc.oneof(fc.nat(12), fc.nat(1100)),
    rowLabel: text,
    names: fc.array(text, { minLength: 1, maxLength: 12 }),
    values: fc.array(value, { minLength: 1, maxLength: 30 }),
    unit,
    combine,
  })
  .map(({ width, height, rowLabel, names, values, ...column }) => ({
    rowLabel,
    columns: Array.from({ length: width }, (_, index) => ({ ...column, key: `k${index}`, label: names[index % names.length] ?? '' })),
    rows: Array.from({ length: height }, (_, row) => ({
      key: `${row}`,
      label: names[row % names.length] ?? '',
      values: Array.from({ length: width }, (_, index) => values[(row * 7 + index) % values.length] ?? null),
    })),
  }));
