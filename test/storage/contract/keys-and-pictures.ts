import { describe, expect, test } from '@jest/globals';
import { LEASE, NOW } from '../given.ts';
import type { Here } from './here.ts';

export function keysAndPicturesContract(here: Here): void {
  describe('keys that were seen', () => {
    test('are first once, by workspace, until their time is over or they are released', async () => {
      const [team, other] = [here.workspace(), here.workspace()];
      const { seenKeys } = here.storage;
      const kept = { now: NOW, until: NOW + 10 };
      const seen = [
        await seenKeys.has(team, 'Ev1', NOW),
        await seenKeys.first(team, 'Ev1', kept),
        await seenKeys.first(team, 'Ev1', kept),
        await seenKeys.first(other, 'Ev1', kept),
        await seenKeys.has(team, 'Ev1', NOW + 9),
        await seenKeys.release(other, 'Ev1'),
        await seenKeys.first(other, 'Ev1', kept),
        await seenKeys.first(team, 'Ev1', kept),
        await seenKeys.has(team, 'Ev1', NOW + 10),
        await seenKeys.first(team, 'Ev1', { now: NOW + 10, until: NOW + 20 }),
        await seenKeys.forget(NOW + 10),
        await seenKeys.has(team, 'Ev1', NOW + 10),
        await seenKeys.forget(NOW + 20),
      ];
      expect(seen).toEqual([false, true, false, true, true, undefined, true, false, false, true, 1, true, 1]);
    });

    test('are first for one of many that ask at once', async () => {
      const team = here.workspace();
      const asked = await Promise.all(
        Array.from({ length: 8 }, () => here.storage.seenKeys.first(team, 'Ev1', { now: NOW, until: NOW + 1 })),
      );
      await here.storage.seenKeys.forget(NOW + 1);
      expect(asked.filter((isFirst) => isFirst)).toEqual([true]);
    });
  });

  describe('picture files', () => {
    test('one whose time is over is not used, also before it is deleted', async () => {
      const team = here.workspace();
      const { pictureFiles } = here.storage;
      await pictureFiles.keep(team, { hash: 'h', file: 'F1', deleteAt: NOW });
      const found = [await pictureFiles.find(team, 'h', NOW - 1), await pictureFiles.find(team, 'h', NOW)];
      await pictureFiles.takeExpired(NOW, 9, LEASE);
      expect(found).toEqual(['F1', null]);
    });

    test('a private picture goes when its time is over, unless it was kept for longer', async () => {
      const team = here.workspace();
      const { pictureFiles } = here.storage;
      const keep = (hash: string, file: string, deleteAt: number | null) => pictureFiles.keep(team, { hash, file, deleteAt });
      await keep('h1', 'F1', NOW);
      await keep('h2', 'F2', NOW);
      await keep('h2', 'F2', NOW + 9);
      await keep('h2', 'F2', NOW);
      await keep('h3', 'F3', NOW);
      await keep('h3', 'F3', null);
      await keep('h3', 'F3', NOW);
      const expired = [...(await pictureFiles.takeExpired(NOW, 9, LEASE)), ...(await pictureFiles.takeExpired(NOW, 9, LEASE))];
      expect({ expired, left: await Promise.all(['h1', 'h2', 'h3'].map((hash) => pictureFiles.find(team, hash, NOW))) }).toEqual({
        expired: [{ workspace: team, file: 'F1' }],
        left: [null, 'F2', 'F3'],
      });
      await pictureFiles.takeExpired(NOW + 9, 9, LEASE);
    });

    test('a file that could not be deleted is given out again, until it is forgotten, and is never used meanwhile', async () => {
      const team = here.workspace();
      const { pictureFiles } = here.storage;
      await pictureFiles.keep(team, { hash: 'h', file: 'F1', deleteAt: NOW });
      const files = async (at: number) => (await pictureFiles.takeExpired(at, 9, LEASE, [team])).map(({ file }) => file);
      const taken = [await files(NOW), await files(NOW + LEASE - 1), await pictureFiles.find(team, 'h', NOW), await files(NOW + LEASE)];
      await pictureFiles.forget(team, 'F1');
      expect([...taken, await files(NOW + 9 * LEASE)]).toEqual([['F1'], [], null, ['F1'], []]);
    });

    test('two files of one picture are both deleted, and the one that stays longest is used', async () => {
      const team = here.workspace();
      const { pictureFiles } = here.storage;
      const used: unknown[] = [];
      for (const [file, deleteAt] of [
        ['F1', NOW],
        ['F2', NOW + 1],
        ['F3', null],
      ] as const) {
        await pictureFiles.keep(team, { hash: 'h', file, deleteAt });
        used.push(await pictureFiles.find(team, 'h', NOW - 1));
      }
      const files = async () => (await pictureFiles.takeExpired(NOW + 1, 1, LEASE)).map(({ file }) => file);
      expect({ used, expired: [await files(), await files(), await files()] }).toEqual({
        used: ['F1', 'F2', 'F3'],
        expired: [['F1'], ['F2'], []],
      });
    });
  });
}
