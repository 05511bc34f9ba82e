import type { Schedule } from '../../src/usecases/ports.ts';

/** An active schedule: tags of last week, every Monday at 9:00 in Warsaw, to C1. Its times are those of the clock that asks. */
export function scheduleWith(changes: Partial<Schedule> & Pick<Schedule, 'nextAt' | 'createdAt'>): Schedule {
  return {
    workspace: 'T1',
    id: 'k7m2',
    owner: 'U1',
    question: { report: 'tags', range: 'last week', distribution: null, filters: {} },
    recurrence: { days: { kind: 'weekly', every: 1, days: [1], from: '1970-01-05' }, times: ['09:00'] },
    zone: 'Europe/Warsaw',
    weekStart: 'monday',
    locale: 'en-US',
    place: { channel: 'C1' },
    whenEmpty: 'post',
    until: null,
    state: 'active',
    pausedFor: null,
    skipAt: null,
    failures: 0,
    version: 1,
    ...changes,
  };
}
