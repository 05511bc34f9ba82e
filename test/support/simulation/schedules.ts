import type { CountedDay, Days, Recurrence, Weekday } from '../../../src/recurrence/recurrence.ts';
import type { Schedule } from '../../../src/usecases/ports.ts';
import type { Random } from './random.ts';

/** All habits of the world's clocks: half hours, quarters, double summer time, changes at midnight, no changes at all. */
const ZONES = [
  ...['Europe/Warsaw', 'Europe/London', 'Europe/Dublin', 'Europe/Lisbon', 'Europe/Moscow', 'Europe/Chisinau', 'Atlantic/Azores'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/St_Johns', 'America/Havana'],
  ...['America/Santiago', 'America/Asuncion', 'America/Sao_Paulo', 'America/Phoenix', 'America/Nuuk', 'America/Scoresbysund'],
  ...['Africa/Cairo', 'Africa/Casablanca', 'Africa/Lagos', 'Africa/Johannesburg', 'Antarctica/Troll', 'Asia/Beirut', 'Asia/Gaza'],
  ...['Asia/Jerusalem', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Tehran', 'Asia/Tokyo', 'Asia/Shanghai', 'Australia/Sydney'],
  ...['Australia/Lord_Howe', 'Australia/Adelaide', 'Australia/Eucla', 'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Apia', 'UTC'],
] as const;
export const ZONE_COUNT = ZONES.length;

const DAYS: readonly ((random: Random) => Days)[] = [
  (random) => ({ kind: 'weekly', every: random.between(1, 3), days: weekdays(random), from: '2026-01-05' }),
  (random) => ({ kind: 'weekly', every: 1, days: [7], from: `2026-01-${String(random.between(10, 28))}` }),
  (random) => ({ kind: 'monthly', days: random.pick([[1], [1, 15], [31], [-1], [29, 30]]) }),
  (random) => ({ kind: 'nth-day', nth: random.pick([1, 2, 3, 4, -1]), day: random.pick<CountedDay>([1, 5, 7, 'working day']) }),
  (random) => ({ kind: 'monthly', days: [random.between(1, 28)] }),
  () => ({ kind: 'daily' }),
  (random) => ({ kind: 'weekly', every: 1, days: weekdays(random), from: '2026-01-05' }),
  () => ({ kind: 'weekdays' }),
];

const weekdays = (random: Random): Weekday[] => random.pick<Weekday[]>([[1], [5], [1, 3, 5], [7], [6, 7]]);

const TIMES = [['09:00'], ['09:00'], ['02:30'], ['00:00'], ['23:30'], ['17:30'], ['08:00', '16:00'], ['02:00', '02:30', '03:00']] as const;

const LETTERS = 'abcdefghjkmnpqrstuvwxyz';

/** As people type them. */
const idOf = (index: number): string =>
  `s${[LETTERS.length ** 2, LETTERS.length, 1].map((of) => LETTERS[Math.floor(index / of) % LETTERS.length]).join('')}2`;
export const ID = /\bs[a-z]{3}2\b/g;

/** The `index`-th of a world: every zone and every kind comes in its turn. */
export function scheduleAt(index: number, random: Random, { start, end }: { start: number; end: number }): Schedule {
  const recurrence: Recurrence = {
    days: DAYS[index % DAYS.length]?.(random) ?? { kind: 'daily' },
    times: random.pick([TIMES[0], ...TIMES.slice(1)]),
  };
  const workspace = `T${index % 5}`;
  return {
    workspace,
    id: idOf(index),
    owner: `U${index % 3}${workspace}`,
    question: { report: 'tags', range: 'last week', distribution: null, filters: {} },
    recurrence,
    zone: ZONES[index % ZONES.length] ?? 'UTC',
    weekStart: 'monday',
    locale: 'en-US',
    place: index % 7 === 3 ? { person: `U${index % 3}${workspace}` } : { channel: `C${index % 4}${workspace}` },
    whenEmpty: index % 2 === 0 ? 'post' : 'skip',
    until: end,
    state: 'active',
    pausedFor: null,
    nextAt: null,
    skipAt: null,
    failures: 0,
    createdAt: start,
    version: 1,
  };
}
