import { z } from 'zod';
import { API_VERSIONS, type ApiVersion } from './model/api-version.ts';
import { isZone, WEEK_STARTS, type WeekStart, type Zone } from './model/time.ts';

/** One setting of the environment. The README's table and `.env.example` are compared with this list. */
export interface Setting {
  readonly name: string;
  /** What counts when it is unset; null: nothing does. */
  readonly fallback: string | null;
  readonly secret: boolean;
  readonly meaning: string;
}

const setting = (name: string, fallback: string | null, meaning: string): Setting => ({ name, fallback, secret: false, meaning });
const secret = (name: string, meaning: string, fallback: string | null = null): Setting => ({ name, fallback, secret: true, meaning });

export const SETTINGS: readonly Setting[] = [
  secret('SLACK_BOT_TOKEN', 'the bot token, `xoxb-…`'),
  secret('SLACK_APP_TOKEN', 'the app-level token, `xapp-…`: Socket Mode, no public URL needed'),
  secret('SLACK_SIGNING_SECRET', 'HTTP mode instead of Socket Mode: Slack posts to `/slack/events`'),
  setting('SLACK_API_URL', 'https://slack.com/api/', 'where the Web API is (a local Slack, a proxy)'),
  setting('LIVECHAT_API_URL', 'https://api.livechatinc.com', 'base of the Reports API'),
  setting('LIVECHAT_API_VERSION', '3.6', `${API_VERSIONS.join(', ')}, or auto: the newest that answers`),
  secret('LIVECHAT_TOKEN', 'OAuth access token, sent as `Bearer`'),
  setting('LIVECHAT_ACCOUNT_ID', null, 'with `LIVECHAT_PAT`: the account id (a UUID) that the token belongs to'),
  secret('LIVECHAT_PAT', 'personal access token, sent as `Basic`'),
  secret(
    'DATABASE_URL',
    'where schedules, saved reports and preferences are kept: a file, or `postgres://…`, which several processes may share',
    'file:./data/livechat-reports.db',
  ),
  setting('QUICKCHART_URL', null, 'a QuickChart server, quickchart.io or your own; unset: drawn in this process, data never leaves'),
  secret('QUICKCHART_KEY', 'key for a QuickChart server that wants one'),
  setting('CHART_DELIVERY', 'upload', '`upload`: bytes to Slack · `url`: an address, ours (needs `PUBLIC_URL`) or the QuickChart server’s'),
  setting(
    'CHART_FONT_DIR',
    null,
    'further fonts (`.ttf`, `.otf`, `.woff2`) for charts, beyond Latin, Cyrillic, Greek, Chinese, Japanese, Korean and emoji',
  ),
  setting('PUBLIC_URL', null, 'where people and Slack reach this process, `https://…`'),
  setting('PORT', '3000', 'HTTP: Slack’s requests, pictures, `/healthz`, `/readyz`'),
  setting('DEFAULT_TIMEZONE', 'UTC', 'for people whose zone Slack does not tell'),
  setting('WEEK_START', 'monday', WEEK_STARTS.join(', ')),
  setting('LOG_LEVEL', 'info', 'debug, info, warn, error'),
];

export type SlackConnection =
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string };

export type LiveChatCredentials = { readonly bearer: string } | { readonly accountId: string; readonly pat: string };

export interface Config {
  readonly slack: SlackConnection & { readonly apiUrl: string };
  readonly liveChat: { readonly apiUrl: string; readonly version: ApiVersion | 'auto'; readonly credentials: LiveChatCredentials };
  readonly charts: {
    readonly delivery: 'upload' | 'url';
    readonly quickChart: { readonly url: string; readonly key: string | null } | null;
    readonly fontFolder: string | null;
  };
  readonly databaseUrl: string;
  readonly publicUrl: string | null;
  readonly port: number;
  readonly zone: Zone;
  readonly weekStart: WeekStart;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Every value that must never be seen: the log takes them out wherever they turn up. */
  readonly secrets: readonly string[];
}

