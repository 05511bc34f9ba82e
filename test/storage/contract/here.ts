import type { Storage } from '../../../src/storage/index.ts';

/** What the facts are held against. */
export interface Here {
  /** Open from the first test on. */
  readonly storage: Storage;
  /** A workspace of its own for each test: they share one storage. */
  workspace(): string;
}
