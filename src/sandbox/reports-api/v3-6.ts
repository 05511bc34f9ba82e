import { z } from 'zod';
import { API_DISTRIBUTIONS } from '../../model/query.ts';
import { isZone, rfc3339, startOf, zoned } from '../../model/time.ts';
import { type Call, type Dialect, select } from './call.ts';
import { allOf, where, whereAgents } from './filter.ts';
import { bodyOf, checked } from './json-body.ts';
import { fromQuery } from './nested-query.ts';
import { parseRange } from './range.ts';
import { countOf, meanAgentSeconds, meanDuration, recordsOf, tagCounts } from './summaries.ts';

/** An empty list could mean everything or nothing, so it is refused. */
const condition = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({
      exists: z.boolean(),
      values: z.array(value).min(1),
      exclude_values: z.array(value).min(1),
      require_every_value: z.boolean(),
    })
    .exactPartial()
    .refine(
      (parts) => Object.keys(parts).filter((part) => part !== 'require_every_value').length <= 1,
      'exists, values and exclude_values exclude each other',
    );

const MOMENT = z.string().refine((text) => !/\.\d{7}/.test(text), 'not finer than microseconds');

/** Filters that the sandbox cannot apply are refused: ignored, they would give wrong numbers. */
const FILTERS = z.strictObject({
  from: MOMENT,
  to: MOMENT,
  agents: condition(z.string()).optional(),
  groups: condition(z.int()).optional(),
  tags: condition(z.string()).optional(),
  properties: z
    .strictObject({
      source: z.strictObject({ customer_client_id: condition(z.string()).optional() }).optional(),
      routing: z.strictObject({ unassigned: condition(z.boolean()).optional() }).optional(),
    })
    .optional(),
});

const REQUEST = z.object({
  distribution: z.enum(API_DISTRIBUTIONS).default('day'),
  timezone: z
    .string()
    .refine((name) => /^[a-z]/i.test(name) && isZone(name), 'not in the tz database')
    .optional(),
  filters: FILTERS.optional(),
});

function parse(call: Call) {
  return checked(REQUEST, call.verb === 'GET' ? fromQuery(call.query) : bodyOf(call));
}

/** Without filters: today so far and the six days before it. */
function lastSevenDays({ now, token: { zone = 'UTC' } }: Call, timezone = zone): z.infer<typeof FILTERS> {
  const first = startOf('day', zoned(now, timezone)).subtract({ days: 6 }).startOfDay();
  return { from: rfc3339(first.epochMilliseconds, timezone), to: rfc3339(now, timezone) };
}

/** `summarise` makes the record of a bucket. */
function report(name: string, summarise: Parameters<typeof recordsOf>[1]) {
  return (call: Call): unknown => {
    const { distribution, timezone, filters = lastSevenDays(call, timezone) } = parse(call);
    const { start, end, offset } = parseRange(filters.from, filters.to);
    const zone = timezone ?? call.token.zone ?? offset;
    const { agents, groups, tags, properties } = filters;
    const passes = allOf([
      whereAgents(agents),
      where((chat) => chat.groups, groups),
      where((chat) => chat.tags, tags),
      where((chat) => [chat.customerClientId], properties?.source?.customer_client_id),
      where((chat) => [chat.agents.length === 0], properties?.routing?.unassigned),
    ]);
    const { total, buckets } = select(call, { start, end, zone, distribution, passes });
    const request = call.switches.echoRequest ? { distribution, timezone: zone, filters } : undefined;
    return { name, request, total, records: recordsOf(buckets, summarise) };
  };
}

export const V3_6: Dialect = {
  version: '3.6',
  verbs: ['GET', 'POST'],
  methods: new Map([
    [
      'chats/duration',
      report('duration-report', (chats) => ({
        agents_chatting_duration: meanAgentSeconds(chats),
        count: countOf(chats),
        duration: meanDuration(chats),
      })),
    ],
    ['chats/tags', report('tags-report', (chats) => tagCounts(chats))],
  ]),
};
