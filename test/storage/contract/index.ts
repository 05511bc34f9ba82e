import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Storage } from '../../../src/storage/index.ts';
import { NOW, open } from '../given.ts';
import { deliveriesContract } from './deliveries.ts';
import type { Here } from './here.ts';
import { keysAndPicturesContract } from './keys-and-pictures.ts';
import { peopleContract } from './people.ts';
import { schedulesContract } from './schedules.ts';
import { strangersContract } from './strangers.ts';

/** What every storage does, whatever it is kept in. `fresh` gives the address of an empty one. */
export function storageContract(fresh: () => Promise<string>): void {
  let storage: Storage;
  beforeAll(async () => {
    storage = await open(await fresh());
  });
  afterAll(() => storage.close());

  let count = 0;
  const here: Here = {
    get storage() {
      return storage;
    },
    workspace: () => `T-${++count}`,
  };

  describe('the storage', () => {
    test('it is up, and tells the time it was given', async () => {
      expect({ up: await storage.isUp(), now: await storage.now() }).toEqual({ up: true, now: NOW });
    });
  });

  peopleContract(here);
  schedulesContract(here);
  deliveriesContract(here);
  keysAndPicturesContract(here);
  strangersContract(here);
}
