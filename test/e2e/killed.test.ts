import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Exchange, Message } from '../slack-double/slack.ts';
import { type Books, booksInFile, booksInPostgres } from '../support/killing/books.ts';
import { createWorld, type SlotKey, type World } from '../support/killing/world.ts';
import { describeWith, startPostgres } from '../support/postgres.ts';
import { eventually } from './bot.ts';
import { closeAll, type Opened, type Process, temporaryFolder } from './process-support.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** `KILLS=50 npm test -- test/e2e/killed`: the long run, in which the graces of looking for a post really pass. */
const isLong = process.env.KILLS !== undefined;
const KILLS = Number(process.env.KILLS ?? 4);
const EXTRA = isLong ? Math.ceil(KILLS / 8) : 1;
/** The share of posts that go wrong. Every doubt is told, one after the other, and that takes its time. */
const FAULTY = isLong ? 0.35 : 0.15;
const SPREAD_MS = isLong ? KILLS * 2 * SECOND : 7 * SECOND;
/** Longer than anything that comes by itself lets wait: the late posts, or the first look for one. */
const QUIET_MS = isLong ? 75 * SECOND : 3 * SECOND;
/** Longer than any wait of the bot's. */
const LONG_TIME_MS = 15 * MINUTE;
const MOST_ROUNDS = 6;
const TIMEOUT_MS = isLong ? 30 * MINUTE : MINUTE;

const opened: Opened = [];
afterEach(() => closeAll(opened));

const postgres = await startPostgres();

describe('killed again and again, on a file', () => {
  killing(async () => booksInFile(join(await temporaryFolder(opened), 'memory.db')));
});

describeWith(postgres, 'two processes killed again and again, on PostgreSQL', (server) => {
  afterAll(() => server.stop());
  killing(async () => booksInPostgres(await server.fresh()));
});

function killing(open: () => Promise<Books>): void {
  test(
    'nothing is lost or posted twice, and what is not known is told',
    async () => {
      const { uncertain: _, ...found } = await survive(await open(), { seed: 1, mayReadHistory: false });
      expect(found).toEqual(NOTHING_WRONG);
    },
    TIMEOUT_MS,
  );

  // Looking for posts takes two looks, each after its grace.
  (isLong ? test : test.skip)(
    'with history to look into, everything is known in the end',
    async () => {
      expect(await survive(await open(), { seed: 2, mayReadHistory: true })).toEqual({ ...NOTHING_WRONG, uncertain: 0 });
    },
    TIMEOUT_MS,
  );
}

const NOTHING_WRONG = { twice: [], notThere: [], unsettled: [], untold: [], forgotten: [], areCommandsConfirmed: true };

async function survive(books: Books, options: { readonly seed: number; readonly mayReadHistory: boolean }) {
  const world = await createWorld(books, opened, { ...options, extra: EXTRA, spreadMs: SPREAD_MS, faulty: FAULTY });
  const bots = await Promise.all(Array.from({ length: books.processes }, world.startBot));
  const confirmations = await killRepeatedly(world, bots);
  const rounds = await settle(world, bots, books);
  const found = await findings(world, books, confirmations);
  if (isLong) {
    const { twice, notThere, unsettled, untold, forgotten } = found;
    const wrong = { twice, notThere, unsettled, untold, forgotten };
    const counts = Object.entries(wrong).map(([name, those]) => `${those.length} ${name}`);
    const confirmed = confirmations().length;
    const figures = [`${world.slots.length} slots`, `${KILLS} kills`, ...counts, `${found.uncertain} uncertain`, `${confirmed} confirmed`];
    process.stdout.write(`${books.url.slice(0, 8)} ${JSON.stringify(options)}: ${figures.join(', ')}, ${rounds} rounds\n`);
  }
  return found;
}

const isConfirmation = ({ text }: Message): boolean => text.startsWith('I will post');

