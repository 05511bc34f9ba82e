import { z } from 'zod';
import { AGENTS, FORMER_AGENTS, GROUPS, OUTAGE_TAG, RECALL_TAG, TAGS } from '../company.ts';
import type { Call, Dialect } from './call.ts';
import { bodyOf, checked } from './json-body.ts';

const GROUP_IDS = z.array(z.int());
const LIST_AGENTS = z.strictObject({
  filters: z.strictObject({ group_ids: GROUP_IDS, suspended: z.boolean() }).exactPartial().default({}),
  fields: z.array(z.enum(['groups', 'suspended'])).default([]),
});
const LIST_GROUPS = z.strictObject({ fields: z.array(z.enum(['agent_priorities', 'routing_status'])).default([]) });
const LIST_TAGS = z.strictObject({ filters: z.strictObject({ group_ids: GROUP_IDS }).optional() });

/** Whether suspended agents are in a list that does not ask for them is not documented: here they are not. */
function listAgents(call: Call): unknown {
  const { filters, fields } = checked(LIST_AGENTS, bodyOf(call));
  const { suspended = false, group_ids } = filters;
  return (suspended ? FORMER_AGENTS : AGENTS)
    .filter(({ groups }) => group_ids === undefined || groups.some((id) => group_ids.includes(id)))
    .map(({ name, email, groups }) => ({
      id: email,
      name,
      role: 'normal',
      login_status: 'accepting chats',
      ...(fields.includes('suspended') && { suspended }),
      ...(fields.includes('groups') && { groups: groups.map((id) => ({ id, priority: 'normal' })) }),
    }));
}

function listGroups(call: Call): unknown {
  const { fields } = checked(LIST_GROUPS, bodyOf(call));
  return GROUPS.map(({ id, name }) => ({
    id,
    name,
    language_code: 'en',
    routing_status: 'offline',
    ...(fields.includes('agent_priorities') && {
      agent_priorities: Object.fromEntries(AGENTS.filter(({ groups }) => groups.includes(id)).map(({ email }) => [email, 'normal'])),
    }),
  }));
}

function listTags(call: Call): unknown {
  const { filters } = checked(LIST_TAGS, bodyOf(call));
  return [...TAGS, { name: RECALL_TAG }, { name: OUTAGE_TAG }]
    .map((tag) => ({
      name: tag.name,
      group_ids: ['home' in tag ? tag.home : 0],
      author_id: '',
      created_at: '2021-01-01T08:00:00.000000+01:00',
    }))
    .filter(({ group_ids }) => filters === undefined || group_ids.some((id) => filters.group_ids.includes(id)));
}

/** What the Configuration API says about the company. */
export const CONFIGURATION: Dialect = {
  version: '3.6',
  verbs: ['POST'],
  methods: new Map([
    ['list_agents', listAgents],
    ['list_groups', listGroups],
    ['list_tags', listTags],
  ]),
  scopes: {
    list_agents: ['agents--all:ro'],
    list_groups: ['groups--all:ro'],
    list_tags: ['tags--all:ro', 'tags--groups:ro'],
  },
};
