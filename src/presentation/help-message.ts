import { distributionsOf, narrowingsOf } from '../reports/method.ts';
import type { Report } from '../reports/report.ts';
import { buttons, context, header, message, mrkdwn, plain, section } from './blocks.ts';
import type { Message } from './message.ts';
import { mrkdwnText } from './safe-text.ts';

export interface Help {
  readonly reports: readonly Report[];
  /** A report's name, `dates`, or anything that somebody typed after `help`; null for help on everything. */
  readonly topic: string | null;
  /** Phrases that are understood as dates, each of another kind. */
  readonly dateExamples: readonly string[];
  /** The slash command: `/livechat`. */
  readonly command: string;
}

/** The topic that is about dates. */
const DATES = 'dates';

/** Help on one thing when it is known by its name, on everything otherwise. */
export function helpMessage(help: Help): Message {
  if (help.topic === DATES) return datesHelp(help);
  const report = help.reports.find(({ name }) => name === help.topic);
  return report ? reportHelp(report, help) : overview(help);
}

function overview({ reports, topic, dateExamples, command }: Help): Message {
  const lines = reports.map(
    ({ title, description, examples: [first = ''] }) =>
      `*${mrkdwnText(title)}* – ${mrkdwnText(description)}\n${code(`${command} ${first}`)}`,
  );
  const [usual] = reports;
  return message(`Ask for ${reports.map(({ title }) => title).join(' or ')} in plain words: ${command} ${usual?.examples[0]}`, [
    ...(topic === null ? [] : [section(plain(`There is no help on “${topic}”, but on these:`))]),
    header('Ask in plain words'),
    section(mrkdwn(lines.join('\n'))),
    section(mrkdwn(`*Dates* – ${dateExamples.slice(0, 5).map(code).join(' · ')}`)),
    context([`Add ${['by hour', 'by day', 'by weekday'].map(code).join(', ')} to split. More: ${code(`${command} help ${usual?.name}`)}`]),
    ...buttons([
      ...reports.flatMap(({ title, examples }) => examples.slice(0, 1).map((words) => ({ label: title, words }))),
      { label: 'Dates', words: `help ${DATES}` },
    ]),
  ]);
}

function reportHelp({ title, description, aliases, examples, api: [method] }: Report, { command }: Help): Message {
  const details = method ? [`*Split by* ${distributionsOf(method).join(', ')}`, `*Narrow* ${narrowingsOf(method).join(', ')}`] : [];
  return message(`${title}: ${description}`, [
    header(title),
    section(plain(description)),
    section(mrkdwn([...details, `*Also called* ${aliases.map(mrkdwnText).join(', ')}`].join('\n'))),
    context([`Type ${code(`${command} ${examples[0] ?? ''}`)} or press:`]),
    ...buttons([...examples.map((words) => ({ label: words, words })), { label: 'All help', words: 'help' }]),
  ]);
}

function datesHelp({ reports, dateExamples }: Help): Message {
  const name = reports[0]?.name ?? '';
  return message(`Dates can be written like ${dateExamples.slice(0, 3).join(', ')}.`, [
    header('Dates'),
    section(mrkdwn(`Write them behind the report:\n${dateExamples.map(code).join(' · ')}`)),
    context(['They are read in your own time zone, and every answer says which days it means.']),
    ...buttons(dateExamples.slice(0, 3).map((example) => ({ label: example, words: `${name} ${example}` }))),
  ]);
}

/** As it is typed. */
function code(words: string): string {
  return `\`${mrkdwnText(words)}\``;
}
