import { type Instant, startOf, zoned } from '../model/time.ts';
import { AGENTS, CLIENTS, GROUPS, OUTAGE_TAG, RECALL_TAG, TAGS } from './company.ts';
import { createRandom, lottery, type Random } from './random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The company's first day: nothing is older. */
export const FOUNDED: Instant = Date.UTC(2021, 0, 1);

export interface Chat {
  readonly id: string;
  /** On a whole second. */
  readonly startedAt: Instant;
  /** E-mail addresses of the agents who joined: none, one or two. */
  readonly agents: readonly string[];
  readonly groups: readonly number[];
  readonly tags: readonly string[];
  readonly customerClientId: string;
  /** How long agents were in the chat; null when none was. */
  readonly agentSeconds: number | null;
  /** From the customer's first word to the end. */
  readonly durationSeconds: number;
}

export interface ChatLog {
  /** Chats that start in `[start, end)`, oldest first. */
  between(start: Instant, end: Instant): readonly Chat[];
}

/** What a demo has to tell. */
interface Story {
  /** Checkout fails for some hours: twice the chats, too few agents. */
  readonly outage: { readonly start: Instant; readonly end: Instant };
  /** From here on customers ask about a recall. */
  readonly recallFrom: Instant;
}

/** The last full week before `anchor` (weeks of UTC that begin on Monday): recall from Tuesday, outage on Wednesday. */
function storyBefore(anchor: Instant): Story {
  const monday = startOf('week', zoned(anchor, 'UTC')).epochMilliseconds - 7 * DAY;
  return { outage: { start: monday + 2 * DAY + 9 * HOUR, end: monday + 2 * DAY + 14 * HOUR }, recallFrom: monday + DAY };
}

/** From Sunday on. */
const CHATS_BY_WEEKDAY = [90, 330, 315, 300, 290, 260, 110];
/** From January on: quiet summers, loud Decembers. */
const SEASON_BY_MONTH = [0.95, 0.9, 0.92, 0.95, 0.97, 0.9, 0.82, 0.84, 0.98, 1.02, 1.22, 1.25];
const WEIGHT_BY_HOUR = [3, 2, 2, 2, 3, 6, 14, 30, 48, 56, 58, 54, 46, 52, 54, 50, 42, 34, 28, 24, 18, 12, 8, 5];

const drawHour = lottery(WEIGHT_BY_HOUR.map((weight, hour) => ({ hour, weight })));
const drawClient = lottery(CLIENTS);
const drawTagCount = lottery([14, 60, 20, 6].map((weight, count) => ({ count, weight })));
const drawGroup = lottery(
  GROUPS.map(({ id, weight, pace }) => ({
    id,
    weight,
    pace,
    drawAgent: lottery(AGENTS.filter(({ groups }) => groups.includes(id)).map(({ email }) => ({ email, weight: 1 }))),
    drawTag: lottery(TAGS.map((tag) => ({ name: tag.name, weight: tag.home === id ? 6 * tag.weight : tag.weight }))),
  })),
);

/** Around 0, mostly between -1 and 1, never beyond 3. */
function bell(random: Random): number {
  return 2 * (random() + random() + random()) - 3;
}

/** What a day or a chat is drawn from. */
interface Luck {
  readonly story: Story;
  readonly random: Random;
}

function startsOn(day: Instant, { story: { outage }, random }: Luck): Instant[] {
  const date = new Date(day);
  const usual = (CHATS_BY_WEEKDAY[date.getUTCDay()] ?? 0) * (SEASON_BY_MONTH[date.getUTCMonth()] ?? 0);
  const count = Math.round(usual * (0.94 + 0.12 * random()));
  const starts = Array.from({ length: count }, () => day + drawHour(random).hour * HOUR + Math.floor(random() * 3600) * 1000);
  if (outage.start >= day && outage.start < day + DAY) {
    const seconds = (outage.end - outage.start) / 1000;
    starts.push(...Array.from({ length: count }, () => outage.start + Math.floor(random() * seconds) * 1000));
  }
  return starts.sort((one, other) => one - other);
}

const isIn = ({ outage }: Story, moment: Instant) => moment >= outage.start && moment < outage.end;

function tagsAt(startedAt: Instant, { desk, story, random }: Luck & { readonly desk: ReturnType<typeof drawGroup> }): string[] {
  const { count } = drawTagCount(random);
  if (count === 0) return [];
  const tags = new Set(Array.from({ length: count }, () => desk.drawTag(random).name));
  if (startedAt >= story.recallFrom && random() < 0.08) tags.add(RECALL_TAG);
  if (isIn(story, startedAt) && random() < 0.6) tags.add(OUTAGE_TAG);
  return [...tags];
}

function chatAt(startedAt: Instant, { id, story, random }: Luck & { readonly id: string }): Chat {
  const inOutage = isIn(story, startedAt);
  const desk = drawGroup(random);
  const handedTo = random() < 0.07 ? [drawGroup(random)] : [];
  const alone = random() < (inOutage ? 0.3 : 0.06);
  const seconds = Math.round(600 * desk.pace * (inOutage ? 1.6 : 1) * Math.exp(0.6 * bell(random)));
  const agentSeconds = alone ? null : seconds;
  return {
    id,
    startedAt,
    agents: alone ? [] : [...new Set([desk, ...handedTo].map(({ drawAgent }) => drawAgent(random).email))],
    groups: [...new Set([desk, ...handedTo].map((each) => each.id))],
    tags: tagsAt(startedAt, { desk, story, random }),
    customerClientId: drawClient(random).id,
    agentSeconds,
    // Whoever gets no agent waits for one, much longer than a chat takes.
    durationSeconds: seconds + Math.round((alone ? 1500 : 15) + 120 * random()),
  };
}

/**
 * Days are days of UTC. Each is drawn by itself, from the seed, its date and the story of the week before `anchor`; what was asked before
 * does not matter.
 */
export function createChats({ seed, anchor }: { readonly seed: string; readonly anchor: Instant }): ChatLog {
  const story = storyBefore(anchor);
  const days = new Map<Instant, readonly Chat[]>();

  function on(day: Instant): readonly Chat[] {
    const known = days.get(day);
    if (known) return known;
    const date = new Date(day).toISOString().slice(0, 10);
    const random = createRandom(`${seed} ${date}`);
    const chats = startsOn(day, { story, random }).map((at, index) => chatAt(at, { id: `${date}-${index}`, story, random }));
    days.set(day, chats);
    return chats;
  }

  return {
    between(start, end) {
      const found: Chat[] = [];
      for (let day = Math.floor(Math.max(start, FOUNDED) / DAY) * DAY; day < end; day += DAY) {
        for (const chat of on(day)) if (chat.startedAt >= start && chat.startedAt < end) found.push(chat);
      }
      return found;
    },
  };
}
