import { CHARTS } from '../../../src/charts/index.ts';
import { createLanguage } from '../../../src/language/index.ts';
import { createScheduleLanguage } from '../../../src/language/schedule-words.ts';
import { UserError } from '../../../src/model/errors.ts';
import type { Message, ModalView } from '../../../src/presentation/message.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { Asker, Channel, Messenger, PersonKind, Place, Schedule } from '../../../src/usecases/ports.ts';
import { createScheduleCommands, createScheduleForm, type SchedulesDeps } from '../../../src/usecases/schedules/index.ts';
import { validateBlocks, validateView } from '../../slack-double/block-kit/validate.ts';
import { scheduleWith } from '../schedule.ts';

/** Wednesday 18 November 2026, 10:00 in Warsaw. */
export const NOW = Date.UTC(2026, 10, 18, 9);
/** The Monday after it, 9:00 in Warsaw. */
export const MONDAY = Date.UTC(2026, 10, 23, 8);
/** A slot of the week before. */
export const SLOT = { workspace: 'T1', schedule: 'k7mq', dueAt: MONDAY - 7 * 24 * 3_600_000 };

export const ANNA: Asker = {
  workspace: 'T1',
  person: 'U1',
  channel: 'C1',
  name: 'Anna',
  zone: 'Europe/Warsaw',
  weekStart: 'monday',
  locale: 'en-US',
  isAdmin: false,
  isGuest: false,
};
export const BEN: Asker = { ...ANNA, person: 'U2', name: 'Ben' };
export const BOSS: Asker = { ...ANNA, person: 'U9', name: 'Boss', channel: null, isAdmin: true };

const GENERAL: Channel = { id: 'C1', name: 'general', isPrivate: false, isArchived: false, isShared: false, isMember: true };
const CHANNELS: readonly Channel[] = [
  GENERAL,
  { ...GENERAL, id: 'C2', name: 'support' },
  { ...GENERAL, id: 'CAWAY', name: 'away', isMember: false },
  { ...GENERAL, id: 'COLD', name: 'old', isArchived: true },
  { ...GENERAL, id: 'COLDSECRET', name: 'secret', isArchived: true, isPrivate: true },
  { ...GENERAL, id: 'CBOTH', name: 'partners', isShared: true },
];

const language = createLanguage(REPORTS, CHARTS);

/** Everything about schedules over a real, empty storage. What is sent is noted. */
export async function bench(change: Partial<SchedulesDeps> = {}) {
  const world = {
    now: NOW,
    seed: 7,
    channels: CHANNELS,
    kinds: new Map<string, PersonKind | null>(),
    posts: [] as { to: Place; message: Message }[],
    composed: [] as unknown[],
  };
  const faults = { record: () => 'ref' };
  const store = await openStorage({ url: 'file::memory:', clock: () => world.now, faults });
  const messenger: Messenger = {
    async post(to, message) {
      world.posts.push({ to, message });
      return { state: 'posted', channel: 'D1', ts: '1.0' };
    },
    look: async () => ({ state: 'absent' }),
    channel: async (id) => world.channels.find((channel) => channel.id === id) ?? null,
    nameOf: async (person) => person,
    kindOf: async (person) => (world.kinds.has(person) ? (world.kinds.get(person) ?? null) : 'member'),
    isIn: async () => true,
    sendFile: async () => {},
    works: async () => true,
    deleteFile: async () => {},
  };
  const deps: SchedulesDeps = {
    store,
    messengers: () => messenger,
    language,
    scheduleLanguage: createScheduleLanguage(language),
    async compose(schedule, dueAt, { kind }) {
      world.composed.push([schedule.id, dueAt, kind]);
      return { message: { text: 'Test: 3 chats.', blocks: [] }, isEmpty: false };
    },
    reports: REPORTS,
    clock: () => world.now,
    // The numbers only have to differ; the same ones each time.
    random: () => {
      world.seed = (world.seed * 16_807) % 2_147_483_647;
      return world.seed / 2_147_483_647;
    },
    command: '/livechat',
    ...change,
  };
  const commands = createScheduleCommands(deps);
  const form = createScheduleForm(deps);
  const say = async (words: string, asker: Asker = ANNA) => {
    const [verb = ''] = words.split(' ');
    const command = commands.find(({ name, aliases }) => [name, ...aliases].includes(verb));
    if (!command) throw new Error(`There is no verb ${verb}`);
    const message = await command.run(words.slice(verb.length).trim(), asker, new AbortController().signal);
    return shown(message);
  };
  return {
    world,
    store,
    deps,
    form,
    say,
    /** What is said, or the texts and offers of the refusal. */
    refusal: (words: string, asker: Asker = ANNA) => refused(() => say(words, asker)),
    all: () => store.schedules.list('T1', {}),
    async only(): Promise<Schedule> {
      const [only, ...others] = await store.schedules.list('T1', {});
      if (!only || others.length > 0) throw new Error(`There are ${others.length} more`);
      return only;
    },
    /** One that is there already. */
    async given(rest: Partial<Schedule> = {}): Promise<Schedule> {
      const schedule = { ...WEEKLY, ...rest };
      await store.schedules.add(schedule);
      return schedule;
    },
  };
}

/** Tags of last week, every Monday at 9:00, to C1. */
export const WEEKLY = scheduleWith({ id: 'k7mq', nextAt: MONDAY, createdAt: NOW });

export async function refused(run: () => Promise<unknown>) {
  try {
    return { said: await run() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { message: error.message, hint: error.hint, offers: error.suggestions.map(({ words }) => words) };
  }
}

/** A message as people see it: its lines, and its buttons with what they say. Slack takes it. */
export function shown(message: Message): { readonly text: string; readonly lines: readonly string[]; readonly buttons: readonly string[] } {
  const problems = validateBlocks([...message.blocks], 'message');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const lines: string[] = [];
  const buttons: string[] = [];
  for (const block of message.blocks) {
    if (block.type === 'section' || block.type === 'header') lines.push(block.text?.text ?? '');
    if (block.type === 'context') for (const element of block.elements) if ('text' in element) lines.push(element.text);
    if (block.type !== 'actions') continue;
    for (const element of block.elements) {
      if (element.type !== 'button') continue;
      const opens = element.action_id?.startsWith('open:') ? 'form ' : '';
      buttons.push(`${element.text.text}: ${opens}${element.value ?? ''}${element.confirm ? ' (asks first)' : ''}`);
    }
  }
  return { text: message.text, lines, buttons };
}

/** What stands in the fields of a form at first. Slack takes it. */
export function fieldsOf(view: ModalView): Readonly<Record<string, unknown>> {
  const problems = validateView(view);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return Object.fromEntries(
    view.blocks.flatMap((block) => {
      if (!('element' in block) || block.type !== 'input') return [];
      const { element } = block;
      const value =
        'initial_value' in element
          ? element.initial_value
          : 'initial_conversation' in element
            ? element.initial_conversation
            : 'initial_date' in element
              ? element.initial_date
              : 'initial_option' in element && element.initial_option
                ? element.initial_option.value
                : null;
      return [[block.block_id ?? '', value ?? null]];
    }),
  );
}
