import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Column, Table, Value } from '../../src/model/result.ts';
import { csvMessage, csvName, csvOf } from '../../src/presentation/csv.ts';
import { query, range } from '../reports/given.ts';
import { answer, line } from './given.ts';

const column = (label: string, unit: Column['unit']): Column => ({ key: label, label, unit, combine: { by: 'sum' } });
const TABLE: Table = {
  rowLabel: 'Day',
  columns: [column('Chats', 'chats'), column('vip, "gold"', 'uses'), column('=cmd()', 'uses'), column('Chatting time', 'seconds')],
  rows: [
    { key: '2026-11-09', label: 'Mon 9 Nov', values: [1400, 3, 0, 875.5] },
    { key: '2026-11-09 14:00', label: '14:00', values: [-12, null, 1, null] },
    { key: 'monday', label: 'Monday', values: [0, null, null, 60] },
  ],
};

test('a table is a head with units and a line for each row', () => {
  expect(csvOf({ table: TABLE })).toBe(
    [
      '\uFEFFDay,Chats,"vip, ""gold"" (uses)",\'=cmd() (uses),Chatting time (seconds)',
      '2026-11-09,1400,3,0,875.5',
      '2026-11-09 14:00,-12,,1,',
      'Monday,0,,,60',
      '',
    ].join('\r\n'),
  );
});

test('what is compared with stands to the right, and a row without its like is empty there', () => {
  const days = (...rows: readonly (readonly [string, Value])[]): Table => ({
    rowLabel: 'Day',
    columns: [column('Chats', 'chats')],
    rows: rows.map(([key, value]) => ({ key, label: key, values: [value] })),
  });
  const baseline = { range: range('2026-11-02', '2026-11-04', { label: 'the week before' }), headline: [] };
  const [two, one] = [days(['2026-11-09', 1], ['2026-11-10', 2]), days(['2026-11-02', 3])];
  const head = '\uFEFFDay,Chats,vs the week before: Day,vs the week before: Chats';
  expect([
    csvOf({ table: two, baseline: { ...baseline, table: one } }),
    csvOf({ table: one, baseline: { ...baseline, table: two } }),
  ]).toEqual([
    [head, '2026-11-09,1,2026-11-02,3', '2026-11-10,2,,', ''].join('\r\n'),
    [head, '2026-11-02,3,2026-11-09,1', ',,2026-11-10,2', ''].join('\r\n'),
  ]);
});

test.each([
  ['last week', 'tags-last-week-2026-11-09.csv'],
  ['1 – 9 März 2026', 'tags-1-9-marz-2026-2026-11-09.csv'],
  ['../../etc', 'tags-etc-2026-11-09.csv'],
])('the file of %s is %s', (label, name) => {
  expect(csvName('tags', range('2026-11-09', '2026-11-16', { label }))).toBe(name);
});

test('over the file stands what it is', () => {
  const asked = answer({ query: query({ filters: {} }) });
  const { label } = asked.query.range;
  expect(csvMessage(asked)).toEqual({
    text: `Chatting time, ${label}, as CSV`,
    blocks: [line(expect.stringMatching(/^\*Chatting time\* · /) as unknown as string)],
  });
});

