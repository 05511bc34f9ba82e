import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { REPORTS } from '../../src/reports/index.ts';

const NOT_REPORTS = ['index.ts', 'method.ts', 'report.ts'];

describe('the catalogue', () => {
  test('holds every report file of its folder', async () => {
    const files = readdirSync('src/reports').filter((name) => name.endsWith('.ts') && !NOT_REPORTS.includes(name));
    const exported = await Promise.all(files.map(async (name): Promise<object> => import(`../../src/reports/${name}`)));
    expect(new Set(exported.flatMap((module) => Object.values(module)))).toEqual(new Set(REPORTS));
  });

  test('calls no two reports by one word', () => {
    const words = REPORTS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(words).size).toBe(words.length);
  });

  test('has examples that begin with their report', () => {
    expect(
      REPORTS.filter(({ name, examples }) => examples.length === 0 || !examples.every((words) => words.startsWith(`${name} `))),
    ).toEqual([]);
  });

  test('has one method for every version', () => {
    for (const { api } of REPORTS) {
      expect(api.map(({ since, until }) => [since, until])).toEqual([
        ['3.4', undefined],
        ['3.2', '3.3'],
      ]);
    }
  });
});
