import type { Chart } from '../charts/chart.ts';
import type { Context } from '../language/question.ts';

export type { Clock } from '../model/time.ts';
export type { ReportsApi } from '../reports/report.ts';

/** A picture that Slack can show: a file that it holds, or an address that it can fetch. */
export type Picture = { readonly slackFile: string } | { readonly imageUrl: string };

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
