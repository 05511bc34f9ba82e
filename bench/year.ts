/**
 * A simulated year of schedules in forty zones, with all that may go wrong; longer than the tests have time for:
 * `SLOTS=100000 SEED=1 npx tsx bench/year.ts`. It fails when a slot was posted twice, or missed in silence.
 */
import { openStorage } from '../src/storage/index.ts';
import { HAZARDS, simulateYear } from '../test/support/simulation/year.ts';

const began = performance.now();
const { twice, lost, silent, invented, ...rest } = await simulateYear({
  seed: Number(process.env.SEED ?? 1),
  slots: Number(process.env.SLOTS ?? 10_000),
  processes: 3,
  hazards: HAZARDS,
  openStore: (time, faults) => openStorage({ url: 'file::memory:', clock: time.now, faults }),
});
const wrong = [...twice, ...lost, ...silent, ...invented];
const seconds = Math.round((performance.now() - began) / 1_000);
const counts = { duplicates: twice.length, lost: lost.length, silent: silent.length, invented: invented.length };
console.log(JSON.stringify({ ...rest, ...counts, seconds, wrong: wrong.slice(0, 20) }, null, 2));
if (wrong.length > 0) process.exitCode = 1;
