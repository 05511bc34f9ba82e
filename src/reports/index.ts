import { agentsChattingDuration } from './agents-chatting-duration.ts';
import type { Report } from './report.ts';
import { tags } from './tags.ts';

/** In the order of help and of the home view: what is asked most often first. */
export const REPORTS: readonly Report[] = [tags, agentsChattingDuration];
