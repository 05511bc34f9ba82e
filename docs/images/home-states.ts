import { type Home, homeView } from '../../src/presentation/home/home-view.ts';
import { welcomeView } from '../../src/presentation/home/welcome-view.ts';
import type { HomeView } from '../../src/presentation/message.ts';
import type { ScheduleLine } from '../../src/presentation/schedules/schedule-line.ts';

const NOW = Date.UTC(2026, 10, 18, 13, 24);
const source = { version: '3.6', path: 'chats/tags', calls: 2, asOf: NOW } as const;
const example = { label: 'tags last week', words: 'tags last week' };

const MONDAYS: ScheduleLine = {
  id: 'k7m4',
  what: 'Tags usage · last week',
  when: 'every Monday at 09:00',
  zone: 'Europe/Warsaw',
  place: { channel: 'C01SUPPORT' },
  owner: null,
  state: 'active',
  pausedFor: null,
  nextAt: Date.UTC(2026, 10, 23, 8),
  isNextSkipped: false,
  last: { dueAt: Date.UTC(2026, 10, 16, 8), state: 'posted', reason: null },
  isChangeable: true,
};

const WHOLE: Home = {
  today: {
    state: 'known',
    until: '14:00',
    numbers: [
      { label: 'Chats', value: '412', comparison: '+23%, more than on a usual Wednesday' },
      { label: 'Chatting time', value: '13m 26s', comparison: '−11s, shorter than on a usual Wednesday' },
      { label: 'Tag uses', value: '503', comparison: '+19%, more than on a usual Wednesday' },
      { label: 'Top tag: refund', value: '96', comparison: '+140%, more than on a usual Wednesday' },
    ],
  },
  connection: { state: 'connected', source, asOf: NOW },
  problems: [],
  zone: 'Europe/Warsaw',
  favourites: ['tags last week', 'tags this month by week', 'duration last week'].map((words) => ({ label: words, words })),
  saved: [{ label: 'Weekdays', words: 'run Weekdays' }],
  schedules: [MONDAYS],
  maySchedule: true,
  command: '/livechat',
};

const BROKEN = {
  state: 'broken',
  message: 'LiveChat does not accept the access token of this bot.',
  hint: 'Whoever runs this bot can give it a new one: LIVECHAT_TOKEN, or LIVECHAT_ACCOUNT_ID with LIVECHAT_PAT.',
  checkedAt: NOW,
} as const;

const FORGETFUL = {
  message: 'I cannot read what you saved at the moment. Questions are answered all the same.',
  hint: 'If it lasts, give the reference to whoever runs this bot (ref x3k9q1).',
};

const REVOKED = {
  message: 'Slack has refused my access to this workspace since Mon 16 Nov 2026. Schedules wait.',
  hint: 'Whoever runs this bot can install it anew, or give it a new token.',
};

/** Every state of the Home tab, by the name of its picture. */
export const HOME_STATES: ReadonlyMap<string, HomeView> = new Map([
  ['first-open', welcomeView({ example, maySchedule: true, command: '/livechat' })],
  ['whole', homeView(WHOLE)],
  ['from-what-is-known', homeView({ ...WHOLE, today: { state: 'unknown' }, connection: { state: 'unknown' } })],
  ['nothing-kept-yet', homeView({ ...WHOLE, saved: [], schedules: [] })],
  ['before-the-first-hour', homeView({ ...WHOLE, today: { state: 'early' } })],
  ['livechat-refuses', homeView({ ...WHOLE, today: { state: 'unavailable' }, connection: BROKEN })],
  ['slack-refuses', homeView({ ...WHOLE, problems: [REVOKED] })],
  ['memory-away', homeView({ ...WHOLE, problems: [FORGETFUL], saved: null, schedules: null })],
  ['guest', homeView({ ...WHOLE, schedules: null, maySchedule: false })],
  [
    'paused',
    homeView({
      ...WHOLE,
      schedules: [
        {
          ...MONDAYS,
          state: 'paused',
          pausedFor: 'not_in_channel',
          nextAt: null,
          last: { dueAt: Date.UTC(2026, 10, 16, 8), state: 'failed', reason: 'not_in_channel' },
        },
      ],
    }),
  ],
  [
    'on-v3-2',
    homeView({
      ...WHOLE,
      connection: { state: 'connected', source: { ...source, version: '3.2', deprecatedUntil: '2027-06-30' }, asOf: NOW },
    }),
  ],
]);
