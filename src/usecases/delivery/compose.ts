import type { Instant } from '../../model/time.ts';
import { postFooter } from '../../presentation/deliveries/footer.ts';
import { quietMessage } from '../../presentation/deliveries/quiet-message.ts';
import { reasonInWords } from '../../presentation/deliveries/reasons.ts';
import type { Message } from '../../presentation/message.ts';
import { isEmpty, reportMessage } from '../../presentation/report-message.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import { type AnswerQuestionDeps, keptWays } from '../answer-question.ts';
import { answerRow } from '../answer-row.ts';
import type { Messengers, PreferencesStore, Schedule } from '../ports.ts';
import { waysOn } from '../ways-on.ts';

export interface ComposerDeps extends Omit<AnswerQuestionDeps, 'pictureMs'> {
  readonly messengers: Messengers;
  readonly preferences: Pick<PreferencesStore, 'ofWorkspace'>;
  /** How long a post waits for its picture, in milliseconds. */
  readonly pictureMs?: number;
}

export interface Composing {
  readonly signal: AbortSignal;
  readonly kind: 'post' | 'test';
  /** How much later than its slot it will be posted, in milliseconds. */
  readonly lateMs: number;
  /** Why it is late, in the words of `Reason`. */
  readonly lateFor?: string | null;
}

export interface Composed {
  readonly message: Message;
  /** There was nothing to report. */
  readonly isEmpty: boolean;
}

/** What is said in a slot. The slot decides what is asked: a late post tells what it would have told in time. Rejects as a report does. */
export type Compose = (schedule: Schedule, dueAt: Instant, composing: Composing) => Promise<Composed>;

const PICTURE_MS = 5_000;

export function createComposer(deps: ComposerDeps): Compose {
  const { language, reports, reporter, messengers, preferences, pictureMs = PICTURE_MS } = deps;
  // A name is not worth a post.
  const nameOf = async ({ workspace, owner }: Schedule) =>
    (await messengers(workspace)
      ?.nameOf(owner)
      .catch(() => owner)) ?? owner;

  return async (schedule, dueAt, { signal, kind, lateMs, lateFor = null }) => {
    const { question, recurrence, zone } = schedule;
    const isTest = kind === 'test';
    // The fiscal year is the workspace's, not the schedule's: whoever corrects it corrects all posts to come.
    const { yearStart } = await preferences.ofWorkspace(schedule.workspace);
    const context = { ...schedule, yearStart, now: dueAt };
    const asked = language.resolve(question, context);
    const [answer, owner] = await Promise.all([
      // What was posted stays to be read, in direct messages as well.
      reporter.report(asked, schedule, { isPublic: !isTest, pictureMs, signal }),
      nameOf(schedule),
    ]);
    const because = lateFor === null ? null : reasonInWords(lateFor).what;
    const footer = postFooter({ owner, when: describeRecurrence(recurrence), zone, isTest, lateMs, because });
    const empty = isEmpty(answer.result);
    const message = empty
      ? quietMessage({ ...answer, footer })
      : reportMessage({
          ...answer,
          ...(await answerRow(deps, { asked, answer, workspace: schedule.workspace, context, asker: null, isPublic: true })),
          footer,
          suggestions: await keptWays(deps, waysOn(question, reports), schedule.workspace),
        });
    return { message: isTest ? tested(message) : message, isEmpty: empty };
  };
}

function tested(message: Message): Message {
  const { text, plainer } = message;
  return { ...message, text: `Test: ${text}`, ...(plainer && { plainer: async () => tested(await plainer()) }) };
}
