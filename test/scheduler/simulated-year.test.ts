import { describe, expect, test } from '@jest/globals';
import { openStorage } from '../../src/storage/index.ts';
import { simulateYear } from '../support/simulation/year.ts';

const slots = Number(process.env.SLOTS ?? 600);
const seed = Number(process.env.SEED ?? 1);

describe('a year of posts', () => {
  test(
    'no slot is posted twice and none is missed in silence, whenever processes die and whatever Slack and LiveChat do',
    async () => {
      const result = await simulateYear({
        seed,
        slots,
        processes: 3,
        hazards: { kill: 0.002, stall: 0.002, fail: 0.002 },
        openStore: (time, faults) => openStorage({ url: 'file::memory:', clock: time.now, faults }),
      });
      if (process.env.SLOTS) console.log(JSON.stringify({ ...result, lost: result.lost.length, silent: result.silent.length }, null, 2));
      const { twice, lost, silent, invented } = result;
      expect({ twice, lost, silent, invented }).toEqual({ twice: [], lost: [], silent: [], invented: [] });
      // The year was not an easy one.
      expect(result.kills).toBeGreaterThan(slots / 100);
    },
    slots * 100 + 15_000,
  );
});
