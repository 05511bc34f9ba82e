import type { Asked, Question } from '../language/question.ts';
import { type Suggestion, UserError } from '../model/errors.ts';
import { reasonInWords } from '../presentation/deliveries/reasons.ts';
import type { Message } from '../presentation/message.ts';
import { reportMessage } from '../presentation/report-message.ts';
import { shortMessage } from '../presentation/short-message.ts';
import { type AnswerQuestionDeps, keptWays } from './answer-question.ts';
import { answerRow, POST_TO } from './answer-row.ts';
import { findBehind, forgotten, KEPT_MS, KEPT_QUESTION } from './behind.ts';
import { channelInWords, messengerFor, postable } from './channels.ts';
import type { Command } from './doors.ts';
import type { Asker, Channel, ConversationStore, Pictures, Posted } from './ports.ts';
import { isGuestHere } from './schedules/permissions.ts';
import { waysOn } from './ways-on.ts';

export interface PostAnswerDeps extends AnswerQuestionDeps {
  readonly pictures: Pick<Pictures, 'forget'>;
  readonly conversations: Pick<ConversationStore, 'keep'>;
}

/** Answers a question in a channel (Slack's id of it) for everybody there; what comes back is for whoever asked. Rejects as a report does. */
export type PostAnswer = (asked: Asked, channel: string, asker: Asker, signal: AbortSignal) => Promise<Message>;

/** The verb behind the button that posts although others than usual will read it. */
const POST_ANYWAY = 'post-question';

export function createPostAnswer(deps: PostAnswerDeps): PostAnswer {
  return async (asked, id, asker, signal) => {
    const channel = await allowed(deps, asked.question, { id, asker });
    const readers = unusualReaders(asked.question, channel);
    return readers === null
      ? post(deps, asked, { channel, asker, signal })
      : confirmation(deps, asked.question, { channel, asker, readers });
  };
}

/** What that button says. Nobody types it, so that help does not show it. */
export function createPostAnywayCommand(deps: PostAnswerDeps): Command {
  const { questions, language, clock } = deps;
  return {
    name: POST_ANYWAY,
    aliases: [],
    usage: `${POST_ANYWAY} <id> <channel>`,
    description: 'Posts the answer to the question behind a button.',
    examples: [],
    async run(words, asker, signal) {
      const [question = '', id = ''] = words.split(' ');
      const kept = await questions.find(asker.workspace, question);
      if (!kept) throw forgotten();
      // Whoever says so by hand may do no more than with the button.
      const channel = await allowed(deps, kept, { id, asker });
      return post(deps, language.resolve(kept, { ...asker, now: clock() }), { channel, asker, signal });
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
      return postAnswer(await findBehind(deps, behind.join(' '), asker), channel, asker, signal);
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

/** Who would read it that the person may not have thought of, in sentences; null: nobody. */
function unusualReaders({ filters }: Question, channel: Channel): string | null {
  const where = channel.isPrivate ? 'the channel' : channelInWords(channel);
  const readers = [
    ...(channel.isShared ? [`People of other companies are in ${where} and would read it too.`] : []),
    ...(filters.agents ? [`It is about single agents, and everybody in ${where} would see their numbers.`] : []),
  ];
  return readers.length === 0 ? null : readers.join(' ');
}

interface Confirming {
  readonly channel: Channel;
  readonly asker: Asker;
  readonly readers: string;
}

async function confirmation(
  { questions, clock }: PostAnswerDeps,
  question: Question,
  { channel, asker, readers }: Confirming,
): Promise<Message> {
  const [id] = await questions.keep(asker.workspace, [question], clock() + KEPT_MS);
  return shortMessage(readers, {
    hints: ['Nothing is posted yet.'],
    presses: [
      { label: 'Post there anyway', words: `${POST_ANYWAY} ${id} ${channel.id}` },
      { label: 'Show only me', words: `${KEPT_QUESTION} ${id}` },
    ],
  });
}

interface Posting {
  readonly channel: Channel;
  readonly asker: Asker;
  readonly signal: AbortSignal;
}

async function post(deps: PostAnswerDeps, asked: Asked, { channel, asker, signal }: Posting): Promise<Message> {
  const { reporter, reports, messengers, pictureMs } = deps;
  const [answer, suggestions] = await Promise.all([
    reporter.report(asked, asker, { isPublic: true, pictureMs, signal }),
    keptWays(deps, waysOn(asked.question, reports), asker.workspace),
  ]);
  const context = { ...asker, now: deps.clock() };
  const row = await answerRow(deps, { asked, answer, workspace: asker.workspace, context, asker, isPublic: true });
  const message = reportMessage({ ...answer, ...row, suggestions, footer: [`Asked by @${asker.name}`] });
  // Whoever was told that it took too long must not find it posted.
  signal.throwIfAborted();
  const posted = await messengerFor(messengers, asker.workspace).post({ channel: channel.id }, message);
  return told(deps, posted, { channel, asker, question: asked.question });
}

async function told(
  { faults, pictures, language, conversations, clock }: PostAnswerDeps,
  posted: Posted,
  { channel, asker, question }: Omit<Posting, 'signal'> & { readonly question: Question },
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
