import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Config } from './config.ts';
import {
  byChartUrl,
  bySignedUrl,
  byUpload,
  createEmbeddedRenderer,
  createPictureStore,
  createPictures,
  createQuickChartServer,
  createSignedUrls,
  type Delivery,
  type SignedUrls,
} from './images/index.ts';
import type { Clock } from './model/time.ts';
import type { Files } from './slack/index.ts';
import type { PictureFileStore, Pictures } from './usecases/ports.ts';
import type { Route } from './web/server.ts';

export interface Drawing {
  readonly pictures: Pictures;
  readonly routes: readonly Route[];
  /** Makes ready to draw, so that the first picture is not the slowest. */
  warm(): void;
  close(): Promise<void>;
}

export interface DrawingParts {
  readonly clock: Clock;
  /** Slack's files, and what is known of them. */
  readonly files: Files;
  readonly pictureFiles: PictureFileStore;
  readonly workerUrl: URL | undefined;
}

/** Who draws (a server, or threads of ours) and how pictures get to Slack (as files, or by address). */
export function createDrawing({ charts, publicUrl }: Config, { clock, files, pictureFiles, workerUrl }: DrawingParts): Drawing {
  const server = charts.quickChart && createQuickChartServer(charts.quickChart);
  const embedded = server ? null : createEmbeddedRenderer({ fontFolder: charts.fontFolder, ...(workerUrl && { workerUrl }) });
  const life = { warm: () => embedded?.warm(), close: async () => embedded?.close() };
  const pictures = (deliver: Delivery) => createPictures({ deliver, clock });
  const uploaded = (deliver: Delivery) => createPictures({ deliver, clock, files: pictureFiles });
  const renderer = server ?? embedded;
  if (!renderer) throw new Error('Nobody draws.');

  if (charts.delivery === 'upload') return { pictures: uploaded(byUpload(renderer, files.upload)), routes: [], ...life };
  if (server) return { pictures: pictures(byChartUrl(server)), routes: [], ...life };
  const urls = createSignedUrls({ publicUrl: publicUrl ?? '', secret: randomBytes(32), store: createPictureStore({ clock }), clock });
  return {
    pictures: pictures(bySignedUrl(renderer, urls)),
    routes: [{ method: 'GET', path: '/charts/', handle: servePictures(urls) }],
    ...life,
  };
}

function servePictures(urls: SignedUrls): RequestListener {
  return (request, response) => {
    const { status, headers, body } = urls.serve(request.url ?? '');
    response.writeHead(status, headers).end(body);
  };
}
