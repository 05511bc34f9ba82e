import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WEEK_STARTS } from '../../../src/model/time.ts';
import { type Home, homeView } from '../../../src/presentation/home/home-view.ts';
import { welcomeView } from '../../../src/presentation/home/welcome-view.ts';
import type { HomeView, ModalView } from '../../../src/presentation/message.ts';
import { savedMessage } from '../../../src/presentation/saved/saved-message.ts';
import type { ScheduleLine } from '../../../src/presentation/schedules/schedule-line.ts';
import { settingsForm } from '../../../src/presentation/settings/settings-form.ts';
import { settingsMessage } from '../../../src/presentation/settings/settings-message.ts';
import { shortMessage } from '../../../src/presentation/short-message.ts';
import { sourceOf } from '../../reports/given.ts';
import { validateBlocks, validateView } from '../../slack-double/block-kit/validate.ts';
import { mentions } from '../../slack-double/mrkdwn.ts';

const hostile = fc.constantFrom(
  '@here',
  '<!channel>',
  '<@U1>',
  '<https://evil.example|free>',
  '```',
  '*_~`',
  'a\n\nb',
  '',
  '&'.repeat(4000),
  '👩‍👩‍👧‍👦'.repeat(100),
);
const text = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
const suggestion = fc.record({ label: text, words: text });
const problem = fc.record({ message: text, hint: text });
const zone = fc.constantFrom('UTC', 'Europe/Warsaw', 'America/Argentina/ComodRivadavia');
const weekStart = fc.constantFrom(...WEEK_STARTS);
const at = fc.integer({ min: 0, max: 4e12 });

const line: fc.Arbitrary<ScheduleLine> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{2,8}$/),
  what: text,
  when: text,
  zone,
  place: fc.constantFrom('you' as const, { channel: 'C1' }),
  owner: fc.constant(null),
  state: fc.constantFrom('active', 'paused', 'ended'),
  pausedFor: fc.constant(null),
  nextAt: fc.option(at),
  isNextSkipped: fc.boolean(),
  last: fc.constant(null),
  isChangeable: fc.boolean(),
});

const home: fc.Arbitrary<Home> = fc.record({
  today: fc.oneof(
    fc.constantFrom({ state: 'unknown' } as const, { state: 'early' } as const, { state: 'unavailable' } as const),
    fc.record({
      state: fc.constant('known' as const),
      until: fc.constant('14:00'),
      numbers: fc.array(fc.record({ label: text, value: fc.constant('412'), comparison: text }), { maxLength: 4 }),
    }),
  ),
  connection: fc.oneof(
    fc.constant({ state: 'unknown' } as const),
    fc.record({ state: fc.constant('broken' as const), message: text, hint: text, checkedAt: at }),
    fc.record({ state: fc.constant('connected' as const), source: fc.constant(sourceOf('3.2')), asOf: at }),
  ),
  problems: fc.array(problem, { maxLength: 3 }),
  zone,
  favourites: fc.array(suggestion, { maxLength: 30 }),
  saved: fc.option(fc.array(suggestion, { maxLength: 60 })),
  schedules: fc.option(fc.array(line, { maxLength: 60 })),
  maySchedule: fc.boolean(),
  command: fc.constant('/livechat'),
});

/** Slack takes it, and nobody is pinged or led away by what others wrote. */
function expectHarmless(view: HomeView | ModalView): void {
  expect(validateView(view)).toEqual([]);
  expect(mentions(JSON.parse(JSON.stringify(view)))).toEqual([]);
}

/** The same, but for channels that are named on purpose. */
function expectNobodyElse(view: HomeView): void {
  expect(validateView(view)).toEqual([]);
  const found = mentions(JSON.parse(JSON.stringify(view).replaceAll('<#C1>', 'a channel')));
  expect(found).toEqual([]);
}

describe('whatever it is made of, Slack takes', () => {
  test('Home', () => {
    fc.assert(
      fc.property(home, (given) => expectNobodyElse(homeView(given))),
      { numRuns: 150 },
    );
  });

  test('the welcome', () => {
    fc.assert(
      fc.property(suggestion, fc.boolean(), (example, maySchedule) =>
        expectHarmless(welcomeView({ example, maySchedule, command: '/livechat' })),
      ),
    );
  });

  test('the form and the message of settings', () => {
    const words = fc.uniqueArray(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 150 }), { maxLength: 10 });
    const workspace = fc.record({
      zone,
      weekStart,
      yearStart: fc.integer({ min: 1, max: 12 }),
      chartStyle: fc.constantFrom('light' as const, 'dark' as const, 'native' as const, 'none' as const),
      schedulers: fc.constantFrom('everyone' as const, 'admins' as const),
    });
    fc.assert(
      fc.property(words, fc.option(zone), fc.option(weekStart), workspace, fc.boolean(), (offered, own, start, shared, isAdmin) => {
        expectHarmless(
          settingsForm({
            zone: own,
            weekStart: start,
            dayFirst: own === null ? null : isAdmin,
            offered,
            favourites: offered.slice(0, 5),
            workspace: shared,
            isAdmin,
          }),
        );
        const shown = settingsMessage({
          zone: own ?? 'UTC',
          isOwnZone: own !== null,
          weekStart: start ?? 'monday',
          isOwnWeekStart: start !== null,
          dayFirst: isAdmin,
          isOwnDayFirst: own !== null,
          favourites: offered.slice(0, 5),
          workspace: shared,
        });
        expect(validateBlocks([...shown.blocks], 'message')).toEqual([]);
        expect(mentions(JSON.parse(JSON.stringify(shown)))).toEqual([]);
      }),
    );
  });

  test('a page of saved reports, and a line about what was done', () => {
    const saved = fc.record({ name: text, words: text, run: text, forget: text });
    fc.assert(
      fc.property(fc.array(saved, { maxLength: 20 }), fc.option(suggestion), text, (lines, next, sentence) => {
        for (const { text: words, blocks } of [
          savedMessage(lines, 50, next),
          shortMessage(sentence, { hints: [sentence], presses: next ? [next] : [] }),
        ]) {
          expect(validateBlocks([...blocks], 'message')).toEqual([]);
          expect(mentions(JSON.parse(JSON.stringify({ text: words, blocks, unfurl_links: false })))).toEqual([]);
        }
      }),
    );
  });
});