/** RFC 4180 to the letter: lines end with CR LF, a quote stands in a quoted cell only, and nothing follows one but a comma or an end. */
function parsed(csv: string): string[][] {
  const lines: string[][] = [];
  for (let at = 0; at < csv.length; ) {
    const cells: string[] = [];
    for (;;) {
      const found = /^(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",\r\n]*))(?<end>,|\r\n)/.exec(csv.slice(at));
      if (!found?.groups) throw new Error(`No cell at ${at}: ${JSON.stringify(csv.slice(at, at + 20))}`);
      const { quoted, bare = '', end } = found.groups;
      cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
      at += found[0].length;
      if (end === '\r\n') break;
    }
    lines.push(cells);
  }
  return lines;
}

const DANGER = ['=', '+', '-', '@', '\t', '\r', '\n'];
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.tuple(fc.constantFrom(...DANGER), fc.string({ maxLength: 5 })).map((parts) => parts.join('')),
  fc.constantFrom('=HYPERLINK("http://x")', 'a,b', '"', 'a\r\nb', '', "'", '２＋２', '＝1', '\ud800', '\u0000'),
);
/** Of what separates cells somewhere, and of what acts behind it. */
const pieces = fc.string({ unit: fc.constantFrom(';', ',', '\t', '"', "'", ' ', 'a', '\r\n', ...DANGER, '＝'), maxLength: 12 });
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one)),
);
const columns = fc.array(
  fc.tuple(text, fc.constantFrom('chats' as const, 'uses' as const, 'seconds' as const)).map(([label, unit]) => column(label, unit)),
  { maxLength: 5 },
);
const tables: fc.Arbitrary<Table> = columns.chain((heads) => {
  const values = fc.array(value, { minLength: heads.length, maxLength: heads.length });
  return fc.record({
    rowLabel: text,
    columns: fc.constant(heads),
    rows: fc.array(fc.record({ key: text, label: text, values }), { maxLength: 6 }),
  });
});
/** As many rows as an answer may have. */
const repeated = (table: Table, times: number): Table => ({
  ...table,
  rows: Array.from({ length: times }, () => table.rows)
    .flat()
    .slice(0, 1_100),
});

/** A text as a reader of the file gets it: without the signs that keep it from acting, and whole. */
const read = (written: string): string =>
  Buffer.from(written)
    .toString()
    .replace(/(?<=(?:^|[;\t\r\n])[\s"]*)'(?=[=+\-@\t\r\n＋－＝＠])/gu, '');

/**
 * What stands at the beginning of a cell wherever another sign separates cells, for a reader that knows quotes at the beginning of a cell, and
 * for one that knows none.
 */
const beginnings = (csv: string, separator: string): string[] =>
  csv.split(new RegExp(`[${separator}\\r\\n]`, 'u')).flatMap((cell) => [cell, cell.replace(/^["\s]+/u, '')]);

test.each([
  ['a;=1+1', '"a;\'=1+1"'],
  ['a;b', '"a;b"'],
  ['a\t+1', '"a\t\'+1"'],
  ['a; "@x"', '"a; ""\'@x"""'],
  ['a,=1', '"a,=1"'],
  ['-1;-2', '"\'-1;\'-2"'],
])('the name %j is written %s, which is harmless where something else than a comma separates', (label, written) => {
  const table = { rowLabel: 'Tag', columns: [], rows: [{ key: label, label, values: [] }] };
  expect(csvOf({ table })).toBe(`\uFEFFTag\r\n${written}\r\n`);
});

test('no piece of a file begins with a sign of formulas, however it is split', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(text, pieces), { minLength: 1, maxLength: 6 }), (labels) => {
      const rows = labels.map((label) => ({ key: label, label, values: [] }));
      const csv = csvOf({ table: { rowLabel: 'Tag', columns: [], rows } }).slice(1);
      const found = [';', '\t'].flatMap((separator) => beginnings(csv, separator));
      expect([...found, ...parsed(csv).flat()].filter((cell) => /^[=+\-@＋－＝＠]/u.test(cell))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('any table is read back as it was, and no text of it is a formula', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(1, 1, 1, 400), (few, times) => {
      const table = repeated(few, times);
      const bytes = Buffer.from(csvOf({ table }));
      const [head = [], ...lines] = parsed(bytes.subarray(3).toString());
      const names = [...head, ...lines.map(([name = '']) => name)];
      expect([bytes.subarray(0, 3), names.filter((name) => /^[=+\-@\t\r\n＋－＝＠]/u.test(name))]).toEqual([
        Buffer.from([0xef, 0xbb, 0xbf]),
        [],
      ]);
      expect([head[0], head.length].map((cell) => (typeof cell === 'string' ? read(cell) : cell))).toEqual([
        read(table.rowLabel),
        table.columns.length + 1,
      ]);
      expect(lines.map(([name = '', ...cells]) => [read(name), ...cells.map((cell) => (cell === '' ? null : Number(cell)))])).toEqual(
        table.rows.map(({ key, label, values }) => [read(/^\d{4}/.test(key) ? key : label), ...values]),
      );
    }),
    { numRuns: 200 },
  );
});
