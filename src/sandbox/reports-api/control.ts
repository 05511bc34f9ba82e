import { z } from 'zod';
import type { MovableClock } from '../clock.ts';
import type { Entry, Journal } from './journal.ts';
import { ApiError, invalid, notAllowed, type Reply } from './reply.ts';
import { SWITCHES_CHANGE, type SwitchBoard } from './switches.ts';

const CLOCK_CHANGE = z
  .strictObject({ now: z.iso.datetime({ offset: true }).transform(Date.parse).or(z.int()), advanceMs: z.int() })
  .exactPartial();

function decode<T>(schema: z.ZodType<T>, body: string): T {
  try {
    return schema.parse(JSON.parse(body));
  } catch (error) {
    throw invalid(error instanceof z.ZodError ? z.prettifyError(error) : String(error));
  }
}

interface Resource {
  read(): unknown;
  change?(body: string): void;
  /** Back to how it was at the start. */
  reset(): void;
}

/** What the sandbox is told by those who test against it: nothing of this is LiveChat's. */
export function createControl(parts: { readonly clock: MovableClock; readonly switches: SwitchBoard; readonly journal: Journal }) {
  const { clock, switches, journal } = parts;
  const resources = new Map<string, Resource>([
    [
      'clock',
      {
        read: () => ({ now: new Date(clock.now()).toISOString() }),
        change(body) {
          const { now = clock.now(), advanceMs = 0 } = decode(CLOCK_CHANGE, body);
          clock.setTo(now + advanceMs);
        },
        reset: clock.reset,
      },
    ],
    ['switches', { read: switches.current, change: (body) => switches.change(decode(SWITCHES_CHANGE, body)), reset: switches.reset }],
    ['journal', { read: journal.entries, reset: journal.clear }],
  ]);

  /** Every verb answers with the resource as it is afterwards. */
  return ({ method, path, body }: Pick<Entry, 'method' | 'path' | 'body'>): Reply => {
    const resource = resources.get(path.replace('/_sandbox/', ''));
    if (!resource) throw new ApiError('not_found', { message: `There are ${[...resources.keys()].join(', ')}` });
    if (method === 'POST' && resource.change) resource.change(body ?? '');
    else if (method === 'DELETE') resource.reset();
    else if (method !== 'GET') throw notAllowed(['GET', 'POST', 'DELETE']);
    return { status: 200, body: resource.read() };
  };
}
