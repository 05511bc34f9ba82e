import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SETTINGS } from '../src/config.ts';
import { validateBlocks } from './slack-double/block-kit/validate.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const README = read('README.md');

describe('the documents', () => {
  test('the README’s table lists every setting with its default and meaning', () => {
    const rows = SETTINGS.map(
      ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback === null ? '–' : `\`${fallback}\``} | ${meaning} |`,
    );
    const table = README.split('\n').filter((line) => /^\| `[A-Z_]+` \|/.test(line));
    expect(table).toEqual(rows);
  });

  test('.env.example has a line for every setting, in the same order', () => {
    const lines = SETTINGS.map(({ name, fallback }) => `#?${name}=${fallback ?? ''}`);
    const found = read('.env.example')
      .split('\n')
      .filter((line) => /^#? ?[A-Z_]+=/.test(line))
      .map((line) => `#?${line.replace(/^#? ?/, '')}`);
    expect(found).toEqual(lines);
  });

  test('every npm script that a document names exists, and there are at most ten', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = ['README.md', 'CONTRIBUTING.md', 'docs/sandbox.md', 'docs/running.md', '.ci/run'].flatMap((path) =>
      [...read(path).matchAll(/npm (?:run (?:-s )?([a-z]+)|(start|test))\b/g)].map((match) => match[1] ?? match[2] ?? ''),
    );
    expect(named.filter((name) => !Object.keys(scripts).includes(name))).toEqual([]);
    expect(Object.keys(scripts).length).toBeLessThanOrEqual(10);
  });

  test('every link to a file leads somewhere', () => {
    const documents = [
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'docs/ARCHITECTURE.md',
      'docs/sandbox.md',
      'docs/dates.md',
      'docs/data.md',
      'docs/running.md',
    ];
    const dead = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map((match) => join(dirname(path), match[1] ?? ''))
        .filter((target) => !existsSync(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(dead).toEqual([]);
  });

  test('the manifest for HTTP differs from the other in how Slack reaches the bot, and in nothing else', () => {
    const body = (path: string) =>
      read(path)
        .split('\n')
        .filter((line) => !line.startsWith('#'));
    const overHttp = body('docs/manifest.http.yml').filter(
      (line) => !/^\s+(request_)?url: https:\/\/reports\.example\.com\/slack\/events$/.test(line),
    );
    expect(overHttp.map((line) => line.replace('socket_mode_enabled: false', 'socket_mode_enabled: true'))).toEqual(body('manifest.yml'));
  });

  test('every scope in the manifest has its reason above it', () => {
    const lines = read('manifest.yml').split('\n');
    const first = lines.indexOf('    bot:') + 1;
    const scopes = lines.slice(first, lines.indexOf('settings:'));
    const unexplained = scopes.filter((line, index) => line.startsWith('      - ') && !scopes[index - 1]?.startsWith('      # '));
    expect({ unexplained, count: scopes.filter((line) => line.startsWith('      - ')).length }).toEqual({ unexplained: [], count: 13 });
  });

  test('every message of the gallery is one that Slack takes', () => {
    const folder = 'docs/gallery';
    const messages = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const refused = messages.flatMap((name) =>
      validateBlocks(JSON.parse(read(join(folder, name))).blocks, 'message').map((each) => [name, each]),
    );
    expect({ refused, isEmpty: messages.length === 0 }).toEqual({ refused: [], isEmpty: false });
  });
});
