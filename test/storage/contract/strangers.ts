import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Storage } from '../../../src/storage/index.ts';
import type { Delivery } from '../../../src/usecases/store.ts';
import { emptied, LEASE, NOW, schedule, TAGS, TO } from '../given.ts';
import type { Here } from './here.ts';

export function strangersContract(here: Here): void {
  test('whatever is asked with the ids of another workspace finds nothing and changes nothing', async () => {
    await emptied(here.storage);
    const own = here.workspace();
    const seen = await filled(here.storage, own);
    const stranger = fc.constantFrom(...STRANGE);
    await fc.assert(
      fc.asyncProperty(fc.array(stranger, { minLength: 1, maxLength: 12 }), async (operations) => {
        const other = here.workspace();
        for (const operate of operations) expect(EMPTY).toContainEqual(await operate(here.storage, other, seen));
        expect(await everythingOf(here.storage, own, seen.id)).toEqual(seen.everything);
      }),
      { numRuns: 40 },
    );
  });
}

interface Seen {
  readonly id: string;
  readonly delivery: Delivery;
  readonly everything: unknown;
}

const THREAD = { channel: 'C1', thread: '1.2' };
const SAVED = { person: 'U1', name: 'mine', question: TAGS };

async function filled(storage: Storage, workspace: string): Promise<Seen> {
  const given = schedule({ workspace });
  const slot = { workspace, schedule: given.id, dueAt: NOW };
  await storage.schedules.add({ ...given, nextAt: NOW + LEASE });
  await storage.deliveries.add(slot, NOW);
  const [claimed] = await storage.deliveries.claim(NOW, 1, LEASE);
  if (!claimed) throw new Error('There is nothing to claim.');
  await storage.deliveries.settle(claimed, { state: 'uncertain', reason: 'because' }, NOW);
  await storage.savedReports.save({ workspace, ...SAVED });
  await storage.preferences.changePerson(workspace, 'U1', { isWelcomed: true });
  await storage.preferences.changeWorkspace(workspace, { installer: 'U1' });
  await storage.pictureFiles.keep(workspace, { hash: 'h', file: 'F1', deleteAt: null });
  await storage.conversations.keep(workspace, THREAD, TAGS, NOW + 99 * LEASE);
  const [id = ''] = await storage.questions.keep(workspace, [TAGS], NOW + 99 * LEASE);
  return { id, delivery: claimed, everything: await everythingOf(storage, workspace, id) };
}

const everythingOf = async (storage: Storage, workspace: string, id: string) => [
  await storage.schedules.list(workspace, {}),
  await storage.deliveries.history(workspace, 'K7Q2', 9),
  await storage.savedReports.list(workspace, 'U1'),
  await storage.preferences.ofPerson(workspace, 'U1'),
  await storage.preferences.ofWorkspace(workspace),
  await storage.pictureFiles.find(workspace, 'h', NOW),
  await storage.questions.find(workspace, id),
  await storage.conversations.find(workspace, THREAD, NOW),
];

/** What nothing looks like. */
const EMPTY = [null, false, [], undefined, 'unknown'];

const STRANGE: readonly ((storage: Storage, workspace: string, seen: Seen) => Promise<unknown>)[] = [
  ({ schedules }, workspace) => schedules.find(workspace, 'K7Q2'),
  ({ schedules }, workspace) => schedules.list(workspace, { owner: 'U1' }),
  ({ schedules }, workspace) => schedules.change(schedule({ workspace, state: 'deleted', nextAt: null })),
  ({ deliveries }, workspace, { delivery }) => deliveries.find({ ...delivery, workspace }),
  ({ deliveries }, workspace) => deliveries.history(workspace, 'K7Q2', 9),
  ({ deliveries }, workspace, { delivery }) => deliveries.confirm({ ...delivery, workspace }, NOW),
  ({ deliveries }, workspace, { delivery }) => deliveries.askAgain({ ...delivery, workspace }, NOW, NOW),
  ({ deliveries }, workspace, { delivery }) => deliveries.intend({ ...delivery, workspace }, TO, NOW),
  ({ deliveries }, workspace, { delivery }) => deliveries.settle({ ...delivery, workspace }, { state: 'failed', reason: 'x' }, NOW),
  ({ deliveries }, workspace, { delivery }) => deliveries.told([{ ...delivery, workspace }], NOW),
  ({ savedReports }, workspace) => savedReports.find(workspace, 'U1', 'mine'),
  ({ savedReports }, workspace) => savedReports.list(workspace, 'U1'),
  ({ savedReports }, workspace) => savedReports.rename({ workspace, ...SAVED }, 'yours'),
  ({ savedReports }, workspace) => savedReports.delete(workspace, 'U1', 'mine'),
  ({ preferences }, workspace) => preferences.changePerson(workspace, 'U1', { isWelcomed: false, zone: 'UTC' }),
  ({ preferences }, workspace) => preferences.changeWorkspace(workspace, { installer: 'U2' }),
  ({ pictureFiles }, workspace) => pictureFiles.find(workspace, 'h', NOW),
  ({ questions }, workspace, { id }) => questions.find(workspace, id),
  ({ conversations }, workspace) => conversations.find(workspace, THREAD, NOW),
  ({ deliveries }, workspace) => deliveries.scheduleOf(workspace, { channel: 'C1', ts: '1.2' }),
];
