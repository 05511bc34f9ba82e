/** Something in the menu at the end of a row: its words are asked as if they had been typed, or its page is opened. */
export interface Choice {
  readonly label: string;
  readonly words: string;
  /** Opened by Slack itself, which also tells the bot: the words are `PAGE` then. */
  readonly url?: string;
}

/** Stands for a page that Slack has opened: there is nothing left to do. */
export const PAGE = 'page';

/** The reports of LiveChat's own web application. The address of its overview stays; those of single reports have changed before. */
export const LIVECHAT_REPORTS: Choice = { label: 'Open in LiveChat', words: PAGE, url: 'https://my.livechatinc.com/reports' };

const DELETE = 'delete-answer';

/** Takes an answer away, for whoever asked for it (Slack's id). */
export const deletion = (person: string): Choice => ({ label: 'Delete this answer', words: `${DELETE} ${person}` });

/** Who asked for the answer that is to be deleted; null: something else was chosen. */
export function askedBy(words: string): string | null {
  const [verb, person = ''] = words.split(' ');
  return verb === DELETE ? person : null;
}
