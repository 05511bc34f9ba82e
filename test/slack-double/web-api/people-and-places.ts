import { zoned } from '../../../src/model/time.ts';
import type { JsonObject } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { APP, type Channel, TEAM, type User } from '../workspace.ts';
import { flag, type Methods, required, visibleChannel } from './method.ts';

export const peopleAndPlaces: Methods = {
  'auth.test': {
    run: () => ({
      url: `https://${TEAM.domain}.slack.com/`,
      team: TEAM.name,
      team_id: TEAM.id,
      user: APP.name,
      user_id: APP.bot,
      bot_id: APP.botId,
      is_enterprise_install: false,
    }),
  },

  'apps.connections.open': { token: 'app', run: (_args, { socketUrl }) => ({ url: socketUrl() }) },

  'conversations.info': {
    scopes: ['channels:read', 'groups:read', 'im:read'],
    run: (args, context) => ({ channel: channelOnTheWire(visibleChannel(args, context)) }),
  },

  'conversations.members': {
    scopes: ['channels:read', 'groups:read', 'im:read'],
    run: (args, context) => {
      const { members } = visibleChannel(args, context);
      const [from, limit] = [Number(args.cursor ?? 0), Number(args.limit ?? 100)];
      const next = from + limit < members.length ? String(from + limit) : '';
      return { members: members.slice(from, from + limit), response_metadata: { next_cursor: next } };
    },
  },

  'conversations.open': {
    scopes: ['im:write'],
    run: (args, { workspace }) => {
      const user = required(args, 'users');
      if (!workspace.users.has(user)) throw new Refusal('user_not_found');
      if (workspace.users.get(user)?.isDeleted) throw new Refusal('user_disabled');
      return { channel: { id: workspace.openDm(user).id } };
    },
  },

  'users.info': {
    scopes: ['users:read'],
    run: (args, { workspace }) => {
      const user = workspace.users.get(required(args, 'user'));
      if (!user) throw new Refusal('user_not_found');
      return { user: { ...userOnTheWire(user), ...(flag(args, 'include_locale') ? { locale: user.locale } : {}) } };
    },
  },
};

function channelOnTheWire(channel: Channel): JsonObject {
  if (channel.dmWith !== undefined) return { id: channel.id, is_im: true, user: channel.dmWith, is_archived: false };
  return {
    id: channel.id,
    name: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate ?? false,
    is_im: false,
    is_private: channel.isPrivate ?? false,
    is_archived: channel.isArchived ?? false,
    is_ext_shared: channel.isShared ?? false,
    is_member: channel.members.includes(APP.bot),
    num_members: channel.members.length,
  };
}

function userOnTheWire(user: User): JsonObject {
  return {
    id: user.id,
    team_id: user.teamId ?? TEAM.id,
    name: user.name,
    real_name: user.name,
    deleted: user.isDeleted ?? false,
    is_bot: false,
    is_restricted: user.isRestricted ?? false,
    is_ultra_restricted: false,
    is_stranger: user.teamId !== undefined,
    is_admin: user.isAdmin ?? false,
    is_owner: user.isOwner ?? false,
    // Of somebody who has left, Slack tells no more.
    ...(user.isDeleted ? {} : { tz: user.tz, tz_offset: zoned(0, user.tz).offsetNanoseconds / 1e9 }),
    profile: { display_name: user.name, real_name: user.name },
  };
}
