import { openStorage } from '../../src/storage/index.ts';
import { TAGS } from './given.ts';

/** A process of its own that uses the file of its first argument: writes down reports for ever, and says which are on disk. */
const storage = await openStorage({ url: process.argv[2] ?? '', clock: Date.now, faults: { record: String } });
for (let at = 0; ; at += 1) {
  await storage.savedReports.save({ workspace: 'T1', person: 'U1', name: `report ${at}`, question: TAGS });
  process.stdout.write(`${at}\n`);
}
