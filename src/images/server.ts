import { z } from 'zod';
import type { Chart } from '../charts/chart.ts';
import { chartAddress, type PictureRequest, pictureRequest } from './quickchart.ts';
import type { Renderer } from './renderer.ts';

/** A QuickChart server: quickchart.io, or one of one's own. It gets the chart's numbers and names. */
export interface QuickChartServer extends Renderer {
  /** An address under which the server shows the chart to whoever has it. */
  chartUrl(chart: Chart, signal: AbortSignal): Promise<string>;
}

export interface QuickChartServerOptions {
  readonly url: string;
  /** Sent in bodies only: an address would show it to everybody. */
  readonly key?: string | null;
  readonly timeoutMs?: number;
}

/** What Slack takes as an `image_url`. */
const LONGEST_ADDRESS = 3_000;

/** Twenty times a busy chart's picture. */
const LARGEST_PICTURE = 2_000_000;

const LONGEST_DETAIL = 200;

const ShortAddress = z.object({ success: z.literal(true), url: z.url() });

export function createQuickChartServer({ url, key = null, timeoutMs = 5_000 }: QuickChartServerOptions): QuickChartServer {
  const server = new URL(url.endsWith('/') ? url : `${url}/`);

  async function post(path: string, request: PictureRequest, signal: AbortSignal): Promise<Response> {
    const response = await fetch(new URL(path, server), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(key === null ? request : { ...request, key }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (response.ok) return response;
    await response.body?.cancel();
    const detail = response.headers.get('x-quickchart-error')?.slice(0, LONGEST_DETAIL) ?? 'no reason given';
    throw new Error(`QuickChart answered /${path} with status ${response.status}: ${detail}`);
  }

  return {
    async render(request, signal) {
      const response = await post('chart', request, signal);
      const type = response.headers.get('content-type');
      if (type?.split(';', 1)[0] !== 'image/png') {
        await response.body?.cancel();
        throw new Error(`QuickChart answered with ${type ?? 'no content type'} instead of a PNG`);
      }
      return readUpTo(LARGEST_PICTURE, response);
    },
    async chartUrl(chart, signal) {
      const whole = chartAddress(chart, server);
      if (whole.length <= LONGEST_ADDRESS) return whole;
      const response = await post('chart/create', pictureRequest(chart), signal);
      const short = ShortAddress.parse(await response.json());
      // Slack will fetch it, and people will see it: no answer may send them elsewhere.
      if (new URL(short.url).origin !== server.origin) throw new Error('QuickChart answered with an address of another server');
      return short.url;
    },
  };
}

async function readUpTo(limit: number, response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) throw new Error(`QuickChart answered with more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
