import { createHash } from 'node:crypto';
import quickchart from 'quickchart-js';
import type { Chart } from '../charts/chart.ts';

/** What QuickChart is asked to draw: the body of its `POST /chart`. The embedded renderer draws the same. */
export interface PictureRequest {
  /** A Chart.js configuration as JSON. */
  readonly chart: string;
  /** In pixels of the page; the picture has `devicePixelRatio` times as many. */
  readonly width: number;
  readonly height: number;
  readonly devicePixelRatio: number;
  readonly backgroundColor: string;
  readonly format: string;
  /** Of Chart.js. */
  readonly version: string;
}

/** Opaque, since Slack's dark theme would shine through. Readable at less than half of its size, sharp on any screen. */
const PICTURE = { width: 800, height: 400, devicePixelRatio: 2, backgroundColor: '#ffffff', format: 'png', version: '4' } as const;

/** The package's types put its class below `default`, where CommonJS has it; its ECMAScript module exports the class itself. */
const QuickChart = 'default' in quickchart ? quickchart.default : quickchart;

/** QuickChart's library takes this and its end for the borders of code, and a tag may be named like that. */
const CODE_MARK = /__(BEGIN|END)FUNCTION__/g;

export function pictureRequest(chart: Chart): PictureRequest {
  return { ...PICTURE, ...quickChart(chart).getPostData() };
}

/** The address under which a QuickChart server draws the chart for whoever asks. It holds all numbers, and never the key. */
export function chartAddress(chart: Chart, server: URL): string {
  const place = `${server.host}${server.pathname}`.replace(/\/+$/, '');
  return quickChart(chart).setScheme(server.protocol.slice(0, -1)).setHost(place).getUrl();
}

/** The same for the same picture. */
export function pictureId(request: PictureRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}

function quickChart(chart: Chart) {
  return new QuickChart()
    .setConfig(asText(chart))
    .setVersion(PICTURE.version)
    .setWidth(PICTURE.width)
    .setHeight(PICTURE.height)
    .setDevicePixelRatio(PICTURE.devicePixelRatio)
    .setBackgroundColor(chart.background ?? PICTURE.backgroundColor)
    .setFormat(PICTURE.format);
}

/** What QuickChart's servers take for a loop, and draw nothing: a tag may be named `waiting for (vip)`. */
const LOOP = /(for|while)(\s*)\(/gi;

/** As JSON, where nothing is code; the marks are written with an escape, which reads as the same text. */
function asText({ config }: Chart): string {
  return JSON.stringify(config)
    .replace(CODE_MARK, (mark) => `\\u005f${mark.slice(1)}`)
    .replace(LOOP, '$1$2\\u0028');
}
