import { createCanvas } from '@napi-rs/canvas';
import {
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
  PointElement,
  Title,
} from 'chart.js';
import type { PictureRequest } from '../quickchart.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Title);

/** Draws what a QuickChart server would for the same request, but in the fonts of `fontFamily`, and returns the PNG. */
export async function draw(request: PictureRequest, fontFamily: string): Promise<Buffer> {
  const { width, height, devicePixelRatio, backgroundColor } = request;
  const config: ChartConfiguration = JSON.parse(request.chart);
  defaults.font.family = fontFamily;
  const canvas = createCanvas(width, height);
  try {
    new Chart(canvas, { ...config, options: { ...config.options, animation: false, responsive: false, devicePixelRatio } });
    const pen = canvas.getContext('2d');
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
