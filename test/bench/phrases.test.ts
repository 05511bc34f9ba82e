import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { judge, type Verdict } from '../../bench/phrases/judge.ts';
import { MOMENTS, momentOf, PHRASES, type Phrase } from '../../bench/phrases/phrase.ts';
import { type Answer, answerOf } from '../../bench/phrases/reader.ts';

const ALL = [...PHRASES.values()].flat();

const answer = (phrase: Phrase): Answer => answerOf(phrase.words, { ...momentOf(phrase) });

function isRight(phrase: Phrase): boolean {
  const { means } = phrase;
  const read = answer(phrase);
  const isTold = !('expect' in means) || means.expect === 'no date' || 'error' in read;
  return isTold && judge(read, phrase) === 'right';
}

describe('the phrases', () => {
  test('every one is read as people mean it', () => {
    const wrong = ALL.filter((phrase) => !isRight(phrase)).map(({ words }) => words);
    expect(wrong).toEqual([]);
  });

  test('none is there twice, and every moment is used', () => {
    const known = ALL.map(({ words, at }) => `${words} @ ${at}`);
    expect(known.filter((each, index) => known.indexOf(each) !== index)).toEqual([]);
    expect([...MOMENTS.keys()].filter((name) => !ALL.some(({ at }) => at === name))).toEqual([]);
  });

  test('every expected range ends after it begins, and its readings differ', () => {
    const odd = ALL.filter(({ means }) => {
      if ('expect' in means) return false;
      const ranges = [means, ...(means.alternates ?? [])];
      const said = ranges.map(({ start, end }) => `${start} ${end}`);
      return new Set(said).size < said.length || ranges.some(({ start, end }) => start !== null && end !== null && start >= end);
    });
    expect(odd).toEqual([]);
  });

  test('the page shows what is read today; if it does not, run npx tsx bench/phrases/peers.ts', () => {
    const shown = readFileSync('docs/dates.md', 'utf8').split('\n');
    const missing = [...PHRASES].flatMap(([name, phrases]) => {
      const verdicts = phrases.map((phrase) => judge(answer(phrase), phrase));
      const counts = (['right', 'wrong', 'none'] as const).map((verdict) => verdicts.filter((each) => each === verdict).length);
      const row = `| ${name.replaceAll('-', ' ')} | ${phrases.length} | ${counts.join(' / ')} |`;
      return shown.some((line) => line.startsWith(row)) ? [] : [row];
    });
    expect(missing).toEqual([]);
  });
});

describe('the judge', () => {
  const thisWeek: Phrase = { words: 'this week', at: 'warsaw', means: { start: '2026-11-16', end: '2026-11-23' } };
  const start = '2026-11-16T00:00:00+01:00';
  const since: Phrase = { words: 'since monday', at: 'warsaw', means: { start: '2026-11-16', end: null } };
  const october: Phrase = { words: 'october', at: 'warsaw', means: { start: '2026-10-01', end: '2026-11-01' } };
  const mondays: Phrase = {
    words: 'mondays in october',
    at: 'warsaw',
    means: { start: '2026-10-01', end: '2026-11-01', only: { days: [1] } },
  };
  const versus: Phrase = {
    words: 'october vs september',
    at: 'warsaw',
    means: { start: '2026-10-01', end: '2026-11-01', compare: { start: '2026-09-01', end: '2026-10-01' } },
  };
  const nothing: Phrase = { words: 'top agents', at: 'warsaw', means: { expect: 'no date' } };
  const inOctober = { start: '2026-10-01T00:00:00+02:00', end: '2026-11-01T00:00:00+01:00' };
  const inSeptember = { start: '2026-09-01T00:00:00+02:00', end: '2026-10-01T00:00:00+02:00' };

  test.each<[string, Phrase, Answer, Verdict]>([
    ['the whole of what goes on', thisWeek, { start, end: '2026-11-23T00:00:00+01:00' }, 'right'],
    ['an inclusive end', thisWeek, { start, end: '2026-11-22T23:59:59.999+01:00' }, 'right'],
    ['cut at now', thisWeek, { start, end: '2026-11-18T10:20:00+01:00' }, 'right'],
    ['cut at the end of today', thisWeek, { start, end: '2026-11-19T00:00:00+01:00' }, 'right'],
    ['cut before today', thisWeek, { start, end: '2026-11-18T00:00:00+01:00' }, 'wrong'],
    ['a day too long', thisWeek, { start, end: '2026-11-24T00:00:00+01:00' }, 'wrong'],
    ['an open end', since, { start, end: null }, 'right'],
    ['an open end until now', since, { start, end: '2026-11-18T10:20:00+01:00' }, 'right'],
    ['a past range that is cut', october, { start: inOctober.start, end: '2026-10-31T00:00:00+01:00' }, 'wrong'],
    ['midnight of another zone', october, { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z' }, 'wrong'],
    ['no answer', october, { none: true }, 'none'],
    ['narrowed as meant', mondays, { ...inOctober, filter: { days: [1] } }, 'right'],
    ['not narrowed', mondays, inOctober, 'wrong'],
    ['narrowed where that is not meant', october, { ...inOctober, filter: { days: [1] } }, 'wrong'],
    ['compared as meant', versus, { ...inOctober, compare: inSeptember }, 'right'],
    ['not compared', versus, inOctober, 'wrong'],
    ['compared where that is not meant', october, { ...inOctober, compare: inSeptember }, 'wrong'],
    ['a range where there is none', nothing, inOctober, 'wrong'],
    ['none where there is none', nothing, { none: true }, 'right'],
  ])('%s', (_, phrase, given, verdict) => {
    expect(judge(given, phrase)).toEqual(verdict);
  });
});
