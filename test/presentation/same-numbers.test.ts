import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Table } from '../../src/model/result.ts';
import { csvOf } from '../../src/presentation/csv.ts';
import type { Message } from '../../src/presentation/message.ts';
import { reportMessage } from '../../src/presentation/report-message.ts';
import { agentsChattingDuration } from '../../src/reports/agents-chatting-duration.ts';
import type { Report } from '../../src/reports/report.ts';
import { tags } from '../../src/reports/tags.ts';
import { inWords } from '../../src/reports/words/numbers.ts';
import { apiThatSends, query, sourceOf } from '../reports/given.ts';

const DAYS = Array.from({ length: 7 }, (_, index) => `2026-11-${String(9 + index).padStart(2, '0')}`);
const UNIT_OF_CHART: Record<string, number> = { hours: 3600, minutes: 60, seconds: 1 };

/** A week's answer: for each day a bucket, or none. */
const weekOf = (bucket: fc.Arbitrary<object>, total: fc.Arbitrary<number>) =>
  fc.tuple(fc.array(fc.option(bucket), { minLength: 7, maxLength: 7 }), total).map(([buckets, sum]) => ({
    total: sum,
    records: Object.fromEntries(buckets.flatMap((each, index) => (each ? [[DAYS[index], each]] : []))),
  }));

const amount = fc.integer({ min: 0, max: 1e12 });
const uses = weekOf(
  fc.dictionary(
    fc.nat(11).map((index) => `tag ${index}`),
    amount,
    { maxKeys: 12 },
  ),
  amount,
);
const seconds = fc.double({ min: 1, max: 90_000, noNaN: true });
const durations = weekOf(
  fc.record({ count: fc.integer({ min: 1, max: 1e9 }), agents_chatting_duration: seconds, duration: seconds }),
  amount,
);

/** What each way to show a result says, read back from it. */
async function shown(report: Report, answer: object) {
  const asked = query();
  const { source: _, ...found } = await report.ask(apiThatSends('3.6', JSON.stringify(answer)), asked);
  const result = { ...found, asOf: 0, partial: false };
  const message = reportMessage({
    title: report.title,
    query: asked,
    sentence: report.sentence(found, asked),
    result,
    picture: { state: 'none' },
    source: sourceOf('3.6'),
    notes: [],
    suggestions: [],
  });
  return { found, message, csv: csvOf(result), chart: report.chart(found, asked) };
}

/** Numbers of a CSV by line; names in these have no commas. */
function numbersOf(csv: string): unknown[][] {
  const [, ...lines] = csv.trimEnd().split('\r\n');
  return lines.map((line) =>
    line
      .split(',')
      .slice(1)
      .map((cell) => (cell === '' ? null : Number(cell))),
  );
}

/** The cells of the lines in a fixed-width font, by their first one. */
function linesOf({ blocks }: Message): Map<string, string[]> {
  const text = JSON.parse(JSON.stringify(blocks))
    .map((block: { text?: { text?: string } }) => block.text?.text ?? '')
    .find((each: string) => each.startsWith('`'));
  const lines: string[] = (text ?? '').split('\n').map((line: string) => line.replaceAll('`', '').replaceAll('\u00a0', ' ').trim());
  return new Map(
    lines
      .slice(1)
      .map((line) => line.split(/ {2,}/))
      .map(([name = '', ...cells]) => [name, cells] as const),
  );
}

/** The two lines of each field: what it is, and its number. */
function fieldsOf({ blocks }: Message): string[] {
  const fields = JSON.parse(JSON.stringify(blocks)).flatMap((block: { fields?: { text: string }[] }) => block.fields ?? []);
  return fields.map(({ text }: { text: string }) => text.split('\n').at(-1)?.replaceAll('*', ''));
}

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, one) => all + (one ?? 0), 0);
const totalOf = ({ rows }: Table, column: number): number => sum(rows.map(({ values }) => values[column] ?? null));
const isNothing = ({ rows }: Table): boolean => rows.every(({ values }) => values.every((value) => !value));

test('text, fields, table, chart and CSV of tags say the same numbers', async () => {
  await fc.assert(
    fc.asyncProperty(uses, async (answer) => {
      const { found, message, csv, chart } = await shown(tags, answer);
      const { table, headline } = found;
      fc.pre(!isNothing(table));
      const sets = chart?.config.data.datasets ?? [];
      const drawn = table.rows.map((_, row) => sum(sets.map(({ data }) => Number(data[row] ?? 0))));
      const said = headline.map(({ value, unit }) => inWords(value, unit));
      const many = table.columns.length > 4;
      const lines = many
        ? table.columns.slice(0, 10).map(({ label }, column) => [label, [inWords(totalOf(table, column), 'uses')]] as const)
        : table.rows.map(({ label, values }) => [label, values.map((value) => inWords(value, 'uses', '–'))] as const);
      expect({
        csv: numbersOf(csv),
        drawn,
        lines: lines.map(([name, { length }]) => [name, linesOf(message).get(name)?.slice(0, length)]),
        fields: fieldsOf(message),
        unsaid: said.filter((number) => !message.text.includes(number)),
      }).toEqual({
        csv: table.rows.map(({ values }) => [...values]),
        drawn: table.rows.map(({ values }) => sum(values)),
        lines: lines.map(([name, cells]) => [name, cells]),
        fields: said,
        unsaid: [],
      });
    }),
  );
});

test('text, fields, table, chart and CSV of chatting time say the same numbers', async () => {
  await fc.assert(
    fc.asyncProperty(durations, async (answer) => {
      const { found, message, csv, chart } = await shown(agentsChattingDuration, answer);
      const { table, headline } = found;
      fc.pre(!isNothing(table));
      const [scale = 1] = Object.entries(UNIT_OF_CHART).flatMap(([name, size]) =>
        JSON.stringify(chart?.config.options).includes(`(${name})`) ? [size] : [],
      );
      const [course] = chart?.config.data.datasets ?? [];
      const said = headline.map(({ value, unit }) => inWords(value, unit));
      expect({
        csv: numbersOf(csv),
        drawn: course?.data.map((value) => (value === null ? null : Number(value))),
        lines: table.rows.map(({ label }) => [label, linesOf(message).get(label)]),
        fields: fieldsOf(message),
        // The sentence leaves the length of the whole chat to the fields.
        unsaid: said.slice(0, 2).filter((number) => !message.text.includes(number)),
      }).toEqual({
        csv: table.rows.map(({ values }) => [...values]),
        drawn: table.rows.map(({ values: [, time = null] }) => (time === null ? null : Math.round((time / scale) * 100) / 100)),
        lines: table.rows.map(({ label, values }) => [
          label,
          values.map((value, at) => inWords(value, at === 0 ? 'chats' : 'seconds', '–')),
        ]),
        fields: said,
        unsaid: [],
      });
    }),
  );
});