/** Everything that is wrong with the environment, one sentence each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const httpUrl = z.url({ protocol: /^https?$/ });
const SHAPES: Readonly<Record<string, { readonly shape: z.ZodType; readonly wanted: string }>> = {
  SLACK_BOT_TOKEN: { shape: z.string().startsWith('xoxb-'), wanted: 'a bot token, which begins with xoxb-' },
  SLACK_APP_TOKEN: { shape: z.string().startsWith('xapp-'), wanted: 'an app-level token, which begins with xapp-' },
  SLACK_API_URL: { shape: httpUrl, wanted: 'an http(s) address' },
  LIVECHAT_API_URL: { shape: httpUrl, wanted: 'an http(s) address' },
  LIVECHAT_API_VERSION: { shape: z.enum([...API_VERSIONS, 'auto']), wanted: `one of ${API_VERSIONS.join(', ')}, auto` },
  DATABASE_URL: { shape: z.string().regex(/^(?:file:.|postgres(?:ql)?:\/\/.)/), wanted: 'file:… or postgres://…' },
  QUICKCHART_URL: { shape: httpUrl, wanted: 'an http(s) address' },
  CHART_DELIVERY: { shape: z.enum(['upload', 'url']), wanted: 'upload or url' },
  PUBLIC_URL: { shape: httpUrl, wanted: 'an http(s) address' },
  PORT: { shape: z.coerce.number().int().min(0).max(65_535), wanted: 'a port number' },
  DEFAULT_TIMEZONE: { shape: z.string().refine(isZone), wanted: 'an IANA time zone such as Europe/Warsaw' },
  WEEK_START: { shape: z.enum(WEEK_STARTS), wanted: WEEK_STARTS.join(', ') },
  LOG_LEVEL: { shape: z.enum(['debug', 'info', 'warn', 'error']), wanted: 'debug, info, warn or error' },
};

/** Reads all settings and reports all problems at once. An empty value counts as unset. */
export function loadConfig(environment: Environment): Config {
  const values = new Map(SETTINGS.map(({ name, fallback }) => [name, environment[name]?.trim() || fallback]));
  const value = (name: string): string | null => values.get(name) ?? null;
  const problems = [...shapeProblems(value), ...slackProblems(value), ...liveChatProblems(value), ...chartProblems(value)];
  if (problems.length > 0) throw new ConfigError(problems);

  const quickChartUrl = value('QUICKCHART_URL');
  const text = (name: string): string => value(name) ?? '';
  return {
    slack: { ...slackConnection(text), apiUrl: text('SLACK_API_URL') },
    liveChat: {
      apiUrl: text('LIVECHAT_API_URL').replace(/\/+$/, ''),
      version: text('LIVECHAT_API_VERSION') as ApiVersion | 'auto',
      credentials: value('LIVECHAT_TOKEN')
        ? { bearer: text('LIVECHAT_TOKEN') }
        : { accountId: text('LIVECHAT_ACCOUNT_ID'), pat: text('LIVECHAT_PAT') },
    },
    charts: {
      delivery: text('CHART_DELIVERY') as 'upload' | 'url',
      quickChart: quickChartUrl === null ? null : { url: quickChartUrl.replace(/\/+$/, ''), key: value('QUICKCHART_KEY') },
      fontFolder: value('CHART_FONT_DIR'),
    },
    databaseUrl: text('DATABASE_URL'),
    publicUrl: value('PUBLIC_URL')?.replace(/\/+$/, '') ?? null,
    port: Number(text('PORT')),
    zone: text('DEFAULT_TIMEZONE'),
    weekStart: text('WEEK_START') as WeekStart,
    logLevel: text('LOG_LEVEL') as Config['logLevel'],
    secrets: [
      ...SETTINGS.filter((known) => known.secret && value(known.name) !== known.fallback).flatMap(({ name }) => value(name) ?? []),
      ...passwordIn(text('DATABASE_URL')),
    ],
  };
}

