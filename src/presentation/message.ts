import type { Block, HomeView, ModalView, KnownBlock as TypedBlock } from '@slack/types';

/** A chart that Slack draws itself; its types do not know it yet. Messages hold two at most, modals and Home none. */
export interface DataVisualizationBlock extends Block {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: NativePie | NativePlot;
}

export interface NativePie {
  readonly type: 'pie';
  readonly segments: readonly NativePoint[];
}

export interface NativePlot {
  readonly type: 'bar' | 'line';
  /** Each has one point for every category, in their order. */
  readonly series: readonly { readonly name: string; readonly data: readonly NativePoint[] }[];
  readonly axis_config: { readonly categories: readonly string[] };
}

interface NativePoint {
  readonly label: string;
  readonly value: number;
}

export type KnownBlock = TypedBlock | DataVisualizationBlock;

/** Tables and charts that Slack draws itself: not every Slack does, and no modal. */
export const isNativeBlock = ({ type }: KnownBlock): boolean => type === 'data_table' || type === 'data_visualization';

/** What is sent to Slack. `text` stands alone: notifications and screen readers live on it. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The same without blocks that not every Slack takes, for one that refuses them; absent: there are none. */
  readonly plainer?: () => Promise<Message>;
}

/** A picture that Slack can show: a file that it holds, or an address that it can fetch. */
export type Picture = { readonly slackFile: string } | { readonly imageUrl: string };

export type { HomeView, ModalView };
