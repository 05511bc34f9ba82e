import type { Asked, Question } from '../language/question.ts';
import { type Suggestion, UserError } from '../model/errors.ts';
import type { Instant } from '../model/time.ts';
import { reasonInWords } from '../presentation/deliveries/reasons.ts';
import type { Message } from '../presentation/message.ts';
import { reportMessage } from '../presentation/report-message.ts';
import { shortMessage } from '../presentation/short-message.ts';
import { type AnswerQuestionDeps, keptWays } from './answer-question.ts';
import { answerRow, POST_TO } from './answer-row.ts';
import { findBehind, KEPT_MS, putBehind } from './behind.ts';
import { messengerFor, postable } from './channels.ts';
import type { Command } from './doors.ts';
import type { Asker, Channel, ConversationStore, Pictures, Posted, SeenKeyStore } from './ports.ts';
import { unusualReaders } from './readers.ts';
import { isGuestHere } from './schedules/permissions.ts';
import { waysOn } from './ways-on.ts';

export interface PostAnswerDeps extends AnswerQuestionDeps {
  readonly pictures: Pick<Pictures, 'forget'>;
  readonly conversations: Pick<ConversationStore, 'keep'>;
  readonly seenKeys: Pick<SeenKeyStore, 'first' | 'release'>;
}

export interface PostWish {
  /** Slack's id of it. */
  readonly channel: string;
  readonly asker: Asker;
  readonly signal: AbortSignal;
  /** The button or the form that was pressed, and the moment that it is about; absent: it was asked in words, as of now. */
  readonly pressed?: Pressed;
}

interface Pressed {
  /** What stands behind it. Pressed again, it is the same wish. */
  readonly name: string;
  readonly asOf: Instant;
}

/** Answers a question in a channel for everybody there; what comes back is for whoever asked. Rejects as a report does. */
export type PostAnswer = (asked: Asked, wish: PostWish) => Promise<Message>;

/** The verb behind the button that posts although others than usual will read it. */
const POST_ANYWAY = 'post-question';

export function createPostAnswer(deps: PostAnswerDeps): PostAnswer {
  return async (asked, { channel: id, asker, signal, pressed }) => {
    const asOf = pressed?.asOf ?? deps.clock();
    const channel = await allowed(deps, asked.question, { id, asker });
    const readers = unusualReaders(asked.question.filters, channel, asker.directory);
    return readers.length === 0
      ? post(deps, asked, { channel, asker, signal, asOf, behind: pressed?.name ?? null })
      : confirmation(deps, asked.question, { channel, asker, asOf, readers });
  };
}

/** What that button says. Nobody types it, so that help does not show it. */
export function createPostAnywayCommand(deps: PostAnswerDeps): Command {
  return {
    name: POST_ANYWAY,
    aliases: [],
    usage: `${POST_ANYWAY} <id> <channel>`,
    description: 'Posts the answer to the question behind a button.',
    examples: [],
    async run(words, asker, signal) {
      const behind = words.slice(0, words.lastIndexOf(' '));
      const { asOf, ...asked } = await findBehind(deps, behind, asker);
      // Whoever says so by hand may do no more than with the button.
      const channel = await allowed(deps, asked.question, { id: words.slice(behind.length + 1), asker });
      return post(deps, asked, { channel, asker, signal, asOf, behind });
    },
  };
}

/** What a button or a form says that posts an answer, by the id of its question or its words. Nobody types it. */
export function createPostToCommand(deps: PostAnswerDeps, postAnswer: PostAnswer): Command {
  return {
    name: POST_TO,
    aliases: [],
    usage: `${POST_TO} <channel> <id>`,
    description: 'Posts the answer to the question behind a button, after a look at who will read it.',
    examples: [],
    async run(rest, asker, signal) {
      const [channel = '', ...behind] = rest.split(' ');
      const name = behind.join(' ');
      const { asOf, ...asked } = await findBehind(deps, name, asker);
      return postAnswer(asked, { channel, asker, signal, pressed: { name, asOf } });
    },
  };
}

interface Wanting {
  readonly id: string;
  readonly asker: Asker;
}

/** The channel, or a UserError where this person may not post there. */
async function allowed(deps: PostAnswerDeps, question: Question, { id, asker }: Wanting): Promise<Channel> {
  const { messengers, language } = deps;
  const { workspace, person } = asker;
  const words = language.say(question);
  const instead = [{ label: 'Show only me', words }];
  if (isGuestHere(asker)) {
    throw refused('Posting to a channel is for members of this workspace, not for guests.', 'Ask a member to post it.', instead);
  }
  if (question.show === 'csv') {
    const table = language.say({ ...question, show: 'table' });
    const presses = [
      { label: 'Send me the CSV', words },
      { label: 'Post the table', words: `${table} in <#${id}>` },
    ];
    throw refused('I send a CSV to one person only.', 'Have it for yourself, or post the table.', presses);
  }
  const channel = await postable(messengers, id, {
    workspace,
    instead: [{ label: 'Try again', words: `${words} in <#${id}>` }, ...instead],
  });
  if (channel.isPrivate && asker.channel !== id && !(await messengerFor(messengers, workspace).isIn(person, id))) {
    throw refused('I post to a private channel only for the people in it.', 'Ask one of them, or choose another channel.', instead);
  }
  return channel;
}

