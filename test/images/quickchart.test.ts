import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DARK_PAPER, inDark } from '../../src/charts/theme.ts';
import { chartAddress, pictureId, pictureRequest } from '../../src/images/quickchart.ts';
import { chartOf } from './charts.ts';

const chart = chartOf('Chats', 3, 5);

test('a request is the chart as JSON, in our size, opaque, for Chart.js 4', () => {
  expect(pictureRequest(chart)).toEqual({
    chart: JSON.stringify(chart.config),
    width: 800,
    height: 400,
    devicePixelRatio: 2,
    backgroundColor: '#ffffff',
    format: 'png',
    version: '4',
  });
});

test('a dark chart is on dark paper, wherever it is drawn', () => {
  const dark = inDark(chart);
  const address = new URL(chartAddress(dark, new URL('https://quickchart.io/')));
  expect([pictureRequest(dark).backgroundColor, address.searchParams.get('bkg')]).toEqual([DARK_PAPER, DARK_PAPER]);
});

test('a name that looks like code stays text', () => {
  const evil = chartOf('__BEGINFUNCTION__process.exit()__ENDFUNCTION__', 1);
  const request = pictureRequest(evil);
  expect({ text: JSON.parse(request.chart), marked: /__(BEGIN|END)FUNCTION__/.test(request.chart) }).toEqual({
    text: evil.config,
    marked: false,
  });
});

test('a name that looks like a loop stays text, which QuickChart would refuse', () => {
  const named = chartOf('waiting for (vip) while(1)', 1);
  const { chart: text } = pictureRequest(named);
  expect({ text: JSON.parse(text), loops: /(for|while)\s*\(/i.test(text) }).toEqual({ text: named.config, loops: false });
});

test('whatever a name is, the request holds just that chart, without a mark of code', () => {
  const part = fc.oneof(
    fc.constantFrom('__BEGINFUNCTION__', '__ENDFUNCTION__', 'for', 'While ', '(', '"', '\\', '_', "'"),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const named = chartOf(parts.join(''), 1);
      const request = pictureRequest(named);
      expect(JSON.parse(request.chart)).toEqual(named.config);
      expect(request.chart).not.toMatch(/__(BEGIN|END)FUNCTION__|(for|while)\s*\(/i);
    }),
  );
});

test.each([
  { server: 'https://quickchart.io/', begins: 'https://quickchart.io/chart?' },
  { server: 'http://charts.internal:3400/', begins: 'http://charts.internal:3400/chart?' },
  { server: 'https://tools.example.com/quickchart/', begins: 'https://tools.example.com/quickchart/chart?' },
])('the address of a chart on $server holds the whole request', ({ server, begins }) => {
  const address = chartAddress(chart, new URL(server));
  expect({ begins: address.slice(0, begins.length), query: Object.fromEntries(new URL(address).searchParams) }).toEqual({
    begins,
    query: {
      c: JSON.stringify(chart.config),
      w: '800',
      h: '400',
      devicePixelRatio: '2',
      bkg: '#ffffff',
      f: 'png',
      v: '4',
      ref: 'qc-js',
    },
  });
});

test('the same chart has the same id, another chart another one', () => {
  const ids = [chartOf('Chats', 1), chartOf('Chats', 1), chartOf('Chats', 2)].map((one) => pictureId(pictureRequest(one)));
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
});
