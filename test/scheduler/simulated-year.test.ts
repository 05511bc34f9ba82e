import { expect, test } from '@jest/globals';
import { openStorage } from '../../src/storage/index.ts';
import { HAZARDS, simulateYear } from '../support/simulation/year.ts';

/* More slots than there is time for here: `SLOTS=100000 SEED=1 npx tsx bench/year.ts`, which is thrice as fast without Jest. */
const SLOTS = 300;

test('in a year of posts none is posted twice and none is missed in silence, whenever processes die and whatever Slack and LiveChat do', async () => {
  const { twice, lost, silent, invented, kills, changes } = await simulateYear({
    seed: 1,
    slots: SLOTS,
    processes: 3,
    hazards: HAZARDS,
    openStore: (time, faults) => openStorage({ url: 'file::memory:', clock: time.now, faults }),
  });
  expect({ twice, lost, silent, invented }).toEqual({ twice: [], lost: [], silent: [], invented: [] });
  // The year was not an easy one.
  expect(kills).toBeGreaterThan(SLOTS / 100);
  expect(Object.keys(changes)).toEqual(expect.arrayContaining(['edit', 'pause', 'resume', 'skip', 'handover']));
}, 300_000);
