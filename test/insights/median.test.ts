import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { median, spreadAround } from '../../src/insights/median.ts';

describe('the middle', () => {
  const value = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }));

  test('is one that as many are below as above, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const known = values.filter((one) => one !== null);
        const middle = median(values);
        if (known.length === 0) return middle === null;
        if (middle === null) return false;
        const [below, above] = [known.filter((one) => one < middle).length, known.filter((one) => one > middle).length];
        return below <= known.length / 2 && above <= known.length / 2 && Object.is(median([...values].reverse()), middle);
      }),
    );
  });

  test('is not moved by one wild day', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 8 }), fc.integer({ min: 0 }), (values, wild) => {
        const middle = median([...values, wild]) ?? -1;
        return middle >= Math.min(...values) && middle <= Math.max(...values);
      }),
    );
  });
});

test('the spread is how far numbers usually are from their middle, which one wild day does not move', () => {
  expect([spreadAround(10, [10, 10, 10]), spreadAround(10, [7, 8, 10, 12, 13]), spreadAround(10, [7, 8, 10, 12, 1000])]).toEqual([
    0, 2.9652, 2.9652,
  ]);
});
