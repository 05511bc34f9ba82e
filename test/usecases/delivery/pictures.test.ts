import { expect, test } from '@jest/globals';
import { createPictures } from '../../../src/images/index.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { type Compose, createComposer } from '../../../src/usecases/delivery/index.ts';
import { createReporter } from '../../../src/usecases/reporter.ts';
import { apiThatSends } from '../../reports/given.ts';
import { DUE, LANGUAGE, MINUTE, schedule, world } from './given.ts';

const ANSWER = JSON.stringify({ records: { '2026-11-09': { refund: 3, vip: 2 }, '2026-11-10': { refund: 1, vip: 2 } } });

test('a picture that is made ahead is uploaded once for all equal questions of a workspace, whichever process posts them', async () => {
  const composers: Compose[] = [];
  const here = await world({
    schedules: ['a', 'b'].map((id) => schedule({ id })),
    compose: (...given) => (composers[0] ? composers[0](...given) : Promise.reject(new Error('no process'))),
  });
  let uploads = 0;
  const startProcess = () => {
    const pictures = createPictures({
      deliver: async () => ({ slackFile: `F${++uploads}` }),
      clock: () => here.clock.now,
      files: here.store.pictureFiles,
    });
    const api = apiThatSends('3.6', ANSWER);
    const { faults, store } = here;
    const reporter = createReporter({ reports: REPORTS, api, pictures, faults, preferences: store.preferences });
    const { questions } = store;
    const clock = () => here.clock.now;
    composers[0] = createComposer({
      language: LANGUAGE,
      reports: REPORTS,
      reporter,
      questions,
      faults,
      clock,
      messengers: () => here.messenger,
    });
  };
  const posted: string[] = [];
  const { post } = here.messenger;
  Object.assign(here.messenger, {
    post: (...given: Parameters<typeof post>) => {
      posted.push(...(JSON.stringify(given[1].blocks).match(/"slack_file":\{[^}]*\}/g) ?? []));
      return post(...given);
    },
  });
  startProcess();
  here.clock.now = DUE - 15 * MINUTE;
  await here.run('ahead');
  const ahead = uploads;
  startProcess();
  here.clock.now = DUE;
  await here.deliver();
  expect({ ahead, uploads, posted }).toEqual({ ahead: 1, uploads: 1, posted: Array(2).fill('"slack_file":{"id":"F1"}') });
});
