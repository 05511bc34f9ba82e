import { describe, expect, test } from '@jest/globals';
import { findingsIn } from '../../../src/insights/findings/index.ts';
import { evidence, foundBy, type Given, saidBy, tag, USUAL } from './given.ts';

describe('tags', () => {
  const steady = tag('order status');
  const week = (uses: number) => USUAL.map(() => uses);

  test('are new where nobody used them before, and gone where nobody does now', () => {
    const given: Given = {
      now: [
        [steady, week(100)],
        [tag('stove recall'), week(14)],
        [tag('rare'), [3]],
      ],
      before: [
        [steady, week(100)],
        [tag('promo'), week(2)],
        [tag('seldom'), [4]],
      ],
    };
    expect([foundBy('new tag', given), foundBy('gone tag', given)]).toEqual([
      [
        {
          kind: 'new tag',
          score: 71.1,
          sentence: '“stove recall” is new: 98 uses (the week before: none).',
          numbers: [
            { label: 'Uses of “stove recall”', value: '98' },
            { label: 'Uses of “stove recall”, the week before', value: '0' },
            { label: 'Tag uses', value: '801' },
            { label: 'Tag uses, the week before', value: '718' },
          ],
          about: 'tag stove recall',
        },
      ],
      [
        {
          kind: 'gone tag',
          score: 55.16,
          sentence: '“promo” was not used (the week before: 14 uses).',
          numbers: [
            { label: 'Uses of “promo”', value: '0' },
            { label: 'Uses of “promo”, the week before', value: '14' },
            { label: 'Tag uses', value: '801' },
            { label: 'Tag uses, the week before', value: '718' },
          ],
          about: 'tag promo',
        },
      ],
    ]);
  });

  test('have a share that moves', () => {
    const given = (uses: number): Given => ({
      now: [
        [steady, week(60 * uses)],
        [tag('refund'), week(40 * uses)],
      ],
      before: [
        [steady, week(80 * uses)],
        [tag('refund'), week(20 * uses)],
      ],
    });
    expect([foundBy('share', given(1))?.[1], saidBy('share', given(0.1))]).toEqual([
      {
        kind: 'share',
        score: 51.8,
        sentence: '“refund” is 40% of tag uses (the week before: 20%).',
        numbers: [
          { label: 'Uses of “refund”', value: '280 of 700: 40%' },
          { label: 'Uses of “refund”, the week before', value: '140 of 700: 20%' },
        ],
        about: 'tag refund',
      },
      [],
    ]);
  });

  test.each([
    ['refund', 'refunds', true],
    ['sign-up', 'Sign up', true],
    ['Rückruf', 'ruckruf', true],
    ['delivery', 'delivrey', false],
    ['order status', 'order statuss', true],
    ['vip', 'zip', false],
    ['version 1', 'version 2', false],
    ['billing', 'filling', false],
    ['🎉', '🎈', false],
    ['⭐️', '❤️', false],
    ['Ελλάδα', 'ελλαδα', true],
    ['ёлка!', 'елка', true],
    ['दिन', 'दान', false],
    ['はは', 'ばば', false],
    ['c++', 'c#', false],
    ['c', 'c++', false],
    ['#refund', 'refund', true],
  ])('that are nearly called the same look like one: %s, %s', (one, other, areAlike) => {
    const said = saidBy('alike tags', {
      now: [
        [tag(one), [61]],
        [tag(other), [9]],
      ],
    });
    expect(said).toEqual(areAlike ? [`“${one}” (61) and “${other}” (9) look like one tag.`] : []);
  });

  test('that were asked for by name are compared with nothing but themselves', () => {
    const asked = evidence({
      now: [
        [tag('refund'), week(10)],
        [tag('refunds'), week(10)],
      ],
      before: [[tag('vip'), week(10)]],
    });
    expect(findingsIn({ ...asked, query: { ...asked.query, filters: { tags: ['refund', 'refunds'] } } })).toEqual([]);
  });
});