/** What it sets up by command meanwhile: the ids of those that were confirmed to the person. */
async function killRepeatedly({ slack, random, startBot }: World, bots: Process[]): Promise<() => readonly string[]> {
  const asked: Exchange[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const time = `${8 + Math.floor(kill / 60)}:${String(kill % 60).padStart(2, '0')}`;
    const command = slack.command({ text: `schedule tags every monday at ${time} in <#C1|support>` });
    asked.push(command);
    // Every other one dies with the confirmation hardly out, the others at any moment.
    if (kill % 2 === 0) await slack.until(() => command.messages().some(isConfirmation));
    else await pass(random.between(200, 1_200));
    const victim = random.between(0, bots.length - 1);
    await bots[victim]?.end('SIGKILL');
    bots[victim] = await startBot();
  }
  const confirmed = () => asked.flatMap((each) => each.messages()).filter(isConfirmation);
  return () => confirmed().flatMap(({ blocks }) => /"value":"pause (\w+)"/.exec(JSON.stringify(blocks))?.[1] ?? 'none');
}

/** Until all slots have come to an end and whoever must hear of one has; how often time had to be helped along. */
async function settle({ slack, startBot }: World, bots: Process[], books: Books): Promise<number> {
  for (let round = 1; ; round += 1) {
    const since = Date.now();
    const last = () =>
      Math.max(since, ...[...slack.calls('chat.postMessage'), ...slack.calls('conversations.history')].map(({ at }) => at));
    await eventually(() => Date.now() - last() > QUIET_MS, TIMEOUT_MS);
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    const open = (await books.slots()).filter(({ state, isUntold }) => isUntold || ['due', 'claimed', 'posting'].includes(state));
    if (open.length === 0 || round === MOST_ROUNDS) return round;
    await books.age(LONG_TIME_MS);
    for (const at of bots.keys()) bots[at] = await startBot();
  }
}

const keyOf = ({ schedule, dueAt }: SlotKey): string => `${schedule} ${dueAt}`;

async function findings(world: World, books: Books, confirmations: () => readonly string[]) {
  const { slack, slots } = world;
  const booked = new Map((await books.slots()).map((slot) => [keyOf(slot), slot]));
  const schedules = new Set(await books.schedules());
  const posted = postsBySlot(world);
  const told = JSON.stringify(slack.messages('DU1').map(({ blocks }) => blocks));
  const lastTold = (id: string) =>
    Math.max(...[...told.matchAll(new RegExp(`"(?:arrived|send) ${id} (\\d+)"`, 'g'))].map((each) => Number(each[1])));
  const keysOf = (those: readonly SlotKey[]) => those.map(keyOf);
  const stateOf = (slot: SlotKey) => booked.get(keyOf(slot))?.state;
  return {
    twice: [...posted].filter(([, times]) => times > 1).map(([slot]) => slot),
    notThere: keysOf(slots.filter((slot) => stateOf(slot) === 'posted' && !posted.has(keyOf(slot)))),
    unsettled: keysOf(slots.filter((slot) => !['posted', 'uncertain', 'failed', 'missed'].includes(stateOf(slot) ?? 'lost'))),
    // One message tells of all slots of a schedule that ended alike, and its buttons name the newest.
    untold: keysOf(
      slots.filter((slot) => stateOf(slot) !== 'posted' && (booked.get(keyOf(slot))?.isUntold || lastTold(slot.schedule) < slot.dueAt)),
    ),
    uncertain: slots.filter((slot) => stateOf(slot) === 'uncertain').length,
    forgotten: confirmations().filter((id) => !schedules.has(id)),
    areCommandsConfirmed: confirmations().length > 0,
  };
}

/** How often each slot was posted. */
function postsBySlot({ marks }: World): ReadonlyMap<string, number> {
  const posted = new Map<string, number>();
  for (const mark of marks()) posted.set(keyOf(mark), (posted.get(keyOf(mark)) ?? 0) + 1);
  return posted;
}
