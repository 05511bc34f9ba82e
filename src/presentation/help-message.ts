import { CHARTS } from '../charts/index.ts';
import { type Form, sayForm } from '../language/options.ts';
import type { DateExample, DateKind } from '../language/question.ts';
import type { Suggestion } from '../model/errors.ts';
import { FILTER_NAMES, type FilterName } from '../model/query.ts';
import type { Instant } from '../model/time.ts';
import { distributionsOf, filtersOf } from '../reports/method.ts';
import type { Report } from '../reports/report.ts';
import { rangeInThatYear } from '../reports/words/dates.ts';
import { FILTER_FORMS } from '../reports/words/query.ts';
import { buttons, context, header, message, mrkdwn, plain, section } from './blocks.ts';
import type { KnownBlock, Message } from './message.ts';
import { mrkdwnText } from './safe-text.ts';

/** A verb that can be typed, as help shows it. */
export interface CommandHelp {
  /** The first word. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** `schedule <question> <when> [in #channel]` */
  readonly usage: string;
  /** One sentence. */
  readonly description: string;
  /** Runnable as they are; without any, nobody types it and help is silent about it. */
  readonly examples: readonly string[];
}

export interface Help {
  readonly reports: readonly Report[];
  readonly commands: readonly CommandHelp[];
  /** A report's name, a command's, `dates`, `filters`, `commands`, or anything that somebody typed after `help`; null for help on everything. */
  readonly topic: string | null;
  /** The kinds of dates, with what they mean to whoever asks. */
  readonly dates: readonly DateKind[];
  readonly now: Instant;
  /** The slash command: `/livechat`. */
  readonly command: string;
}

/** Examples that can be pressed. */
const BUTTONS = 3;
/** What is said after an answer. */
const FOLLOW_UPS = ['and yesterday?', 'by hour', 'only tag vip', 'compare with last month'];
/** What an answer can be shown as. */
const FORMS: readonly Form[] = [...CHARTS.map(({ name }) => ({ chart: name })), { show: 'table' }, { show: 'csv' }];
/** Kinds of dates that help on everything shows. */
const KINDS = 7;

/** What there is help on besides reports. */
const TOPICS: ReadonlyMap<string | null, (help: Help) => Message> = new Map([
  ['dates', datesHelp],
  ['filters', filtersHelp],
  ['commands', commandsHelp],
]);

const ALL_HELP: Suggestion = { label: 'All help', words: 'help' };

/** Help on one thing when it is known by its name, on everything otherwise. */
export function helpMessage(help: Help): Message {
  const topic = TOPICS.get(help.topic);
  if (topic) return topic(help);
  const report = help.reports.find(({ name }) => name === help.topic);
  if (report) return reportHelp(report, help);
  const command = typed(help).find(({ name, aliases }) => [name, ...aliases].includes(help.topic ?? ''));
  return command ? commandHelp(command, help) : overview(help);
}

const typed = ({ commands }: Help): readonly CommandHelp[] => commands.filter(({ examples }) => examples.length > 0);

function overview({ reports, commands, topic, dates: kinds, command }: Help): Message {
  const lines = reports.map(
    ({ title, description, examples: [first = ''] }) =>
      `*${mrkdwnText(title)}* – ${mrkdwnText(description)}\n${code(`${command} ${first}`)}`,
  );
  const [usual] = reports;
  const dates = firstWords(kinds.slice(0, KINDS));
  return message(`Ask for ${reports.map(({ title }) => title).join(' or ')} in plain words: ${command} ${usual?.examples[0]}`, [
    ...(topic === null ? [] : [section(plain(`There is no help on “${topic}”, but on these:`))]),
    header('Ask in plain words'),
    section(mrkdwn(lines.join('\n'))),
    section(mrkdwn(`*Dates* – ${codes(dates)}\n*Filters* – ${codes(usualForms(FILTER_NAMES))}`)),
    context([
      `Add ${['by hour', 'by day', 'by weekday'].map(code).join(', ')} to split. More: ${code(`${command} help ${usual?.name}`)}`,
      `Add ${FORMS.flatMap(sayForm).map(code).join(', ')} to choose how it is shown.`,
      `Mention me in a channel, or write to me. In that thread go on with ${FOLLOW_UPS.map(code).join(', ')}; where I don't answer, mention me.`,
    ]),
    ...buttons([
      ...reports.flatMap(({ title, examples }) => examples.slice(0, 1).map((words) => ({ label: title, words }))),
      { label: 'Dates', words: 'help dates' },
      { label: 'Filters', words: 'help filters' },
      ...(commands.length === 0 ? [] : [{ label: 'Commands', words: 'help commands' }]),
    ]),
  ]);
}

