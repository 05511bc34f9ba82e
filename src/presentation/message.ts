import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/** What is sent to Slack. `text` stands alone: notifications and screen readers live on it. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

export type { HomeView, KnownBlock, ModalView };