const refused = (what: string, hint: string, suggestions: readonly Suggestion[]) => new UserError(what, hint, { suggestions });

interface Confirming extends Omit<Posting, 'signal' | 'behind'> {
  readonly readers: readonly string[];
}

async function confirmation(deps: PostAnswerDeps, question: Question, { channel, asker, asOf, readers }: Confirming): Promise<Message> {
  const behind = await putBehind(deps, [question], { workspace: asker.workspace, asOf });
  return shortMessage(readers.join(' '), {
    hints: ['Nothing is posted yet.'],
    presses: behind.flatMap(({ name, asks }) => [
      { label: 'Post there anyway', words: `${POST_ANYWAY} ${name} ${channel.id}` },
      { label: 'Show only me', words: asks },
    ]),
  });
}

interface Posting {
  readonly channel: Channel;
  readonly asker: Asker;
  readonly signal: AbortSignal;
  readonly asOf: Instant;
  /** null: no button. */
  readonly behind: string | null;
}

/** Longer than a post is under way: until then the same button, or the same form, posts once. */
const ONCE_MS = 60_000;

async function post(deps: PostAnswerDeps, asked: Asked, posting: Posting): Promise<Message> {
  const { channel, asker, signal, asOf } = posting;
  const { reporter, reports, messengers, pictureMs } = deps;
  const [answer, suggestions] = await Promise.all([
    reporter.report(asked, asker, { isPublic: true, pictureMs, signal }),
    keptWays(deps, waysOn(asked.question, reports), asker.workspace),
  ]);
  const context = { ...asker, now: asOf };
  const row = await answerRow(deps, { asked, answer, workspace: asker.workspace, context, asker, isPublic: true });
  const message = reportMessage({ ...answer, ...row, suggestions, footer: [`Asked by @${asker.name}`] });
  // Whoever was told that it took too long must not find it posted.
  signal.throwIfAborted();
  const messenger = messengerFor(messengers, asker.workspace);
  const once = onceFor(deps, posting);
  if (!(await once.isFirst())) return shortMessage(`Posted in #${channel.name} already.`);
  const posted = await messenger.post({ channel: channel.id }, message);
  if (posted.state === 'refused') await once.release();
  return told(deps, posted, { channel, asker, question: asked.question });
}

/** Whether this press is the one that posts. A post is not given up because that cannot be remembered. */
function onceFor({ seenKeys, faults, clock }: PostAnswerDeps, { channel, asker: { workspace, person }, behind }: Posting) {
  const key = `post ${person} ${channel.id} ${behind}`;
  const doubted = (error: unknown) => {
    faults.record(error, 'remembering a post');
    return true;
  };
  return {
    async isFirst(): Promise<boolean> {
      if (behind === null) return true;
      const now = clock();
      return seenKeys.first(workspace, key, { now, until: now + ONCE_MS }).catch(doubted);
    },
    async release(): Promise<void> {
      if (behind !== null) await seenKeys.release(workspace, key).catch(doubted);
    },
  };
}

async function told(
  { faults, pictures, language, conversations, clock }: PostAnswerDeps,
  posted: Posted,
  { channel, asker, question }: Pick<Posting, 'channel' | 'asker'> & { readonly question: Question },
): Promise<Message> {
  switch (posted.state) {
    case 'posted':
      // Or every post of the same chart would go without its picture.
      for (const file of posted.refusedFiles ?? []) await pictures.forget(asker.workspace, file);
      await conversations
        .keep(asker.workspace, { channel: posted.channel, thread: posted.ts }, question, clock() + KEPT_MS)
        .catch((error: unknown) => void faults.record(error, 'keeping what a post is about'));
      return shortMessage(`Posted in #${channel.name}.`);
    case 'refused': {
      const { what, fix } = reasonInWords(posted.code);
      throw refused(`I could not post it, because ${what}.`, fix, [{ label: 'Show only me', words: language.say(question) }]);
    }
    case 'unknown': {
      const reference = faults.record(posted.error, 'posting an answer');
      throw refused(`Slack did not tell me whether it was posted (ref ${reference}).`, 'Look there before you ask again.', []);
    }
  }
}
