import { createCanvas } from '@napi-rs/canvas';
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  defaults,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
} from 'chart.js';
import type { PictureRequest } from '../quickchart.ts';
import type { Fonts } from './fonts.ts';

Chart.register(
  ...[BarController, LineController, PieController],
  ...[ArcElement, BarElement, LineElement, PointElement],
  ...[CategoryScale, LinearScale],
  ...[Legend, Title],
);

/** Draws what a QuickChart server would for the same request, but in our fonts, and returns the PNG. */
export async function draw(request: PictureRequest, fonts: Fonts): Promise<Buffer> {
  const { width, height, devicePixelRatio, backgroundColor } = request;
  const { text, families } = fonts.fit(request.chart);
  const config: ChartConfiguration = JSON.parse(text);
  defaults.font.family = families;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  // Fonts of any weight begin at their thinnest. Set once Chart.js has given the canvas its size, which resets it.
  const weight = {
    id: 'weight',
    beforeUpdate() {
      pen.fontVariationSettings = "'wght' 400";
    },
  };
  try {
    const options = { ...config.options, animation: false, responsive: false, devicePixelRatio } as const;
    new Chart(canvas, { ...config, options, plugins: [weight] });
    pen.globalCompositeOperation = 'destination-over';
    pen.fillStyle = backgroundColor;
    pen.fillRect(0, 0, width, height);
    return await canvas.encode('png');
  } finally {
    Chart.getChart(canvas)?.destroy();
    // Pixels lie outside of JavaScript's heap, so nothing hurries to collect them.
    canvas.width = 1;
    canvas.height = 1;
  }
}
