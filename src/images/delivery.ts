import type { Chart } from '../charts/chart.ts';
import type { Picture } from '../usecases/ports.ts';
import { pictureRequest } from './quickchart.ts';
import type { Renderer } from './renderer.ts';
import type { QuickChartServer } from './server.ts';
import type { SignedUrls } from './signed-urls.ts';

/** One way to get a chart's picture to where Slack finds it. */
export type Delivery = (chart: Chart, signal: AbortSignal) => Promise<Picture>;

/** Gives the bytes to Slack, under a name without its ending. */
export type Upload = (png: Buffer, name: string, signal: AbortSignal) => Promise<{ readonly slackFile: string }>;

/** Slack holds the picture: nobody else needs to be reached. */
export function byUpload(renderer: Renderer, upload: Upload): Delivery {
  return async (chart, signal) => upload(await renderer.render(pictureRequest(chart), signal), `${chart.kind}-chart`, signal);
}

/** Slack fetches the picture from us. */
export function bySignedUrl(renderer: Renderer, urls: SignedUrls): Delivery {
  return async (chart, signal) => ({ imageUrl: urls.publish(await renderer.render(pictureRequest(chart), signal)) });
}

/** Slack fetches the picture from the QuickChart server, which draws it then. */
export function byChartUrl(server: QuickChartServer): Delivery {
  return async (chart, signal) => ({ imageUrl: await server.chartUrl(chart, signal) });
}