function reportHelp({ title, description, explanation, aliases, examples, api: [method] }: Report, { command }: Help): Message {
  const details = method ? [`*Split by* ${distributionsOf(method).join(', ')}`, `*Narrow* ${codes(usualForms(filtersOf(method)))}`] : [];
  return message(`${title}: ${description}`, [
    header(title),
    section(plain(description)),
    ...(explanation ? [section(plain(explanation))] : []),
    section(mrkdwn([...details, `*Also called* ${aliases.map(mrkdwnText).join(', ')}`].join('\n'))),
    context([`Type ${code(`${command} ${examples[0] ?? ''}`)} or press:`]),
    ...buttons([...examples.map((words) => ({ label: words, words })), ALL_HELP]),
  ]);
}

/** The first example of each kind. */
const firstWords = (kinds: readonly DateKind[]): string[] =>
  kinds.flatMap(({ examples }) => examples.slice(0, 1)).map(({ words }) => words);

/** Every kind in a block of its own, so that a phone folds none of them into another. */
function datesHelp({ reports: [usual], dates, now }: Help): Message {
  const meaning = ({ words, range, baseline }: DateExample) => {
    const days = [range, ...(baseline ? [baseline] : [])].map((each) => rangeInThatYear(each, now)).join(' vs ');
    return `${code(words)} ${mrkdwnText(days)}`;
  };
  const pressed = usual ? firstWords(dates.slice(0, BUTTONS)) : [];
  return message(`Dates can be written like ${firstWords(dates.slice(0, BUTTONS)).join(', ')}.`, [
    header('Dates'),
    section(plain('Write them behind the report. Asked now, they mean:')),
    ...dates.map(({ name, examples }) => section(mrkdwn([`*${mrkdwnText(name)}*`, ...examples.map(meaning)].join('\n')))),
    context(['They are read in your own time zone, and every answer says which days it means.']),
    ...buttons([...pressed.map((date) => ({ label: `${usual?.title}, ${date}`, words: `${usual?.name} ${date}` })), ALL_HELP]),
  ]);
}

function filtersHelp({ reports, command }: Help): Message {
  const lines = FILTER_NAMES.map((name) => `${FILTER_FORMS[name].typed.map(code).join(' or ')} – ${mrkdwnText(FILTER_FORMS[name].keeps)}`);
  const example = `${command} ${reports[0]?.examples[0]}`;
  return message(`Filters narrow a report: ${example} ${usualForms(FILTER_NAMES)[0]}`, [
    header('Filters'),
    section(plain('Write them behind the report. They count only:')),
    section(mrkdwn(lines.join('\n'))),
    context([`Several names of one filter mean any of them, several filters all of them: ${code(`${example} group:2,5 -tag:spam`)}`]),
    ...buttons([
      ...reports.slice(0, BUTTONS).map(({ title, name }) => ({ label: `${title}, last week, tagged`, words: `${name} last week tagged` })),
      ALL_HELP,
    ]),
  ]);
}

/** How filters are usually typed. */
function usualForms(names: readonly FilterName[]): string[] {
  return names.flatMap((name) => FILTER_FORMS[name].typed.slice(0, 1));
}

function commandHelp({ usage, description, aliases, examples }: CommandHelp, { command }: Help): Message {
  return message(`${command} ${usage}: ${description}`, [
    header(`${command} ${usage}`),
    section(plain(description)),
    section(mrkdwn(examples.map((words) => code(`${command} ${words}`)).join('\n'))),
    ...(aliases.length === 0 ? [] : [context([`Also ${codes(aliases)}`])]),
    ...buttons([{ label: 'All commands', words: 'help commands' }, ALL_HELP]),
  ]);
}

function commandsHelp(help: Help): Message {
  const lines = typed(help).map(({ usage, description }) => `${code(usage)} – ${mrkdwnText(description)}`);
  return message(
    `Besides reports I understand ${typed(help)
      .map(({ name }) => name)
      .join(', ')}.`,
    [
      header('Commands'),
      ...inSections(lines),
      context([`Type them after ${code(help.command)}; ${code(`${help.command} help schedule`)} says more about one.`]),
      ...buttons([ALL_HELP]),
    ],
  );
}

/** A section holds 3,000 characters, and so many lines of ours at most. */
const LINES = 8;

function inSections(lines: readonly string[]): KnownBlock[] {
  const starts = lines.map((_, index) => index).filter((index) => index % LINES === 0);
  return starts.map((start) => section(mrkdwn(lines.slice(start, start + LINES).join('\n'))));
}

const codes = (phrases: readonly string[]): string => phrases.map(code).join(' · ');

/** As it is typed. */
function code(words: string): string {
  return `\`${mrkdwnText(words)}\``;
}
