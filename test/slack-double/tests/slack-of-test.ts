import { afterEach } from '@jest/globals';
import type { Slack, SlackOptions } from '../slack.ts';
import { NOW, startSlack } from './bolt.ts';

/** The Slack of the test that runs: it lives from `start` until the test ends. */
export let slack: Slack;
/** Its clock, to move by hand. */
export const clock = { now: NOW };

export async function start(options: Partial<SlackOptions> = {}): Promise<void> {
  clock.now = NOW;
  slack = await startSlack({ clock: () => clock.now, ...options });
}

afterEach(() => slack.stop());
