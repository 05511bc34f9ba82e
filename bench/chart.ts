/**
 * What a picture costs through the threads, against the same chart drawn inline: `npm run -s build && npx tsx bench/chart.ts`.
 * All ratios are of one run; rounds alternate, so that other work on the machine slows both alike.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { heatmap } from '../src/charts/heatmap.ts';
import { pie } from '../src/charts/pie.ts';
import { stackedBar } from '../src/charts/stacked-bar.ts';
import { draw } from '../src/images/embedded/draw.ts';
import { createFonts } from '../src/images/embedded/fonts.ts';
import { createEmbeddedRenderer } from '../src/images/embedded/index.ts';
import { type PictureRequest, pictureRequest } from '../src/images/quickchart.ts';
import type { Column, Row } from '../src/model/result.ts';

const ROUNDS = 6;
const PICTURES_PER_ROUND = 8;
/** Measured in so many parts: memory that grows does so in each of them. */
const MEMORY_PARTS = 5;
const PICTURES_PER_PART = 200;

const columns = Array.from({ length: 8 }, (_, at): Column => ({ key: `${at}`, label: `tag ${at}`, unit: 'uses', combine: { by: 'sum' } }));
const rowsOf = (keys: readonly string[]) =>
  keys.map((key, index): Row => ({ key, label: key, values: columns.map((_, at) => ((index * 7 + at * 13) % 40) + 5) }));
const twoDigits = (number: number) => String(number).padStart(2, '0');
const days = Array.from({ length: 31 }, (_, day) => `2026-10-${twoDigits(day + 1)}`);
const byDay = { rowLabel: 'Day', columns, rows: rowsOf(days) };
const hours = days.flatMap((day) => Array.from({ length: 24 }, (_, hour) => `${day} ${twoDigits(hour)}:00`));
const requests = {
  'stacked bars': pictureRequest(stackedBar.draw(byDay)),
  heatmap: pictureRequest(heatmap.draw({ rowLabel: 'Hour', columns, rows: rowsOf(hours) })),
  pie: pictureRequest(pie.draw(byDay)),
};

interface Measured {
  /** Milliseconds per picture. */
  readonly times: number[];
  /** The longest that anything else had to wait, in milliseconds. */
  lag: number;
}

async function measure(picture: () => Promise<unknown>, into: Measured): Promise<void> {
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
  inline: (request: PictureRequest) => draw(request, fonts),
  thread: (request: PictureRequest) => renderer.render(request, patient),
};

console.log('chart          inline, ms   thread, ms   thread ÷ inline   longest lag of the event loop, ms: thread   at rest');
for (const [name, request] of Object.entries(requests)) {
  const inline: Measured = { times: [], lag: 0 };
  const thread: Measured = { times: [], lag: 0 };
  // What else is on the machine delays an event loop that does nothing, too.
  const rest: Measured = { times: [], lag: 0 };
  for (const way of Object.values(ways)) await way(request);
  for (let round = 0; round < ROUNDS; round += 1) {
    await measure(() => ways.inline(request), inline);
    await measure(() => ways.thread(request), thread);
    await measure(() => sleep(median(thread.times)), rest);
  }
  const [here, there] = [median(inline.times), median(thread.times)];
  const cells = [here.toFixed(1), there.toFixed(1), (there / here).toFixed(2), thread.lag.toFixed(1), rest.lag.toFixed(1)];
  console.log(name.padEnd(12) + cells.map((cell, index) => cell.padStart([13, 13, 18, 42, 10][index] ?? 0)).join(''));
}
console.log('aims: thread ÷ inline 1.10 at most, lag 20 ms at most');

const all = Object.values(requests);
const memory = [megabytes()];
for (let part = 0; part < MEMORY_PARTS; part += 1) {
  for (let count = 0; count < PICTURES_PER_PART; count += 1) await ways.thread(all[count % all.length] ?? requests.pie);
  memory.push(megabytes());
}
await renderer.close();
console.log(`memory of the process after each ${PICTURES_PER_PART} pictures more, in MB: ${memory.join(', ')}`);
