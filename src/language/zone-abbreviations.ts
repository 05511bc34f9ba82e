import { type Instant, type Zone, zoned } from '../model/time.ts';

/** What people mean by the names of their clocks: the time of a place all year round, also where the name is that of its winter. */
const ZONES: Readonly<Record<string, readonly Zone[]>> = {
  CET: ['Europe/Paris'],
  CEST: ['Europe/Paris'],
  EET: ['Europe/Athens'],
  EEST: ['Europe/Athens'],
  MSK: ['Europe/Moscow'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  PKT: ['Asia/Karachi'],
  SGT: ['Asia/Singapore'],
  HKT: ['Asia/Hong_Kong'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  AWST: ['Australia/Perth'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
  NZST: ['Pacific/Auckland'],
  NZDT: ['Pacific/Auckland'],
  SAST: ['Africa/Johannesburg'],
  BRT: ['America/Sao_Paulo'],
  EST: ['America/New_York'],
  EDT: ['America/New_York'],
  CST: ['America/Chicago', 'America/Mexico_City', 'Asia/Shanghai'],
  CDT: ['America/Chicago'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver'],
  PST: ['America/Los_Angeles'],
  PDT: ['America/Los_Angeles'],
  // Too short to be anything in small letters.
  ET: ['America/New_York'],
  CT: ['America/Chicago'],
  MT: ['America/Denver'],
  PT: ['America/Los_Angeles'],
};

const spellings = Object.keys(ZONES).flatMap((name) => (name.length > 2 ? [name, name.toLowerCase()] : [name]));

/** Large letters, or small ones where it has three or more. */
export const ABBREVIATION = `(?:${spellings.join('|')})`;

/** The clocks of two zones show the same, in winter and in summer. */
function isAlike(one: Zone, other: Zone, now: Instant): boolean {
  const { year } = zoned(now, 'UTC');
  return [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)].every(
    (at) => zoned(at, one).offsetNanoseconds === zoned(at, other).offsetNanoseconds,
  );
}

/** The zones that an abbreviation may stand for: the own one alone where its clock is that of one of them. */
export function zonesOf(name: string, { own, now }: { readonly own: Zone; readonly now: Instant }): readonly Zone[] {
  const zones = ZONES[name.toUpperCase()] ?? [];
  return zones.some((zone) => isAlike(zone, own, now)) ? [own] : zones;
}
