import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const SRC = resolve('src');
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
const SOURCES = files(SRC);
const room = (path: string): string => relative(SRC, path).split('/')[0] ?? '';
const IMPORT = /(?:^|\n)(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g;
const importsOf = (path: string): string[] => [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');

/** Who may know whom: a room may import itself and the rooms named here. */
const PURE = ['model', 'language', 'recurrence', 'charts', 'reports', 'insights', 'presentation'];
const EDGE = [...PURE, 'usecases', 'config.ts', 'log.ts'];
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  recurrence: ['model'],
  language: ['model', 'recurrence'],
  charts: ['model'],
  reports: ['model', 'charts'],
  insights: ['model', 'charts', 'reports'],
  presentation: ['model', 'language', 'recurrence', 'charts', 'reports', 'insights'],
  usecases: PURE,
  livechat: EDGE,
  images: EDGE,
  slack: EDGE,
  storage: EDGE,
  scheduler: EDGE,
  web: EDGE,
  sandbox: ['model'],
  'config.ts': ['model'],
  'log.ts': ['model', 'usecases'],
  'product.ts': [...PURE, 'usecases'],
  'drawing.ts': [...EDGE, 'images', 'slack', 'web'],
  'app.ts': [...EDGE, 'product.ts', 'drawing.ts', 'livechat', 'images', 'slack', 'storage', 'scheduler', 'web'],
  'admin.ts': [...EDGE, 'slack', 'storage'],
  'main.ts': ['app.ts', 'admin.ts', 'config.ts', 'log.ts', 'model'],
  'demo.ts': ['app.ts', 'config.ts', 'log.ts', 'model', 'sandbox'],
};

/** Each package has its home; types of Slack's and Chart.js's shapes are shared by those that make them. */
const HOMES: Record<string, readonly string[]> = {
  '@napi-rs/canvas': ['images'],
  '@slack/bolt': ['slack'],
  '@slack/types': ['presentation'],
  '@slack/web-api': ['slack'],
  'chart.js': ['charts', 'images'],
  'chrono-node': ['language'],
  kysely: ['storage'],
  libsql: ['storage'],
  'lru-cache': ['livechat', 'images', 'slack', 'scheduler'],
  'node-fetch': ['livechat'],
  pg: ['storage'],
  pino: ['log.ts'],
  'quickchart-js': ['images'],
  'temporal-polyfill': ['model'],
  zod: ['config.ts', 'livechat', 'reports', 'images', 'sandbox', 'slack', 'storage'],
};

const imports = SOURCES.flatMap((path) => importsOf(path).map((target) => ({ path, target })));

describe('the architecture', () => {
  test('every room imports only the rooms that it may know', () => {
    const forbidden = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ path, target }) => ({ from: relative(SRC, path), to: room(resolve(dirname(path), target)), home: room(path) }))
      .filter(({ to, home }) => to !== home && !MAY_IMPORT[home]?.includes(to))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(forbidden).toEqual([]);
  });

  test('every package is imported from its home only', () => {
    const astray = imports
      .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
      .map(({ path, target }) => ({
        from: relative(SRC, path),
        home: room(path),
        name: target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/'),
      }))
      .filter(({ home, name }) => !HOMES[name]?.includes(home))
      .map(({ from, name }) => `${from} → ${name}`);
    expect(astray).toEqual([]);
  });

  test('what main.ts starts never reaches the sandbox', () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const target of importsOf(path)) if (target.startsWith('.')) visit(resolve(dirname(path), target));
    };
    visit(join(SRC, 'main.ts'));
    expect([...reached].filter((path) => room(path) === 'sandbox')).toEqual([]);
  });

  test('only the entries read the environment or end the process', () => {
    const entries = ['main.ts', 'demo.ts', 'sandbox/main.ts'];
    const readers = SOURCES.filter((path) => /process\.(env|exit|argv)\b/.test(readFileSync(path, 'utf8'))).map((path) =>
      relative(SRC, path),
    );
    expect(readers.filter((path) => !entries.includes(path))).toEqual([]);
  });

  test('a file is one idea: none is over 400 lines, and all of src is under 30,500', () => {
    const lines = SOURCES.map((path) => ({ path: relative(SRC, path), lines: readFileSync(path, 'utf8').split('\n').length - 1 }));
    expect(lines.filter((file) => file.lines > 400)).toEqual([]);
    expect(lines.reduce((sum, file) => sum + file.lines, 0)).toBeLessThan(30_500);
  });

  test('no test replaces a module', () => {
    const mocking = files(resolve('test')).filter((path) => /jest\.(mock|unstable_mockModule|spyOn)\(/.test(readFileSync(path, 'utf8')));
    expect(mocking.map((path) => relative('test', path)).filter((path) => path !== 'architecture.test.ts')).toEqual([]);
  });

  test('every file of a family is in its list', () => {
    for (const { folder, shape } of [
      { folder: 'charts', shape: ['chart.ts', 'theme.ts', 'labels.ts', 'plot.ts', 'index.ts'] },
      { folder: 'reports', shape: ['report.ts', 'method.ts', 'index.ts', 'buckets', 'words', 'tags'] },
      {
        folder: 'language/date-range',
        shape: [
          ...['format.ts', 'index.ts', 'report-range.ts', 'whole-date.ts'],
          ...['duration.ts', 'period.ts', 'parts-of-period.ts', 'units.ts', 'vocabulary.ts', 'yearly.ts', 'chrono', 'clock'],
        ],
      },
    ]) {
      const list = importsOf(join(SRC, folder, 'index.ts')).map((target) => target.replace('./', ''));
      const members = readdirSync(join(SRC, folder)).filter((name) => !shape.includes(name));
      expect({ folder, missing: members.filter((name) => !list.includes(name)) }).toEqual({ folder, missing: [] });
    }
  });
});