/** The one setting that administrative commands need which do not run the bot. */
export function databaseUrlOf(environment: Environment): string {
  const url = environment.DATABASE_URL?.trim() || (SETTINGS.find(({ name }) => name === 'DATABASE_URL')?.fallback ?? '');
  const problems = shapeProblems((name) => (name === 'DATABASE_URL' ? url : null));
  if (problems.length > 0) throw new ConfigError(problems);
  return url;
}

type Lookup = (name: string) => string | null;

function shapeProblems(value: Lookup): string[] {
  return Object.entries(SHAPES).flatMap(([name, { shape, wanted }]) => {
    const given = value(name);
    // The value is not repeated: it may be a secret pasted into the wrong place.
    return given !== null && !shape.safeParse(given).success ? [`${name} is not ${wanted}.`] : [];
  });
}

function slackProblems(value: Lookup): string[] {
  const problems = [];
  if (!value('SLACK_BOT_TOKEN')) problems.push('SLACK_BOT_TOKEN is missing: it is under “OAuth & Permissions” of the Slack app.');
  if (value('SLACK_APP_TOKEN') && value('SLACK_SIGNING_SECRET')) {
    problems.push('SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: keep the first for Socket Mode, the second for HTTP.');
  }
  if (!value('SLACK_APP_TOKEN') && !value('SLACK_SIGNING_SECRET')) {
    problems.push(
      'SLACK_APP_TOKEN is missing: make one with the scope connections:write under “Basic Information” (or, for HTTP, set SLACK_SIGNING_SECRET).',
    );
  }
  return problems;
}

function liveChatProblems(value: Lookup): string[] {
  const bearer = value('LIVECHAT_TOKEN');
  const accountId = value('LIVECHAT_ACCOUNT_ID');
  const pat = value('LIVECHAT_PAT');
  if (bearer && (accountId || pat)) {
    return ['LIVECHAT_TOKEN and LIVECHAT_ACCOUNT_ID/LIVECHAT_PAT are both set: keep one, an access token or a personal access token.'];
  }
  if (bearer || (accountId && pat)) return [];
  if (accountId) return ['LIVECHAT_PAT is missing: LIVECHAT_ACCOUNT_ID needs the personal access token made with it.'];
  if (pat) return ['LIVECHAT_ACCOUNT_ID is missing: LIVECHAT_PAT needs the account id shown beside it.'];
  return [
    'LIVECHAT_ACCOUNT_ID and LIVECHAT_PAT are missing: make a personal access token with the scope reports_read (or set LIVECHAT_TOKEN).',
  ];
}

function chartProblems(value: Lookup): string[] {
  const problems = [];
  if (value('CHART_DELIVERY') === 'url' && !value('QUICKCHART_URL') && !value('PUBLIC_URL')) {
    problems.push('PUBLIC_URL is missing: with CHART_DELIVERY=url Slack fetches pictures from it (or set QUICKCHART_URL).');
  }
  if (value('QUICKCHART_KEY') && !value('QUICKCHART_URL')) {
    problems.push('QUICKCHART_URL is missing: QUICKCHART_KEY is for it.');
  }
  return problems;
}

/** A database's password turns up alone as well: in what its server says. */
function passwordIn(url: string): string[] {
  const { password } = URL.canParse(url) ? new URL(url) : { password: '' };
  const decoded = new URLSearchParams(`of=${password.replaceAll('+', '%2B')}`).get('of') ?? '';
  return password === '' ? [] : [password, decoded];
}

function slackConnection(text: (name: string) => string): SlackConnection {
  const botToken = text('SLACK_BOT_TOKEN');
  const appToken = text('SLACK_APP_TOKEN');
  return appToken ? { mode: 'socket', botToken, appToken } : { mode: 'http', botToken, signingSecret: text('SLACK_SIGNING_SECRET') };
}
