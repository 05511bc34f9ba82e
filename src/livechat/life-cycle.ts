import { z } from 'zod';
import type { ApiVersion } from '../model/api-version.ts';
import type { Clock, Instant } from '../model/time.ts';
import type { Source } from '../reports/report.ts';
import type { HttpResponse } from './transport.ts';

/** How much time the asked version has left, as days `YYYY-MM-DD`. Empty for a current one. */
export type LifeCycle = Pick<Source, 'legacyUntil' | 'deprecatedUntil'>;

/** Takes what a line of the log needs; a pino logger is one. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

const Day = z.iso.date();

export function readLifeCycle(headers: HttpResponse['headers']): LifeCycle {
  const legacy = Day.safeParse(headers.get('Legacy'));
  const deprecated = Day.safeParse(headers.get('Deprecation'));
  return {
    ...(legacy.success ? { legacyUntil: legacy.data } : {}),
    ...(deprecated.success ? { deprecatedUntil: deprecated.data } : {}),
  };
}

const ONE_DAY = 24 * 60 * 60_000;

/** Writes the end of a version into the log, once a day. */
export function createLifeCycleLog({ log, clock }: { readonly log: Log; readonly clock: Clock }) {
  const told = new Map<ApiVersion, Instant>();
  return (version: ApiVersion, { legacyUntil, deprecatedUntil }: LifeCycle): void => {
    if (legacyUntil === undefined && deprecatedUntil === undefined) return;
    if (clock() - (told.get(version) ?? Number.NEGATIVE_INFINITY) < ONE_DAY) return;
    told.set(version, clock());
    if (deprecatedUntil)
      log.warn({ version, deprecatedUntil }, `Version ${version} of the Reports API stops answering on ${deprecatedUntil}.`);
    else log.info({ version, legacyUntil }, `Version ${version} of the Reports API is supported until ${legacyUntil}.`);
  };
}
