import { LRUCache } from 'lru-cache';
import type { Log } from '../log.ts';
import { isZone, type WeekStart, type Zone } from '../model/time.ts';
import type { Asker } from '../usecases/ports.ts';
import type { Clients } from './clients.ts';

export interface People {
  /** Who asks: their zone and locale as Slack knows them, the defaults where it does not tell. */
  asker(userId: string): Promise<Asker>;
}

export interface PeopleOptions {
  readonly clients: Clients;
  readonly log: Log;
  readonly defaults: { readonly zone: Zone; readonly weekStart: WeekStart };
}

const REMEMBERED_MS = 60 * 60 * 1000;

export function createPeople({ clients, log, defaults }: PeopleOptions): People {
  const stranger: Asker = { ...defaults, locale: 'en-US' };
  const known = new LRUCache<string, Asker>({ max: 5_000, ttl: REMEMBERED_MS });

  return {
    async asker(userId) {
      const remembered = known.get(userId);
      if (remembered) return remembered;
      try {
        const { user } = await clients.quick.users.info({ user: userId, include_locale: true });
        const asker = {
          zone: user?.tz && isZone(user.tz) ? user.tz : defaults.zone,
          weekStart: defaults.weekStart,
          locale: user?.locale ?? stranger.locale,
        };
        known.set(userId, asker);
        return asker;
      } catch (error) {
        // An answer in the default zone, which it names, is better than none.
        log.warn({ err: error }, 'could not learn a person’s zone');
        return stranger;
      }
    },
  };
}
