import { expect, test } from '@jest/globals';
import { createPictures } from '../../../src/images/index.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { type Compose, createComposer } from '../../../src/usecases/delivery/index.ts';
import type { Pictures } from '../../../src/usecases/ports.ts';
import { createReporter } from '../../../src/usecases/reporter.ts';
import { apiThatSends } from '../../reports/given.ts';
import { DUE, LANGUAGE, MINUTE, schedule, world } from './given.ts';

const ANSWER = JSON.stringify({ records: { '2026-11-09': { refund: 3, vip: 2 }, '2026-11-10': { refund: 1, vip: 2 } } });

/** Processes that share books and a Slack, one after the other; what pictures their posts show. */
async function processes(times: readonly string[]) {
  const current: { compose?: Compose; pictures?: Pictures } = {};
  const here = await world({
    schedules: times.map((time, at) => schedule({ id: `s${at}`, recurrence: { days: { kind: 'daily' }, times: [time] } })),
    compose: (...given) => current.compose?.(...given) ?? Promise.reject(new Error('no process')),
    pictures: { forget: async (...given) => current.pictures?.forget(...given) },
  });
  const { faults, store, messenger } = here;
  const clock = () => here.clock.now;
  const slack = { uploads: 0, deleted: new Set<string>(), shown: [] as (readonly string[])[] };
  const { post } = messenger;
  Object.assign(messenger, {
    post: async (...given: Parameters<typeof post>) => {
      const files = [...JSON.stringify(given[1].blocks).matchAll(/"slack_file":\{"id":"(\w+)"/g)].map(([, file = '']) => file);
      slack.shown.push(files.filter((file) => !slack.deleted.has(file)));
      return { ...(await post(...given)), refusedFiles: files.filter((file) => slack.deleted.has(file)) };
    },
  });
  const start = () => {
    const deliver = async () => ({ slackFile: `F${++slack.uploads}` });
    const pictures = createPictures({ deliver, clock, files: store.pictureFiles });
    const reporter = createReporter({
      reports: REPORTS,
      api: apiThatSends('3.6', ANSWER),
      pictures,
      faults,
      preferences: store.preferences,
    });
    const asking = {
      language: LANGUAGE,
      reports: REPORTS,
      reporter,
      questions: store.questions,
      preferences: store.preferences,
      faults,
      clock,
    };
    Object.assign(current, { pictures, compose: createComposer({ ...asking, messengers: () => messenger }) });
  };
  start();
  return { ...here, slack, start };
}

test('a picture that is made ahead is uploaded once for all equal questions of a workspace, whichever process posts them', async () => {
  const { clock, slack, start, run, deliver } = await processes(['09:00', '09:00']);
  clock.now = DUE - 15 * MINUTE;
  await run('ahead');
  const ahead = slack.uploads;
  start();
  clock.now = DUE;
  await deliver();
  expect([ahead, slack.uploads, slack.shown]).toEqual([1, 1, [['F1'], ['F1']]]);
});

test.each([
  ['by the process that drew it', false],
  ['by one that only knows it from the books', true],
])('a picture that a person deleted is missing once, and drawn anew for the next post: %s', async (_, isRestarted) => {
  const { clock, slack, start, deliver } = await processes(['09:00', '09:01', '09:02', '09:03']);
  for (const minute of [0, 1, 2, 3]) {
    clock.now = DUE + minute * MINUTE;
    await deliver();
    slack.deleted.add('F1');
    if (isRestarted) start();
  }
  expect([slack.shown, slack.uploads]).toEqual([[['F1'], [], ['F2'], ['F2']], 2]);
});
