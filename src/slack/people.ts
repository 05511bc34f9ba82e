import type { UsersInfoResponse } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Log } from '../log.ts';
import { type Clock, isZone } from '../model/time.ts';
import type { Visitor } from '../usecases/ports.ts';
import type { Clients } from './clients.ts';

export interface People {
  /** Somebody at a door. They are let in although Slack does not tell who they are. */
  visitor(person: string, at: Pick<Visitor, 'workspace' | 'channel'>): Promise<Visitor>;
  /** What people call somebody; their id where Slack does not tell. */
  nameOf(person: string): Promise<string>;
}

export interface PeopleOptions {
  readonly clients: Clients;
  readonly log: Log;
  readonly clock: Clock;
}

const REMEMBERED_MS = 60 * 60 * 1000;

type User = NonNullable<UsersInfoResponse['user']>;
/** As far as Slack tells; `home` are the workspaces that they belong to, none when that is not known. */
type Profile = Pick<Visitor, 'name' | 'zone' | 'locale' | 'isAdmin' | 'isGuest'> & { readonly home: readonly string[] };

export function createPeople({ clients, log, clock }: PeopleOptions): People {
  const known = new LRUCache<string, Profile>({ max: 5_000, ttl: REMEMBERED_MS, ttlResolution: 0, perf: { now: clock } });

  async function profile(person: string): Promise<Profile> {
    const remembered = known.get(person);
    if (remembered) return remembered;
    try {
      const { user } = await clients.quick.users.info({ user: person, include_locale: true });
      if (!user) throw new Error('Slack tells nothing about a person');
      const learned = profileOf(user, person);
      known.set(person, learned);
      return learned;
    } catch (error) {
      // An answer in the default zone, which it names, is better than none.
      log.warn({ err: error }, 'could not learn who a person is');
      return { name: person, zone: null, locale: LOCALE, isAdmin: false, isGuest: false, home: [] };
    }
  }

  return {
    async visitor(person, { workspace, channel }) {
      const { home, isGuest, ...facts } = await profile(person);
      return { ...facts, workspace, person, channel, isGuest: isGuest || (home.length > 0 && !home.includes(workspace)) };
    },
    nameOf: async (person) => (await profile(person)).name,
  };
}

const LOCALE = 'en-US';

function profileOf(user: User, id: string): Profile {
  return {
    name: user.profile?.display_name || user.real_name || user.name || id,
    zone: user.tz && isZone(user.tz) ? user.tz : null,
    locale: user.locale ?? LOCALE,
    isAdmin: (user.is_admin || user.is_owner) ?? false,
    isGuest: (user.is_restricted || user.is_ultra_restricted || user.is_stranger) ?? false,
    // Somebody of a large organization belongs to several of its workspaces.
    home: [...(user.team_id ? [user.team_id] : []), ...(user.enterprise_user?.teams ?? [])],
  };
}
