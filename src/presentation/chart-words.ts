import { CHARTS } from '../charts/index.ts';

/** `As a heatmap`, on a button. */
export const asChart = (kind: string): string => `As ${CHARTS.find(({ name }) => name === kind)?.called ?? kind}`;
