import type { ScheduleStore } from '../ports.ts';

/** Without those that look like another one. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';
const SHORT = 4;
const LONG = 5;
/** After so many that are taken, longer ones are tried. */
const SHORT_ATTEMPTS = 5;

/** What somebody may have typed as the id of a schedule, or as a word of their own. */
export const ID = new RegExp(`^[${LETTERS}${DIGITS}]{${SHORT},${LONG}}$`);

/** A word has no digit, an id always has one. */
export const looksLikeId = (text: string): boolean => ID.test(text.toLowerCase()) && /\d/.test(text);

const MOST_ATTEMPTS = 50;

/** Begins with a letter and ends with a digit, so that none is a word or a number. */
export async function newId(schedules: Pick<ScheduleStore, 'find'>, workspace: string, random: () => number): Promise<string> {
  const oneOf = (characters: string) => characters[Math.floor(random() * characters.length)];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const length = attempt < SHORT_ATTEMPTS ? SHORT : LONG;
    const middle = Array.from({ length: length - 2 }, () => oneOf(LETTERS + DIGITS));
    const id = [oneOf(LETTERS), ...middle, oneOf(DIGITS)].join('');
    if ((await schedules.find(workspace, id)) === null) return id;
  }
  throw new Error(`No id was free in ${MOST_ATTEMPTS} attempts.`);
}
