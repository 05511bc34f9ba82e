import type { Zone } from '../../model/time.ts';

export interface FooterParts {
  /** What people call whoever set it up. */
  readonly owner: string;
  /** `every Monday at 09:00` */
  readonly when: string;
  readonly zone: Zone;
  readonly isTest: boolean;
  /** How much later than its slot it is, in milliseconds. */
  readonly lateMs: number;
  /** A clause that follows "because"; null: not known. */
  readonly because: string | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A wave of posts takes some minutes, and nobody minds. */
const NOT_LATE = 10 * MINUTE;

/** What a post says last of all: whose it is, when it comes again, and that it is late. */
export function postFooter({ owner, when, zone, isTest, lateMs, because }: FooterParts): string[] {
  const late = lateMs < NOT_LATE ? [] : [`This is ${lateInWords(lateMs)} late${because === null ? '' : `, because ${because}`}.`];
  return [
    ...late,
    ...(isTest ? ['This is a test that nobody else sees; the pictures in it do not last.'] : []),
    `Set up by ${owner} · ${when} (${zone})`,
  ];
}

/** `25 min`, `3 h`, `2 days` */
export function lateInWords(ms: number): string {
  if (ms < HOUR) return `${Math.round(ms / MINUTE)} min`;
  return ms < 48 * HOUR ? `${Math.round(ms / HOUR)} h` : `${Math.round(ms / (24 * HOUR))} days`;
}
