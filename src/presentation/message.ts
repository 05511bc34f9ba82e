import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/** What is sent to Slack. `text` stands alone: notifications and screen readers live on it. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The same without blocks that not every Slack takes, for one that refuses them; absent: there are none. */
  readonly plainer?: () => Promise<Message>;
}

/** A picture that Slack can show: a file that it holds, or an address that it can fetch. */
export type Picture = { readonly slackFile: string } | { readonly imageUrl: string };

export type { HomeView, KnownBlock, ModalView };
