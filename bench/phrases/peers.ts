/**
 * Reads the phrases with other libraries and with the product's own reader, in one run, and writes what comes out as a table into `docs/dates.md`.
 * `--wrong` lists instead what each of them does not read right.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { judge } from './judge.ts';
import { chrono, chronoForReports } from './peers/chrono.ts';
import { compromise } from './peers/compromise.ts';
import type { Peer } from './peers/peer.ts';
import { recognizersText } from './peers/recognizers.ts';
import { momentOf, PHRASES, type Phrase } from './phrase.ts';
import { type Answer, answerOf } from './reader.ts';
import { type Result, tableOf } from './table.ts';

const PAGE = 'docs/dates.md';
const BEGIN = '<!-- peers: begin -->';
const END = '<!-- peers: end -->';

const GENERAL = 'dates and ranges';
const GROUPS: ReadonlyMap<string, string> = new Map([
  ...['to-date', 'fiscal', 'comparisons', 'narrowed'].map((name) => [name, 'words of reports'] as const),
  ['negatives', 'no range'],
]);
const ORDER = [GENERAL, 'words of reports', 'no range'];

const READERS: readonly Peer[] = [{ name: 'LiveChat Reports', read: answerOf }, recognizersText, compromise, chronoForReports, chrono];

/** A moment of its own for every phrase: our reader remembers what it read at a moment. */
function readOnce(reader: Peer, phrase: Phrase): { readonly answer: Answer; readonly ms: number } {
  const moment = { ...momentOf(phrase) };
  const began = performance.now();
  const answer = reader.read(phrase.words, moment);
  return { answer, ms: performance.now() - began };
}

// Recognizers-Text reckons in the zone of the process: in this one every wall time exists, and once.
process.env.TZ = 'UTC';

const classes = [...PHRASES].map(([of, phrases]) => ({ of, phrases, group: GROUPS.get(of) ?? GENERAL }));
const inOrder = ORDER.flatMap((group) => classes.filter((each) => each.group === group));

const read = READERS.flatMap((reader) => {
  // The first pass is for the compiler, and for what libraries build on their first use.
  for (const { phrases } of inOrder) for (const phrase of phrases) readOnce(reader, phrase);
  return inOrder.flatMap(({ of, group, phrases }) =>
    phrases.map((phrase) => {
      const { answer, ms } = readOnce(reader, phrase);
      const result: Result = { reader: reader.name, group, of, verdict: judge(answer, phrase), ms };
      return { result, phrase, answer };
    }),
  );
});

if (process.argv.includes('--wrong')) {
  for (const { result, phrase, answer } of read) {
    if (result.verdict === 'right') continue;
    process.stdout.write(`${JSON.stringify({ reader: result.reader, verdict: result.verdict, ...phrase, answer })}\n`);
  }
} else {
  const table = tableOf(read.map(({ result }) => result));
  const [day] = new Date().toISOString().split('T');
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${PAGE} has no place for the table, between ${BEGIN} and ${END}.`);
  writeFileSync(
    PAGE,
    `${page.slice(0, before)}${BEGIN}\nMeasured on ${day}, Node ${process.versions.node}.\n\n${table}\n${page.slice(after)}`,
  );
  process.stdout.write(`${table}\n`);
}
