import { z } from 'zod';
import { FAULTS } from './faults.ts';

const TIMES = z.int().positive();
const STAGE = z.strictObject({ header: z.enum(['Legacy', 'Deprecation']), date: z.iso.date() }).nullable();

const SWITCHES = z.strictObject({
  /** How long every answer takes. */
  latencyMs: z.int().nonnegative(),
  /** The next requests are too many. */
  rateLimit: z.strictObject({ retryAfterSeconds: z.int().nonnegative().nullable(), times: TIMES }).nullable(),
  /** The next requests go wrong. */
  fault: z.strictObject({ kind: z.enum(FAULTS), times: TIMES }).nullable(),
  /** Scopes that no token has, whatever it says. */
  missingScopes: z.array(z.string()),
  /** `total` of tags is the sum of the tag counts, as in LiveChat's sample for v3.2. */
  legacySumTotal: z.boolean(),
  /** v3.2 refuses `tagged` beside `tags`, as newer versions do. */
  strictTags: z.boolean(),
  /** v3.6 repeats the request in its answer. */
  echoRequest: z.boolean(),
  /** Spelling of bucket keys: `YYYY MM DD HH H Z` are replaced. */
  bucketKeys: z.strictObject({ hour: z.string(), 'day-hours': z.string(), day: z.string(), month: z.string(), year: z.string() }),
  /** The header that says on which day a stage of a version's life ends. */
  lifeCycle: z.strictObject({ '3.2': STAGE, '3.6': STAGE }),
});
export type Switches = Readonly<z.infer<typeof SWITCHES>>;

/** Some of the switches; of bucket keys and life cycles only those to change. */
export const SWITCHES_CHANGE = SWITCHES.extend({
  bucketKeys: SWITCHES.shape.bucketKeys.exactPartial(),
  lifeCycle: SWITCHES.shape.lifeCycle.exactPartial(),
}).exactPartial();
export type SwitchesChange = z.infer<typeof SWITCHES_CHANGE>;

const DEFAULTS: Switches = {
  latencyMs: 0,
  rateLimit: null,
  fault: null,
  missingScopes: [],
  legacySumTotal: false,
  strictTags: false,
  echoRequest: true,
  bucketKeys: { hour: 'YYYY-MM-DD HH:00', 'day-hours': 'HH:00', day: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' },
  lifeCycle: { '3.2': { header: 'Deprecation', date: '2027-06-30' }, '3.6': null },
};

export interface SwitchBoard {
  current(): Switches;
  change(change: SwitchesChange): void;
  /** Back to how the sandbox started. */
  reset(): void;
  /** What this request meets, which is thereby used up once. */
  take<Name extends 'rateLimit' | 'fault'>(name: Name): Switches[Name];
}

const changed = (switches: Switches, change: SwitchesChange): Switches => ({
  ...switches,
  ...change,
  bucketKeys: { ...switches.bucketKeys, ...change.bucketKeys },
  lifeCycle: { ...switches.lifeCycle, ...change.lifeCycle },
});

export function createSwitches(initial: SwitchesChange = {}): SwitchBoard {
  let current = changed(DEFAULTS, initial);
  return {
    current: () => current,
    change(change) {
      current = changed(current, change);
    },
    reset() {
      current = changed(DEFAULTS, initial);
    },
    take(name) {
      const taken = current[name];
      if (taken) current = { ...current, [name]: taken.times > 1 ? { ...taken, times: taken.times - 1 } : null };
      return taken;
    },
  };
}
