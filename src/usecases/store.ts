import type { Question } from '../language/question.ts';
import type { Instant, WeekStart, Zone } from '../model/time.ts';
import type { Recurrence } from '../recurrence/recurrence.ts';

/**
 * What is remembered. Everything is kept by workspace (Slack's id of it): what belongs to another one is not there, whatever ids are asked
 * for. What a promise resolves for is on disk.
 */
export interface Store {
  /** The clock that decides what is due: the database's own where several processes share one. */
  now(): Promise<Instant>;
  readonly preferences: PreferencesStore;
  readonly savedReports: SavedReportStore;
  readonly questions: QuestionStore;
  readonly conversations: ConversationStore;
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly pictureFiles: PictureFileStore;
  readonly seenKeys: SeenKeyStore;
}

export interface PersonPreferences {
  /** null: as Slack says. */
  readonly zone: Zone | null;
  /** null: as the workspace has it. */
  readonly weekStart: WeekStart | null;
  /** Whether 3/4 is in April; null: as people write who have their Slack in the same language. */
  readonly dayFirst: boolean | null;
  /** Shown as buttons in Home, in this order; null: never chosen. */
  readonly favourites: readonly Question[] | null;
  /** They have been shown around. */
  readonly isWelcomed: boolean;
}

/** Pictures on light or dark paper, what Slack draws itself, or nothing. */
export const CHART_STYLES = ['light', 'dark', 'native', 'none'] as const;
export type ChartStyle = (typeof CHART_STYLES)[number];

export const SCHEDULERS = ['everyone', 'admins'] as const;
export type Schedulers = (typeof SCHEDULERS)[number];

export interface WorkspacePreferences {
  /** null: the setting of the process. */
  readonly zone: Zone | null;
  readonly weekStart: WeekStart | null;
  /** The month (1–12) in which the fiscal year begins. */
  readonly yearStart: number;
  readonly chartStyle: ChartStyle;
  /** Who may set up schedules. */
  readonly schedulers: Schedulers;
  /** Who hears of what no owner can be told; the first administrator who used the bot. */
  readonly installer: string | null;
  /** Since when Slack refuses our token; null: it does not. */
  readonly refusedSince: Instant | null;
}

export interface PreferencesStore {
  /** Defaults of nothing chosen for whoever is not known yet. */
  ofPerson(workspace: string, person: string): Promise<PersonPreferences>;
  changePerson(workspace: string, person: string, changes: Partial<PersonPreferences>): Promise<void>;
  ofWorkspace(workspace: string): Promise<WorkspacePreferences>;
  changeWorkspace(workspace: string, changes: Partial<WorkspacePreferences>): Promise<void>;
}

/** A question that a person gave a name to. Everybody has their own names. */
export interface SavedReport {
  readonly workspace: string;
  readonly person: string;
  /** As it was typed; found again without regard to case. */
  readonly name: string;
  readonly question: Question;
}

export interface SavedReportStore {
  /** By name. */
  list(workspace: string, person: string): Promise<readonly SavedReport[]>;
  find(workspace: string, person: string, name: string): Promise<SavedReport | null>;
  /** Takes the place of one with the same name; true when there was one. */
  save(report: SavedReport): Promise<boolean>;
  /** `taken`: the person has another one of that name; `unknown`: none of the old one. */
  rename(key: Omit<SavedReport, 'question'>, to: string): Promise<'done' | 'taken' | 'unknown'>;
  /** False when there is none. */
  delete(workspace: string, person: string, name: string): Promise<boolean>;
}

/** Questions behind buttons. A question has one id in a workspace, however often it is asked. */
export interface QuestionStore {
  /** Their ids, in the same order; kept until `keptUntil` at least. */
  keep(workspace: string, questions: readonly Question[], keptUntil: Instant): Promise<readonly string[]>;
  find(workspace: string, id: string): Promise<Question | null>;
  /** Forgets those whose time is over, of all workspaces; how many. */
  forget(before: Instant): Promise<number>;
}

/** Where messages are written: a thread of a channel by the ts of its first message, or what is outside of threads in direct messages. */
export interface Conversation {
  /** Slack's id; outside of threads that of the other person. */
  readonly channel: string;
  /** Empty outside of threads. */
  readonly thread: string;
}

/** What conversations are about: the question that was answered there last. */
export interface ConversationStore {
  keep(workspace: string, conversation: Conversation, question: Question, keptUntil: Instant): Promise<void>;
  /** null: nothing, or its time is over. */
  find(workspace: string, conversation: Conversation, now: Instant): Promise<Question | null>;
  /** Forgets those whose time is over, of all workspaces; how many. */
  forget(before: Instant): Promise<number>;
}

/** The workspaces that a process has a token for: what it takes is of these. null, or left out: of all. */
export type Served = readonly string[] | null;

