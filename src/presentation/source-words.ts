import { Temporal } from '../model/time.ts';
import type { Source } from '../reports/report.ts';
import { fullDay } from '../reports/words/dates.ts';

/** `LiveChat Reports API v3.6` */
export function sourceName({ version }: Source): string {
  return `LiveChat Reports API v${version}`;
}

/** What is coming for an old version. Whoever reads it may not run the bot, but knows who does. */
export function lifeCycle({ version, legacyUntil, deprecatedUntil }: Source): string[] {
  if (deprecatedUntil !== undefined) {
    const end = `Version ${version} of the Reports API stops answering after ${dateInWords(deprecatedUntil)}.`;
    return [`${end} Whoever runs this bot should choose a newer one.`];
  }
  return legacyUntil === undefined ? [] : [`Version ${version} of the Reports API is supported until ${dateInWords(legacyUntil)}.`];
}

function dateInWords(date: string): string {
  return fullDay(Temporal.PlainDate.from(date));
}
