import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../language/question.ts';
import { type Instant, type Zone, zoned } from '../../model/time.ts';
import { unlessAborted } from '../../model/unless-aborted.ts';
import { homeView, type Problem } from '../../presentation/home/home-view.ts';
import { welcomeView } from '../../presentation/home/welcome-view.ts';
import type { HomeView } from '../../presentation/message.ts';
import type { ScheduleLine } from '../../presentation/schedules/schedule-line.ts';
import type { Report } from '../../reports/report.ts';
import { fullDay } from '../../reports/words/dates.ts';
import type { KnowAsker } from '../askers.ts';
import type { Clock, FaultLog, PersonPreferences, SavedReport, Store, Visitor, WorkspacePreferences } from '../ports.ts';
import { runPress } from '../saved/names.ts';
import { favouritePresses } from './favourites.ts';
import type { Standing, TodayWatch } from './today.ts';

export interface HomeDeps {
  readonly store: Pick<Store, 'preferences' | 'savedReports'>;
  readonly askers: KnowAsker;
  /** Their own schedules, next one first. */
  readonly lines: (workspace: string, of: { readonly owner: string }, now: Instant) => Promise<readonly ScheduleLine[]>;
  readonly today: TodayWatch;
  readonly language: Pick<Language, 'say'>;
  readonly reports: readonly Report[];
  readonly faults: FaultLog;
  readonly clock: Clock;
  /** For whom neither Slack nor anybody else says another one. */
  readonly zone: Zone;
  /** The slash command: `/livechat`. */
  readonly command: string;
  /** How long the first view waits for what is remembered, in milliseconds. */
  readonly memoryMs?: number;
}

/** The Home tab as it can be shown at once, and again when there is something newer to show. */
export type ShowHome = (visitor: Visitor, signal: AbortSignal) => AsyncIterable<HomeView>;

/** What is kept about somebody. */
interface Memory {
  readonly zone: Zone;
  readonly person: PersonPreferences;
  readonly workspace: WorkspacePreferences;
  readonly saved: readonly SavedReport[];
  readonly schedules: readonly ScheduleLine[];
}

/** Not read yet, or for a reason that the log knows by its reference. */
interface Forgotten {
  readonly reference: string | null;
}

const MEMORY_MS = 250;

export function createHome(deps: HomeDeps): ShowHome {
  const { store, today, memoryMs = MEMORY_MS } = deps;

  return async function* show(visitor, signal) {
    const { workspace, person } = visitor;
    const reading = remember(deps, visitor);
    const inTime = () => unlessAborted(reading, AbortSignal.timeout(memoryMs)).catch((): Forgotten => ({ reference: null }));
    const welcomed = () => store.preferences.changePerson(workspace, person, { isWelcomed: true });

    const early = await inTime();
    const zone = zoneOf(early, visitor, deps);
    const first = viewOf(deps, visitor, early, today.known(workspace, zone));
    yield first;
    // Whoever sees the bot for the first time is shown around; nothing is asked of LiveChat for that.
    if (isNew(early)) return welcomed();

    const standing = await today.refresh(workspace, zone, signal);
    const memory = isRead(early) ? early : await inTime();
    const second = viewOf(deps, visitor, memory, standing);
    if (!isDeepStrictEqual(first, second)) yield second;
    if (isNew(memory)) await welcomed();
  };
}

const isRead = (memory: Memory | Forgotten): memory is Memory => 'person' in memory;
const isNew = (memory: Memory | Forgotten): boolean => isRead(memory) && !memory.person.isWelcomed;

const zoneOf = (memory: Memory | Forgotten, visitor: Visitor, { zone }: HomeDeps): Zone =>
  isRead(memory) ? memory.zone : (visitor.zone ?? zone);

/** Never rejects: without what is kept, Home still shows the numbers. */
async function remember(deps: HomeDeps, visitor: Visitor): Promise<Memory | Forgotten> {
  const { store, askers, lines, faults, clock } = deps;
  const { workspace, person: id } = visitor;
  try {
    const [{ zone }, person, shared, saved, schedules] = await Promise.all([
      askers(visitor),
      store.preferences.ofPerson(workspace, id),
      store.preferences.ofWorkspace(workspace),
      store.savedReports.list(workspace, id),
      visitor.isGuest ? [] : lines(workspace, { owner: id }, clock()),
    ]);
    return { zone, person, workspace: shared, saved, schedules };
  } catch (error) {
    return { reference: faults.record(error, 'reading what Home shows') };
  }
}

function viewOf(deps: HomeDeps, visitor: Visitor, memory: Memory | Forgotten, { today, connection }: Standing): HomeView {
  const { language, reports, command } = deps;
  const maySchedule = !visitor.isGuest && (!isRead(memory) || memory.workspace.schedulers === 'everyone' || visitor.isAdmin);
  const favourites = favouritePresses(isRead(memory) ? memory.person.favourites : null, reports, language);
  const [example] = favourites;
  if (isNew(memory) && example) return welcomeView({ example, maySchedule, command });
  const zone = zoneOf(memory, visitor, deps);
  return homeView({
    today,
    connection,
    problems: problemsOf(memory, zone),
    zone,
    favourites,
    saved: isRead(memory) ? memory.saved.map(({ name }) => runPress(name)) : null,
    schedules: isRead(memory) && !visitor.isGuest ? memory.schedules : null,
    maySchedule,
    command,
  });
}

function problemsOf(memory: Memory | Forgotten, zone: Zone): Problem[] {
  if (!isRead(memory)) {
    if (memory.reference === null) return [];
    return [
      {
        message: 'I cannot read what you saved at the moment. Questions are answered all the same.',
        hint: `If it lasts, give the reference to whoever runs this bot (ref ${memory.reference}).`,
      },
    ];
  }
  const { refusedSince } = memory.workspace;
  if (refusedSince === null) return [];
  return [
    {
      message: `Slack has refused my access to this workspace since ${fullDay(zoned(refusedSince, zone).toPlainDate())}. Schedules wait.`,
      hint: 'Whoever runs this bot can install it anew, or give it a new token.',
    },
  ];
}
