import type { Language, Question } from '../language/question.ts';
import type { Message } from '../presentation/message.ts';
import type { AnswerWords } from './answer.ts';
import type { AnswerQuestion } from './answer-question.ts';
import { KEPT_MS } from './behind.ts';
import type { Asker, Clock, Conversation, ConversationStore, DeliveryStore, FaultLog, Messenger, ScheduleStore, Visitor } from './ports.ts';

export interface ConversationsDeps {
  readonly language: Language;
  readonly answer: AnswerWords;
  readonly answerQuestion: AnswerQuestion;
  readonly store: {
    readonly conversations: Pick<ConversationStore, 'find' | 'keep'>;
    readonly deliveries: Pick<DeliveryStore, 'scheduleOf'>;
    readonly schedules: Pick<ScheduleStore, 'find'>;
  };
  readonly messengers: (workspace: string) => Pick<Messenger, 'channel'> | null;
  readonly faults: FaultLog;
  readonly clock: Clock;
}

/** What somebody wrote as a message. */
export interface Said {
  readonly words: string;
  readonly conversation: Conversation;
  /** By mention or in direct messages. What was not is answered only where every word edits the question before it. */
  readonly isToUs: boolean;
}

export interface Reply {
  readonly message: Message;
  /** Whoever reads the conversation may see it; else only who asked. */
  readonly isForAll: boolean;
}

/** null: people talk to each other. Rejects for nothing else than `AnswerWords` does. */
export type Converse = (said: Said, visitor: Visitor, signal: AbortSignal) => Promise<Reply | null>;

/** Outside of a thread nobody sees what “and yesterday?” goes on from for longer. */
const FLAT_MS = 60 * 60 * 1000;

/** Answers messages: the question that a conversation is about goes on in it. */
export function createConverse(deps: ConversationsDeps): Converse {
  const { language, answer, answerQuestion, store, faults, clock } = deps;

  return async ({ words, conversation, isToUs }, visitor, signal) => {
    const parent = await parentOf(deps, visitor.workspace, conversation);
    if (!isToUs && parent === null) return null;
    let isAnswered = false;
    let isForAll = false;
    const message = await answer(words, visitor, signal, {
      isOverheard: !isToUs,
      understand(text, context) {
        if (parent === null) return language.understand(text, context);
        if (isToUs) return language.followUp(parent, text, context);
        const asked = language.overheard(parent, text, context);
        return asked ? { kind: 'question', ...asked } : { kind: 'help', topic: null };
      },
      async answer(asked, asker, work) {
        isAnswered = true;
        const because = await whyPrivate(deps, asked.question, asker);
        const footer = because === null ? [] : [`Only you see this, because ${because}.`];
        const answered = await answerQuestion.asked(asked, asker, work, { isPublic: because === null, footer });
        isForAll = because === null;
        if (isForAll) await keep(visitor.workspace, conversation, asked.question);
        return answered;
      },
    });
    return isToUs || isAnswered ? { message, isForAll } : null;
  };

  async function keep(workspace: string, conversation: Conversation, { show, ...asked }: Question): Promise<void> {
    // A file is sent once; what goes on from it is an answer again.
    const question = show === undefined || show === 'csv' ? asked : { ...asked, show };
    const until = clock() + (conversation.thread === '' ? FLAT_MS : KEPT_MS);
    await store.conversations
      .keep(workspace, conversation, question, until)
      .catch((error: unknown) => void faults.record(error, 'keeping what a conversation is about'));
  }
}

/** What was answered there last, or posted by a schedule; null where nothing is known. */
async function parentOf(
  { store, faults, clock }: ConversationsDeps,
  workspace: string,
  conversation: Conversation,
): Promise<Question | null> {
  try {
    const kept = await store.conversations.find(workspace, conversation, clock());
    if (kept || conversation.thread === '') return kept;
    const { channel, thread: ts } = conversation;
    const id = await store.deliveries.scheduleOf(workspace, { channel, ts });
    return id === null ? null : ((await store.schedules.find(workspace, id))?.question ?? null);
  } catch (error) {
    // An answer to the words alone is better than none.
    faults.record(error, 'looking up what a conversation is about');
    return null;
  }
}

/** Why not everybody there may read it, as the end of a sentence; null where they may. In direct messages there is nobody else. */
async function whyPrivate({ messengers, faults }: ConversationsDeps, { filters, show }: Question, asker: Asker): Promise<string | null> {
  if (asker.channel === null) return null;
  if (filters.agents) return 'it is about single agents';
  if (show === 'csv') return 'a CSV goes to one person only';
  if (asker.isGuest !== false) return 'only members of this workspace show figures to others';
  try {
    const channel = await messengers(asker.workspace)?.channel(asker.channel);
    if (!channel) return 'I cannot see who is in this channel';
    return channel.isShared ? 'people of other companies are in this channel' : null;
  } catch (error) {
    faults.record(error, 'looking up who reads a channel');
    return 'I could not look up who is in this channel';
  }
}