/** Where posts go: a channel, or the direct messages of a person. Both by Slack's id. */
export type Place = { readonly channel: string } | { readonly person: string };

/** `paused` by a person, or for a reason that was told; `ended` after its last day; `deleted` ones are kept for their history only. */
export const SCHEDULE_STATES = ['active', 'paused', 'ended', 'deleted'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

export interface Schedule {
  readonly workspace: string;
  /** Short, unique in its workspace, never used again: people type it. */
  readonly id: string;
  /** Who is asked when something is wrong. */
  readonly owner: string;
  readonly question: Question;
  readonly recurrence: Recurrence;
  readonly zone: Zone;
  /** How the question is read, whoever owns it later. */
  readonly weekStart: WeekStart;
  readonly locale: string;
  readonly place: Place;
  /** When there is nothing to report: post that, or say nothing. */
  readonly whenEmpty: 'post' | 'skip';
  /** No slot after this; null: for ever. */
  readonly until: Instant | null;
  readonly state: ScheduleState;
  /** The code of a failure, in the words of `Reason`; null: a person paused it, or it is not paused. */
  readonly pausedFor: string | null;
  /** The next slot; null unless active. */
  readonly nextAt: Instant | null;
  /** A slot that a person asked to leave out; null: none. */
  readonly skipAt: Instant | null;
  /** Deliveries in a row that failed. */
  readonly failures: number;
  readonly createdAt: Instant;
  /** Rises with every change: who changes an older one is refused. */
  readonly version: number;
}

/** What becomes of a schedule's slots that are due at one moment. */
export interface Plan {
  readonly deliveries: readonly PlannedDelivery[];
  readonly nextAt: Instant | null;
  readonly state: ScheduleState;
}

export type PlannedDelivery =
  | { readonly dueAt: Instant; readonly state: 'due'; readonly notAfter: Instant }
  | { readonly dueAt: Instant; readonly state: 'missed' | 'skipped'; readonly reason: string };

export interface ScheduleStore {
  add(schedule: Schedule): Promise<void>;
  /** Rejects when what was written cannot be read. */
  find(workspace: string, id: string): Promise<Schedule | null>;
  /** Also of one that cannot be read. */
  ownerOf(workspace: string, id: string): Promise<string | null>;
  /** Neither ended nor deleted: those of an owner, or that post to a channel; next ones first, paused ones last. */
  list(workspace: string, of: { readonly owner?: string; readonly channel?: string }): Promise<readonly Schedule[]>;
  /**
   * False when somebody changed it meanwhile (another version), or when it would lose a slot: one that is due by the store's clock at that
   * moment is planned before anything moves it or takes it away. The new version is one higher.
   */
  change(schedule: Schedule): Promise<boolean>;
  /**
   * Plans those that are due, at most `limit`, of all workspaces: in one transaction their deliveries are written down and they are moved to
   * their next slot. What another process plans is left to it. One that cannot be planned is paused as `unreadable`, and its slot counts
   * as missed for that. How many were planned.
   */
  plan(now: Instant, limit: number, planOf: (schedule: Schedule) => Plan): Promise<number>;
  /**
   * Active ones of workspaces whose token works with a slot in (now, until], each given out once for its slot to one process: those whose
   * answers may be made ahead.
   */
  takeUpcoming(now: Instant, until: Instant, limit: number, served?: Served): Promise<readonly Schedule[]>;
}

/**
 * One slot of one schedule. `due` waits for its turn, `claimed` is being built, `posting` is on its way to Slack; the others are ends:
 * `posted`, `missed` (too late), `skipped` (on purpose), `failed`, and `uncertain`: Slack may have posted it.
 */
export const DELIVERY_STATES = ['due', 'claimed', 'posting', 'posted', 'missed', 'skipped', 'failed', 'uncertain'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface Slot {
  readonly workspace: string;
  readonly schedule: string;
  readonly dueAt: Instant;
}

export interface Delivery extends Slot {
  readonly state: DeliveryState;
  /** After this it is not posted any more. */
  readonly notAfter: Instant;
  /** A person asked for it, now or anew: then it is posted whether its schedule is paused or not. */
  readonly isAsked: boolean;
  /** Rises with every claim: only the holder of the highest may write. */
  readonly fence: number;
  /** How often it was tried in vain. */
  readonly attempts: number;
  /** Not to be claimed before. */
  readonly notBefore: Instant;
  /** When it went on its way to Slack; null: it never did. */
  readonly postingAt: Instant | null;
  /** Where to, whatever its schedule says since; null: it never did. */
  readonly place: Place | null;
  /** How often it was looked for, after its outcome was not known, and was not there. */
  readonly looks: number;
  /** Where it was posted, and as what: Slack's channel and ts. */
  readonly channel: string | null;
  readonly ts: string | null;
  /** Why it is in its state, in the words of `Reason`. */
  readonly reason: string | null;
  /** What whoever runs the bot finds in the log. */
  readonly reference: string | null;
  readonly updatedAt: Instant;
}

/** What a claim ends with. Anything but `retry` and `look again` is an end. */
export type Outcome =
  | { readonly state: 'posted'; readonly channel: string; readonly ts: string }
  | { readonly state: 'missed' | 'skipped' | 'failed' | 'uncertain'; readonly reason: string; readonly reference?: string }
  /** Back to `due`. `counts: false`: it was not tried in vain, and only waits for its turn. */
  | {
      readonly state: 'retry';
      readonly notBefore: Instant;
      readonly reason: string;
      readonly reference?: string;
      readonly counts?: boolean;
    }
  /** Stays `posting`, to be looked for again. */
  | { readonly state: 'look again'; readonly notBefore: Instant; readonly looks: number };

export interface DeliveryStore {
  /** A slot out of turn: somebody asked for a post now. */
  add(slot: Slot, notAfter: Instant): Promise<void>;
  /** Takes up to `limit` that are due, or whose claim has lapsed without an intent, from workspaces whose token works. */
  claim(now: Instant, limit: number, leaseMs: number, served?: Served): Promise<readonly Delivery[]>;
  /** The intent to post, durable before anything is sent. False when the claim is not this one's any more: nothing may be sent then. */
  intend(delivery: Delivery, to: Place, now: Instant): Promise<boolean>;
  /** Only the holder of the claim may; false when it is somebody else's. Ends that a person must hear of count as untold. */
  settle(delivery: Delivery, outcome: Outcome, now: Instant): Promise<boolean>;
  /** Takes up to `limit` that went on their way before `before` and never arrived in the books, to be looked for; looked-for ones from their `notBefore` on. */
  takeStuck(now: Instant, before: Instant, limit: number, leaseMs: number, served?: Served): Promise<readonly Delivery[]>;
  /** A person answers for an uncertain one (it arrived), or asks for one anew (any end but posted): false when it is not in such a state. */
  confirm(slot: Slot, now: Instant): Promise<boolean>;
  askAgain(slot: Slot, now: Instant, notAfter: Instant): Promise<boolean>;
  find(slot: Slot): Promise<Delivery | null>;
  /** The id of the schedule that a message is a post of; null: of none. */
  scheduleOf(workspace: string, message: { readonly channel: string; readonly ts: string }): Promise<string | null>;
  /** Newest first. */
  history(workspace: string, schedule: string, limit: number): Promise<readonly Delivery[]>;
  /** Ends that somebody must hear of and has not, of workspaces whose token works, oldest first, given out to one process for `leaseMs`. */
  takeUntold(now: Instant, limit: number, leaseMs: number, served?: Served): Promise<readonly Delivery[]>;
  told(slots: readonly Slot[], now: Instant): Promise<void>;
  /**
   * When there will be something to do next, of all kinds; null: nothing that is known. What is on its way to Slack is to be looked for
   * `lookAfterMs` after it left; left out, only what was looked for in vain counts.
   */
  nextAt(lookAfterMs?: number): Promise<Instant | null>;
}

/** Pictures that Slack holds, so that an equal chart is uploaded once, by whichever process, and private ones do not stay. */
export interface PictureFileStore {
  /** One that is still there at that moment. */
  find(workspace: string, hash: string, at: Instant): Promise<string | null>;
  /** null: it is for a channel and stays. A picture that stays does so whoever keeps it again. */
  keep(workspace: string, picture: { readonly hash: string; readonly file: string; readonly deleteAt: Instant | null }): Promise<void>;
  /**
   * Up to `limit` whose time is over, of workspaces whose token works, for their files to be deleted: given out to one process for `leaseMs`,
   * and again after that unless they were forgotten.
   */
  takeExpired(
    now: Instant,
    limit: number,
    leaseMs: number,
    served?: Served,
  ): Promise<readonly { readonly workspace: string; readonly file: string }[]>;
  /** The file is deleted, or Slack does not show it any more. */
  forget(workspace: string, file: string): Promise<void>;
}

/** Keys of what has one effect only, by whichever process, for as long as that matters. */
export interface SeenKeyStore {
  /** True the first time; from then on false, until that time is over. */
  first(workspace: string, key: string, kept: { readonly now: Instant; readonly until: Instant }): Promise<boolean>;
  has(workspace: string, key: string, now: Instant): Promise<boolean>;
  /** It had no effect after all: the next time is the first again. */
  release(workspace: string, key: string): Promise<void>;
  /** Forgets those whose time is over, of all workspaces; how many. */
  forget(before: Instant): Promise<number>;
}
