import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Evidence, findingsIn } from '../../../src/insights/findings/index.ts';
import type { Distribution } from '../../../src/model/query.ts';
import { CHATS, CHATTING, daysFrom, evidence, type Given, tag } from './given.ts';

const values = (length: number) =>
  fc.array(fc.oneof(fc.nat({ max: 400 }), fc.constant(0), fc.nat({ max: 1_000_000 }), fc.constant(null)), {
    minLength: length,
    maxLength: length,
  });
const DAYS = 14;
const givens: fc.Arbitrary<Given> = fc
  .record({
    distribution: fc.constantFrom<Distribution>('day', 'hour', 'weekday', 'day-hours', 'week', 'month'),
    names: fc.uniqueArray(fc.constantFrom('refund', 'refunds', 'vip', 'order status', '__proto__', 'a “b”. C'), {
      minLength: 0,
      maxLength: 5,
    }),
    isCompared: fc.boolean(),
  })
  .chain(({ distribution, names, isCompared }) => {
    const columns = names.length > 0 ? names.map(tag) : [CHATS, CHATTING];
    const numbers = fc.array(values(DAYS), { minLength: columns.length, maxLength: columns.length });
    const measured = numbers.map((all) => columns.map((column, index) => [column, all[index] ?? []] as const));
    return fc.record({ now: measured, before: measured }).map(({ now, before }) => ({
      range: daysFrom('2026-11-02', DAYS),
      beforeRange: { ...daysFrom('2026-10-19', DAYS), label: 'the 2 weeks before' },
      distribution,
      now,
      ...(isCompared && { before }),
    }));
  });

describe('whatever the numbers are', () => {
  test('findings are the same again, and in whatever order columns and rows come', () => {
    const shuffled = ({ columns, rows, rowLabel }: Evidence['table']) => {
      const order = columns.map((_, index) => index).reverse();
      return {
        rowLabel,
        columns: order.flatMap((index) => columns[index] ?? []),
        rows: [...rows].reverse().map((row) => ({ ...row, values: order.map((index) => row.values[index] ?? null) })),
      };
    };
    // In another order the numbers behind a finding are listed in that order.
    const said = (given: Evidence) => findingsIn(given).map(({ numbers: _, ...rest }) => rest);
    fc.assert(
      fc.property(givens, (given) => {
        const one = evidence(given);
        expect(findingsIn(evidence(given))).toEqual(findingsIn(one));
        const { baseline } = one;
        const other = { ...one, table: shuffled(one.table), baseline: baseline && { ...baseline, table: shuffled(baseline.table) } };
        expect(said(other)).toEqual(said(one));
      }),
      { numRuns: 60 },
    );
  });

  test('every number of a sentence is among the numbers of its finding, and all are numbers', () => {
    fc.assert(
      fc.property(givens, (given) => {
        for (const { sentence, numbers, score } of findingsIn(evidence(given))) {
          const behind = numbers.map(({ label, value }) => `${label} ${value}`).join(' ');
          const [, difference = ''] = /, (\S+) (?:more|fewer) than/.exec(sentence) ?? [];
          const said = sentence.replace(/\([+−]\d+%\)/, '').replace(difference === '' ? '\0' : `${difference} `, '');
          // What the range is called has a number of its own, and so has what is left out of a list.
          for (const number of said.replace(/the 2 weeks before|and \d+ more/g, '').match(/\d[\d,]*/g) ?? [])
            expect(behind).toContain(number.replace(/,$/, ''));
          expect(`${sentence} ${behind} ${score}`).not.toMatch(/NaN|Infinity|undefined|null/);
          expect(score >= 0 && score < 100 && sentence.length < 250).toBe(true);
        }
      }),
    );
  });

  test('nothing is found where nothing was counted, or where all is as ever', () => {
    const names = [tag('refund'), tag('vip')];
    fc.assert(
      fc.property(
        fc.nat({ max: 5000 }),
        fc.boolean(),
        fc.constantFrom<Distribution>('day', 'hour', 'weekday', 'week'),
        (each, isTags, distribution) => {
          // Whole weeks of days, so that no row is cut.
          const flat = (isTags ? names : [CHATS]).map((column) => [column, Array.from({ length: 24 * DAYS }, () => each)] as const);
          const given = {
            range: daysFrom('2026-11-02', DAYS),
            beforeRange: daysFrom('2026-10-19', DAYS),
            distribution,
            now: flat,
            before: flat,
          };
          expect(findingsIn(evidence(given))).toEqual([]);
        },
      ),
    );
  });
});
