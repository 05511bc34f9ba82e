import type { Chart } from '../charts/chart.ts';
import type { Context } from '../language/question.ts';
import type { Picture } from '../presentation/message.ts';

export type { Clock } from '../model/time.ts';
export type { Picture } from '../presentation/message.ts';
export type { ReportsApi } from '../reports/report.ts';

/** Draws a chart and puts it where Slack finds it. Rejects when it cannot, or when the signal fires. */
export interface Pictures {
  publish(chart: Chart, signal: AbortSignal): Promise<Picture>;
}

/** Who asks, as the edge knows them. */
export type Asker = Omit<Context, 'now'>;

/** Where a failure that the person is only told about by reference is written down in full. */
export interface FaultLog {
  /** Writes it down and returns the reference. */
  record(error: unknown, doing: string): string;
}
