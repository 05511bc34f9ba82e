import type { Asked, Context, Question } from '../language/question.ts';
import type { Press } from '../presentation/blocks.ts';
import { asChart } from '../presentation/chart-words.ts';
import { deletion, LIVECHAT_REPORTS } from '../presentation/menu.ts';
import type { Answer } from '../presentation/report-message.ts';
import { type Behind, type BehindDeps, putBehind } from './behind.ts';
import { besideLastYear, besideTimeBefore } from './compared.ts';
import type { Asker } from './ports.ts';
import type { WayOn } from './ways-on.ts';

/** The verbs of the row: what each is about stands behind it. */
export const EXPLAIN = 'explain';
export const CSV = 'send-csv';
export const SHOW_ALL = 'show-all';
export const POST_TO = 'post-to';
/** The forms of the row. */
export const CHANGE_FORM = 'change';
export const POST_FORM = 'post';
export const REPEAT_FORM = 'schedule';

/** Of more kinds a menu has no room. */
const CHARTS = 3;

export interface Rowing {
  readonly asked: Asked;
  readonly answer: Pick<Answer, 'charts' | 'findings'>;
  readonly workspace: string;
  /** How it was read, and as of when: what the row says about these numbers is as of then, whenever it is pressed. */
  readonly context: Context;
  /** null: a schedule asked. It is repeated already, and taken away with its schedule. */
  readonly asker: Pick<Asker, 'person' | 'channel' | 'isGuest'> | null;
  /** Everybody in the channel reads it. */
  readonly isPublic: boolean;
}

/** What can be done with an answer. What a button asks is kept, so that it is the same tomorrow and after a restart. */
export async function answerRow(deps: BehindDeps, rowing: Rowing): Promise<Pick<Answer, 'how' | 'row' | 'menu' | 'whole'>> {
  const { asked, answer, workspace, context, asker } = rowing;
  // A file is sent once: what goes on from it is an answer again.
  const { show, ...plain } = asked.question;
  const question: Question = show === undefined || show === 'csv' ? plain : asked.question;
  const comparison = comparisonFor(deps, { ...asked, question }, context);
  const kinds = (answer.charts?.others ?? []).slice(0, CHARTS);
  const drawn = kinds.map((chart): Question => ({ ...question, chart }));
  const all = [question, ...drawn, ...comparison.map((way) => way.question)];
  const [self, ...others] = await putBehind(deps, all, { workspace, asOf: context.now });
  if (!self) return {};
  const compare = comparison.map(({ label }) => ({ label, words: others[drawn.length]?.asks ?? '' }));
  const csv = show === 'csv' ? [] : [{ label: 'CSV', words: `${CSV} ${self.name}` }];
  return {
    ...(answer.findings?.length && { how: { label: 'How?', words: `${EXPLAIN} ${self.name}` } }),
    row: [
      { label: 'Change…', words: self.name, opens: CHANGE_FORM },
      ...compare,
      ...csv,
      ...(asker ? forMembers(self, { ...rowing, asker, said: deps.language.say(question) }) : []),
    ],
    menu: [
      ...kinds.map((kind, index) => ({ label: asChart(kind), words: others[index]?.asks ?? '' })),
      LIVECHAT_REPORTS,
      ...(asker ? [deletion(asker.person)] : []),
    ],
    whole: { label: 'Show all', words: `${SHOW_ALL} ${self.name}`, isLong: true },
  };
}

interface Onward extends Pick<Rowing, 'isPublic'> {
  readonly asker: NonNullable<Rowing['asker']>;
  /** The question in words. */
  readonly said: string;
}

/** What guests are not offered: it would be refused. */
function forMembers({ name }: Behind, { asker: { channel, isGuest }, isPublic, said }: Onward): readonly Press[] {
  if (isGuest) return [];
  const post =
    channel === null
      ? [{ label: 'Post to channel…', words: name, opens: POST_FORM }]
      : isPublic
        ? []
        : [{ label: 'Post to channel', words: `${POST_TO} ${channel} ${name}` }];
  return [...post, { label: 'Repeat this…', words: said, opens: REPEAT_FORM }];
}

/** With the time before; where something is compared already, with the same a year ago. Nothing where that would be the same again. */
function comparisonFor({ language }: BehindDeps, asked: Asked, context: Context): readonly WayOn[] {
  const isFirst = asked.baseline === undefined;
  const found = isFirst ? besideTimeBefore({ language, context }, asked) : besideLastYear({ language, context }, asked);
  if (!found || (found.baseline?.start === asked.baseline?.start && found.baseline?.end === asked.baseline?.end)) return [];
  return [{ label: isFirst ? 'Compare' : 'Same time last year', question: found.question }];
}
