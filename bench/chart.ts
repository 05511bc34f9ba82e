/**
 * What a picture costs through the threads, against the same chart drawn inline: `npm run -s build && npx tsx bench/chart.ts`.
 * All ratios are of one run; rounds alternate, so that other work on the machine slows both alike.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { stackedBar } from '../src/charts/stacked-bar.ts';
import { draw } from '../src/images/embedded/draw.ts';
import { createFonts } from '../src/images/embedded/fonts.ts';
import { createEmbeddedRenderer } from '../src/images/embedded/index.ts';
import { pictureRequest } from '../src/images/quickchart.ts';
import type { Column, Row } from '../src/model/result.ts';

const ROUNDS = 6;
const PICTURES_PER_ROUND = 15;
const PICTURES_FOR_MEMORY = 300;

const columns = Array.from({ length: 8 }, (_, at): Column => ({ key: `${at}`, label: `tag ${at}`, unit: 'uses', combine: { by: 'sum' } }));
const rows = Array.from({ length: 31 }, (_, day): Row => {
  return { key: `${day}`, label: `Day ${day + 1}`, values: columns.map((_, at) => ((day * 7 + at * 13) % 40) + 5) };
});
const request = pictureRequest(stackedBar.draw({ rowLabel: 'Day', columns, rows }));

interface Measured {
  /** Milliseconds per picture. */
  readonly times: number[];
  /** The longest that anything else had to wait, in milliseconds. */
  lag: number;
}

async function measure(picture: () => Promise<Buffer>, into: Measured): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let count = 0; count < PICTURES_PER_ROUND; count += 1) {
    const start = performance.now();
    await picture();
    into.times.push(performance.now() - start);
  }
  delay.disable();
  into.lag = Math.max(into.lag, delay.max / 1e6);
}

const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
const megabytes = () => Math.round(process.memoryUsage.rss() / 1024 / 1024);

const fonts = createFonts();
const renderer = createEmbeddedRenderer({ workers: 1, workerUrl: new URL('../dist/images/embedded/worker.js', import.meta.url) });
const patient = new AbortController().signal;
const ways = {
  inline: { picture: () => draw(request, fonts), measured: { times: [], lag: 0 } as Measured },
  thread: { picture: () => renderer.render(request, patient), measured: { times: [], lag: 0 } as Measured },
};

for (const { picture } of Object.values(ways)) await picture();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { picture, measured } of Object.values(ways)) await measure(picture, measured);
}
const before = megabytes();
for (let count = 0; count < PICTURES_FOR_MEMORY; count += 1) await renderer.render(request, patient);
const after = megabytes();
await renderer.close();

const [inline, thread] = [median(ways.inline.measured.times), median(ways.thread.measured.times)];
console.log('way      ms per picture   longest lag of the event loop (ms)');
for (const [name, { measured }] of Object.entries(ways)) {
  console.log(`${name.padEnd(9)}${median(measured.times).toFixed(1).padStart(14)}${measured.lag.toFixed(1).padStart(37)}`);
}
console.log(`thread ÷ inline: ${(thread / inline).toFixed(2)} (aim: 1.10 at most)`);
console.log(`memory of the process: ${before} MB, after ${PICTURES_FOR_MEMORY} more pictures ${after} MB`);
