import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/model/errors.ts';
import { createJobs } from '../../src/slack/jobs.ts';

function jobsWith(limits: { limitMs?: number; graceMs?: number } = {}) {
  const faults: unknown[] = [];
  const record = (error: unknown, doing: string) => {
    faults.push([doing, error]);
    return 'ref';
  };
  const jobs = createJobs({ faults: { record }, limitMs: limits.limitMs ?? 10_000, graceMs: limits.graceMs ?? 10_000, farewellMs: 10_000 });
  return { jobs, faults };
}

const aborted = (signal: AbortSignal) => new Promise<unknown>((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));

describe('work after an acknowledgement', () => {
  test('is waited for', async () => {
    const { jobs } = jobsWith();
    const done: string[] = [];
    jobs.run('working', async () => {
      await new Promise(setImmediate);
      done.push('answered');
    });
    await jobs.drain();
    expect(done).toEqual(['answered']);
  });

  test('that outlasts the grace is asked to end, and still says so', async () => {
    const { jobs } = jobsWith({ graceMs: 1 });
    const said: unknown[] = [];
    jobs.run('working', async (signal) => {
      said.push(await aborted(signal));
    });
    await jobs.drain();
    expect(said).toEqual([new UserError('I am being restarted and could not finish this answer.', 'Ask again in a few seconds.')]);
  });

  test('is stopped when its time is up', async () => {
    const { jobs } = jobsWith({ limitMs: 1 });
    const reasons: unknown[] = [];
    jobs.run('working', async (signal) => {
      reasons.push(await aborted(signal));
    });
    await jobs.drain();
    expect(reasons).toEqual([
      new UserError('LiveChat took too long to answer, so I stopped waiting.', 'Ask again in a minute, or for a shorter range.'),
    ]);
  });

  test('that fails is written down and harms nobody else', async () => {
    const { jobs, faults } = jobsWith();
    const defect = new Error('a defect');
    jobs.run('answering a command', () => Promise.reject(defect));
    await jobs.drain();
    expect(faults).toEqual([['answering a command', defect]]);
  });
});
