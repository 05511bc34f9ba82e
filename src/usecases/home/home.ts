import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../language/question.ts';
import { type Zone, zoned } from '../../model/time.ts';
import { unlessAborted } from '../../model/unless-aborted.ts';
import { homeView, type Problem } from '../../presentation/home/home-view.ts';
import { welcomeView } from '../../presentation/home/welcome-view.ts';
import type { HomeView } from '../../presentation/message.ts';
import type { ScheduleLine } from '../../presentation/schedules/schedule-line.ts';
import type { Report } from '../../reports/report.ts';
import { fullDay } from '../../reports/words/dates.ts';
import type { KnowAsker } from '../askers.ts';
import type { FaultLog, PersonPreferences, SavedReport, Store, Visitor, WorkspacePreferences } from '../ports.ts';
import { runPress } from '../saved/names.ts';
import { favouritePresses } from './favourites.ts';
import type { Standing, TodayWatch } from './today.ts';

export interface HomeDeps {
  readonly store: Pick<Store, 'preferences' | 'savedReports'>;
  readonly askers: KnowAsker;
  /** Their own schedules, next one first. */
  readonly lines: (workspace: string, of: { readonly owner: string }) => Promise<readonly ScheduleLine[]>;
  readonly today: TodayWatch;
  readonly language: Pick<Language, 'say'>;
  readonly reports: readonly Report[];
  readonly faults: FaultLog;
  /** For whom neither Slack nor anybody else says another one. */
  readonly zone: Zone;
  /** The slash command: `/livechat`. */
  readonly command: string;
  /** How long the first view waits for what is remembered, in milliseconds. */
  readonly memoryMs?: number;
}

/** The Home tab as it can be shown at once, and again when there is something newer to show. */
export type ShowHome = (visitor: Visitor, signal: AbortSignal) => AsyncIterable<HomeView>;

/** What is known about somebody. */
interface Known {
  readonly zone: Zone;
  /** null: not read yet, or it cannot be read. */
  readonly kept: Kept | null;
  readonly problems: readonly Problem[];
}

interface Kept {
  readonly person: PersonPreferences;
  readonly workspace: WorkspacePreferences;
  readonly saved: readonly SavedReport[];
  readonly schedules: readonly ScheduleLine[];
}

const MEMORY_MS = 250;

export function createHome(deps: HomeDeps): ShowHome {
  const { store, today, memoryMs = MEMORY_MS } = deps;

  return async function* show(visitor, signal) {
    const { workspace, person } = visitor;
    const reading = remember(deps, visitor);
    const inTime = () => unlessAborted(reading, AbortSignal.timeout(memoryMs)).catch(() => nothingOf(deps, visitor, []));
    const welcomed = () => store.preferences.changePerson(workspace, person, { isWelcomed: true });

    const early = await inTime();
    const first = viewOf(deps, visitor, early, today.known(workspace, early.zone));
    yield first;
    // Whoever sees the bot for the first time is shown around; nothing is asked of LiveChat for that.
    if (isNew(early)) return welcomed();

    const standing = await today.refresh(workspace, early.zone, signal);
    const known = early.kept ? early : await inTime();
    const second = viewOf(deps, visitor, known, standing);
    if (!isDeepStrictEqual(first, second)) yield second;
    if (isNew(known)) await welcomed();
  };
}

const isNew = ({ kept }: Known): boolean => kept?.person.isWelcomed === false;

/** Without what is kept, Home still shows the numbers. */
function nothingOf({ zone }: HomeDeps, visitor: Visitor, problems: readonly Problem[]): Known {
  return { zone: visitor.zone ?? zone, kept: null, problems };
}

/** Never rejects. */
async function remember(deps: HomeDeps, visitor: Visitor): Promise<Known> {
  const { store, askers, lines, faults } = deps;
  const { workspace: id, person: owner } = visitor;
  try {
    const [{ zone }, person, workspace, saved, schedules] = await Promise.all([
      askers(visitor),
      store.preferences.ofPerson(id, owner),
      store.preferences.ofWorkspace(id),
      store.savedReports.list(id, owner),
      visitor.isGuest ? [] : lines(id, { owner }),
    ]);
    return { zone, kept: { person, workspace, saved, schedules }, problems: refusalOf(workspace, zone) };
  } catch (error) {
    const message = 'I cannot read what you saved at the moment. Questions are answered all the same.';
    const reference = faults.record(error, 'reading what Home shows');
    return nothingOf(deps, visitor, [{ message, hint: `If it lasts, give the reference to whoever runs this bot (ref ${reference}).` }]);
  }
}

function refusalOf({ refusedSince }: WorkspacePreferences, zone: Zone): Problem[] {
  if (refusedSince === null) return [];
  const since = fullDay(zoned(refusedSince, zone).toPlainDate());
  return [
    {
      message: `Slack has refused my access to this workspace since ${since}. Schedules wait.`,
      hint: 'Whoever runs this bot can install it anew, or give it a new token.',
    },
  ];
}

function viewOf(deps: HomeDeps, visitor: Visitor, known: Known, { today, connection }: Standing): HomeView {
  const { language, reports, command } = deps;
  const { zone, kept, problems } = known;
  const { isGuest, isAdmin } = visitor;
  const maySchedule = !isGuest && (isAdmin || kept?.workspace.schedulers !== 'admins');
  const favourites = favouritePresses(kept?.person.favourites ?? null, reports, language);
  const [example] = favourites;
  if (isNew(known) && example) return welcomeView({ example, maySchedule, command });
  const saved = kept?.saved.map(({ name }) => runPress(name)) ?? null;
  const schedules = kept && !isGuest ? kept.schedules : null;
  return homeView({ today, connection, problems, zone, favourites, saved, schedules, maySchedule, command });
}
