import type { Verdict } from './judge.ts';

/** One phrase, read by one reader. */
export interface Result {
  readonly reader: string;
  readonly group: string;
  readonly of: string;
  readonly verdict: Verdict;
  readonly ms: number;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function countsOf(results: readonly Result[]): string {
  const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
  return `${count('right')} / ${count('wrong')} / ${count('none')}`;
}

const shareOf = (results: readonly Result[]): string =>
  `${((100 * results.filter(({ verdict }) => verdict === 'right').length) / results.length).toFixed(1)} %`;

function percentile(results: readonly Result[], part: number): string {
  const times = results.map(({ ms }) => ms).sort((one, other) => one - other);
  return (times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0).toFixed(2);
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Markdown: right / wrong / no answer for each class, the share that is right for each group of classes, and the times. */
export function tableOf(results: readonly Result[]): string {
  const readers = distinct(results.map(({ reader }) => reader));
  const cells = (chosen: readonly Result[], say: (ofReader: readonly Result[]) => string): readonly string[] =>
    readers.map((reader) => say(chosen.filter((result) => result.reader === reader)));
  const rowOf = (name: string, chosen: readonly Result[], say: (ofReader: readonly Result[]) => string): string =>
    row([name, `${chosen.length / readers.length}`, ...cells(chosen, say)]);
  const groups = distinct(results.map(({ group }) => group)).flatMap((group) => {
    const chosen = results.filter((result) => result.group === group);
    const classes = distinct(chosen.map(({ of }) => of));
    return [
      ...classes.map((name) =>
        rowOf(
          name.replaceAll('-', ' '),
          chosen.filter(({ of }) => of === name),
          countsOf,
        ),
      ),
      rowOf(`**${group}, right**`, chosen, (ofReader) => `**${shareOf(ofReader)}**`),
    ];
  });
  return [
    row(['', 'phrases', ...readers]),
    row(['---', '--:', ...readers.map(() => '--:')]),
    ...groups,
    rowOf('ms for a phrase, p50 / p99', results, (ofReader) => `${percentile(ofReader, 0.5)} / ${percentile(ofReader, 0.99)}`),
  ].join('\n');
}
