import { CHARTS } from './charts/index.ts';
import { createLanguage } from './language/index.ts';
import { createScheduleLanguage } from './language/schedule-words.ts';
import type { Clock, WeekStart, Zone } from './model/time.ts';
import { REPORTS } from './reports/index.ts';
import { type AnswerWords, createAnswer } from './usecases/answer.ts';
import { createAnswerQuestion } from './usecases/answer-question.ts';
import { createAskers } from './usecases/askers.ts';
import { createChangeForm } from './usecases/change-question.ts';
import { type Converse, createConverse } from './usecases/conversations.ts';
import { createCsvCommand } from './usecases/csv-command.ts';
import { createComposer, createDeliveryTurns, type Turn, type Wait } from './usecases/delivery/index.ts';
import { createDirectoryFor, createKnownNames } from './usecases/directory.ts';
import { createExplainCommand } from './usecases/explain.ts';
import { createForms, type Forms } from './usecases/forms.ts';
import { createHome, createTodayWatch, refreshCommand, type ShowHome } from './usecases/home/index.ts';
import { createKeptQuestionCommand } from './usecases/kept-question.ts';
import { createOtherReadingCommand } from './usecases/other-reading.ts';
import type { FaultLog, Lookups, Messengers, Pictures, ReportsApi, Served, Store } from './usecases/ports.ts';
import { createPostAnswer, createPostAnywayCommand, createPostToCommand } from './usecases/post-answer.ts';
import { createPostForm } from './usecases/post-form.ts';
import { createReporter } from './usecases/reporter.ts';
import { createSavedCommands } from './usecases/saved/index.ts';

import { createScheduleCommands, createScheduleForm, resumeIn, scheduleLines } from './usecases/schedules/index.ts';
import { createSettingsCommands, createSettingsForm } from './usecases/settings/index.ts';
import { createShowAllCommand } from './usecases/show-all.ts';

/** The outside world, and what only the process knows. */
export interface ProductDeps {
  readonly store: Store;
  readonly api: ReportsApi;
  readonly lookups: Lookups;
  readonly pictures: Pictures;
  readonly messengers: Messengers;
  /** The workspaces that this process has a token for. */
  readonly served: () => Served;
  readonly faults: FaultLog;
  readonly clock: Clock;
  readonly random: () => number;
  readonly wait: Wait;
  readonly defaults: { readonly zone: Zone; readonly weekStart: WeekStart };
  /** How long an answer waits for its picture, in milliseconds. */
  readonly pictureMs: number;
}

/** What the bot can do, for whichever edges. */
export interface ProductParts {
  readonly answer: AnswerWords;
  readonly converse: Converse;
  readonly forms: Forms;
  readonly home: ShowHome;
  /** What is done without being asked, by kind. */
  readonly turns: Readonly<Record<string, Turn>>;
  /** The bot came (back) to a channel. */
  joined(workspace: string, channel: string): Promise<void>;
  /** Our token for a workspace does not work any more, or works again. */
  gone(workspace: string): Promise<void>;
  back(workspace: string): Promise<void>;
}

const COMMAND = '/livechat';

/** All use cases, put together. */
export function createProduct(deps: ProductDeps): ProductParts {
  const { store, api, pictures, messengers, faults, clock, random, defaults, pictureMs } = deps;
  const language = createLanguage(REPORTS, CHARTS);
  const scheduleLanguage = createScheduleLanguage(language);
  const names = createKnownNames(deps);
  const directoryFor = createDirectoryFor({ language, names, clock });
  const askers = createAskers({ preferences: store.preferences, faults, defaults, directoryFor });
  const reporter = createReporter({ reports: REPORTS, api, pictures, faults, preferences: store.preferences, names });
  const asking = { language, reports: REPORTS, reporter, messengers, questions: store.questions, faults, clock };
  const posting = { ...asking, pictures, conversations: store.conversations, seenKeys: store.seenKeys, pictureMs };
  const answerQuestion = createAnswerQuestion({ ...asking, pictureMs });
  const postAnswer = createPostAnswer(posting);
  const compose = createComposer({ ...asking, preferences: store.preferences });
  const scheduling = { store, messengers, language, scheduleLanguage, compose, reports: REPORTS, clock, random, command: COMMAND };
  const choosing = { store, language, reports: REPORTS, clock, defaults, command: COMMAND };
  const commands = [
    ...createScheduleCommands(scheduling),
    ...createSavedCommands({ ...choosing, answerQuestion: answerQuestion.kept }),
    ...createSettingsCommands({ ...choosing, answerQuestion }),
    refreshCommand,
    createKeptQuestionCommand({ ...asking, answerQuestion }),
    createExplainCommand(posting),
    createCsvCommand(posting),
    createShowAllCommand(posting),
    createPostAnywayCommand(posting),
    createPostToCommand(posting, postAnswer),
    createOtherReadingCommand({ ...store, language, answerQuestion, clock }),
  ];
  const answer = createAnswer({
    language,
    reports: REPORTS,
    commands,
    answerQuestion,
    postAnswer,
    askers,
    faults,
    clock,
    command: COMMAND,
  });
  const lines = scheduleLines(scheduling);
  return {
    answer,
    converse: createConverse({ ...asking, answer, answerQuestion, store }),
    forms: createForms({
      forms: [createScheduleForm(scheduling), createSettingsForm(choosing), createChangeForm(posting), createPostForm(posting)],
      askers,
      faults,
    }),
    home: createHome({ ...choosing, askers, lines, today: createTodayWatch({ api, clock, faults }), faults, zone: defaults.zone }),
    turns: createDeliveryTurns({ ...deps, language, compose }),
    joined: (workspace, channel) => resumeIn(scheduling, workspace, channel),
    gone: async (workspace) => store.preferences.changeWorkspace(workspace, { refusedSince: await store.now() }),
    back: (workspace) => store.preferences.changeWorkspace(workspace, { refusedSince: null }),
  };
}
