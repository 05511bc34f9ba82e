import type { UsersInfoResponse } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Log } from '../log.ts';
import { type Clock, isZone } from '../model/time.ts';
import type { PersonKind, Visitor } from '../usecases/ports.ts';
import type { Clients } from './clients.ts';

export interface People {
  /** Somebody at a door. They are let in although Slack does not tell who they are. */
  visitor(person: string, at: Pick<Visitor, 'workspace' | 'channel'>): Promise<Visitor>;
  /** The same before Slack has told anything. */
  stranger(person: string, at: Pick<Visitor, 'workspace' | 'channel'>): Visitor;
  /** What people call somebody; their id where Slack does not tell. */
  nameOf(person: string): Promise<string>;
  /** null: Slack does not tell. */
  kindOf(person: string, workspace: string): Promise<PersonKind | null>;
}

export interface PeopleOptions {
  readonly clients: Clients;
  readonly log: Log;
  readonly clock: Clock;
}

const REMEMBERED_MS = 60 * 60 * 1000;

type User = NonNullable<UsersInfoResponse['user']>;
/** As far as Slack tells. */
interface Profile extends Pick<Visitor, 'name' | 'zone' | 'locale' | 'isAdmin'> {
  readonly kind: PersonKind | null;
  /** The workspaces that they belong to, none when that is not known. */
  readonly home: readonly string[];
}

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
      return unknown(person);
    }
  }

  return {
    visitor: async (person, at) => visiting(await profile(person), person, at),
    stranger: (person, at) => visiting(unknown(person), person, at),
    nameOf: async (person) => (await profile(person)).name,
    kindOf: async (person, workspace) => kindIn(await profile(person), workspace),
  };
}

const LOCALE = 'en-US';

const unknown = (person: string): Profile => ({ name: person, zone: null, locale: LOCALE, isAdmin: false, kind: null, home: [] });

function visiting(profile: Profile, person: string, { workspace, channel }: Pick<Visitor, 'workspace' | 'channel'>): Visitor {
  const { name, zone, locale, isAdmin } = profile;
  const kind = kindIn(profile, workspace);
  return { workspace, person, channel, name, zone, locale, isAdmin, isGuest: kind === null ? null : kind === 'guest' };
}

function kindIn({ kind, home }: Profile, workspace: string): PersonKind | null {
  return kind === 'member' && home.length > 0 && !home.includes(workspace) ? 'guest' : kind;
}

function profileOf(user: User, id: string): Profile {
  return {
    name: user.profile?.display_name || user.real_name || user.name || id,
    zone: user.tz && isZone(user.tz) ? user.tz : null,
    locale: user.locale ?? LOCALE,
    isAdmin: (user.is_admin || user.is_owner) ?? false,
    kind: kindOf(user, id),
    // Somebody of a large organization belongs to several of its workspaces.
    home: [...(user.team_id ? [user.team_id] : []), ...(user.enterprise_user?.teams ?? [])],
  };
}

/** Slack's own bot, which says of itself that it is none. */
const SLACKBOT = 'USLACKBOT';

function kindOf(user: User, id: string): PersonKind {
  if (user.deleted) return 'gone';
  if (user.is_bot || id === SLACKBOT) return 'bot';
  return user.is_restricted || user.is_ultra_restricted || user.is_stranger ? 'guest' : 'member';
}
