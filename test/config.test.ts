import { describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig } from '../src/config.ts';

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', LIVECHAT_TOKEN: 'sandbox:token' };

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  test('three are enough for Socket Mode', () => {
    expect(loadConfig(SOCKET)).toEqual({
      slack: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: 'https://slack.com/api/' },
      liveChat: { apiUrl: 'https://api.livechatinc.com', version: '3.6', credentials: { bearer: 'sandbox:token' } },
      charts: { delivery: 'upload', quickChart: null, fontFolder: null },
      databaseUrl: 'file:./data/livechat-reports.db',
      publicUrl: null,
      port: 3000,
      zone: 'UTC',
      weekStart: 'monday',
      logLevel: 'info',
      secrets: ['xoxb-1', 'xapp-1', 'sandbox:token'],
    });
  });

  test('HTTP, a personal access token, a QuickChart server and the rest', () => {
    expect(
      loadConfig({
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_SIGNING_SECRET: 'signing',
        SLACK_API_URL: 'http://localhost:3001/api/',
        LIVECHAT_API_URL: 'http://localhost:3002/',
        LIVECHAT_API_VERSION: '3.2',
        LIVECHAT_ACCOUNT_ID: 'b7e',
        LIVECHAT_PAT: 'us-south1:pat',
        DATABASE_URL: 'postgres://reports:p%40ss@db.example.com/reports',
        QUICKCHART_URL: 'https://quickchart.io/',
        QUICKCHART_KEY: 'q-key',
        CHART_DELIVERY: 'url',
        PUBLIC_URL: 'https://reports.example.com/',
        PORT: '8080',
        DEFAULT_TIMEZONE: 'Asia/Kolkata',
        WEEK_START: 'sunday',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      slack: { mode: 'http', botToken: 'xoxb-1', signingSecret: 'signing', apiUrl: 'http://localhost:3001/api/' },
      liveChat: { apiUrl: 'http://localhost:3002', version: '3.2', credentials: { accountId: 'b7e', pat: 'us-south1:pat' } },
      charts: { delivery: 'url', quickChart: { url: 'https://quickchart.io', key: 'q-key' }, fontFolder: null },
      databaseUrl: 'postgres://reports:p%40ss@db.example.com/reports',
      publicUrl: 'https://reports.example.com',
      port: 8080,
      zone: 'Asia/Kolkata',
      weekStart: 'sunday',
      logLevel: 'debug',
      secrets: ['xoxb-1', 'signing', 'us-south1:pat', 'postgres://reports:p%40ss@db.example.com/reports', 'q-key', 'p%40ss', 'p@ss'],
    });
  });

  test('an empty environment is told everything that is missing, at once', () => {
    expect(problemsOf({})).toEqual([
      'SLACK_BOT_TOKEN is missing: it is under “OAuth & Permissions” of the Slack app.',
      'SLACK_APP_TOKEN is missing: make one with the scope connections:write under “Basic Information” (or, for HTTP, set SLACK_SIGNING_SECRET).',
      'LIVECHAT_ACCOUNT_ID and LIVECHAT_PAT are missing: make a personal access token with the scope reports_read (or set LIVECHAT_TOKEN).',
    ]);
  });

  test.each([
    [
      { SLACK_SIGNING_SECRET: 's' },
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: keep the first for Socket Mode, the second for HTTP.',
    ],
    [
      { LIVECHAT_PAT: 'p', LIVECHAT_ACCOUNT_ID: 'a' },
      'LIVECHAT_TOKEN and LIVECHAT_ACCOUNT_ID/LIVECHAT_PAT are both set: keep one, an access token or a personal access token.',
    ],
    [{ LIVECHAT_TOKEN: '', LIVECHAT_PAT: 'p' }, 'LIVECHAT_ACCOUNT_ID is missing: LIVECHAT_PAT needs the account id shown beside it.'],
    [
      { LIVECHAT_TOKEN: ' ', LIVECHAT_ACCOUNT_ID: 'a' },
      'LIVECHAT_PAT is missing: LIVECHAT_ACCOUNT_ID needs the personal access token made with it.',
    ],
    [{ CHART_DELIVERY: 'url' }, 'PUBLIC_URL is missing: with CHART_DELIVERY=url Slack fetches pictures from it (or set QUICKCHART_URL).'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL is not file:… or postgres://….'],
    [{ QUICKCHART_KEY: 'k' }, 'QUICKCHART_URL is missing: QUICKCHART_KEY is for it.'],
    [{ SLACK_BOT_TOKEN: 'xapp-swapped' }, 'SLACK_BOT_TOKEN is not a bot token, which begins with xoxb-.'],
    [{ LIVECHAT_API_VERSION: '3.7' }, 'LIVECHAT_API_VERSION is not one of 3.2, 3.3, 3.4, 3.5, 3.6, auto.'],
    [{ DEFAULT_TIMEZONE: 'Mars/Olympus' }, 'DEFAULT_TIMEZONE is not an IANA time zone such as Europe/Warsaw.'],
    [{ PORT: 'http' }, 'PORT is not a port number.'],
    [{ PORT: '99999' }, 'PORT is not a port number.'],
    [{ LIVECHAT_API_URL: 'ftp://x' }, 'LIVECHAT_API_URL is not an http(s) address.'],
  ])('%j is refused in words', (change, problem) => {
    expect(problemsOf({ ...SOCKET, ...(change as Record<string, string>) })).toEqual([problem]);
  });

  test('a refused value is never repeated, as it may be a secret in the wrong place', () => {
    expect(problemsOf({ ...SOCKET, SLACK_BOT_TOKEN: 'hunter2', PORT: 'hunter2' }).join()).not.toContain('hunter2');
  });
});
