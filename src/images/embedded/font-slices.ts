import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A file with some of a script's letters. */
export interface FontSlice {
  readonly family: string;
  readonly file: string;
  /** First and last code points of what the file claims to have; it may lack some of them. */
  readonly claims: readonly (readonly [number, number])[];
}

/** In the order in which a letter is looked for: what Japanese and Chinese share is drawn the Japanese way, symbols before emoji. */
const PACKAGES = ['noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr', 'noto-emoji'] as const;

/** A numbered slice; the others hold Latin and its neighbours, which Inter has. */
const NUMBERED = /^\[(\d+)\]$/;

const RANGE = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi;

/** What is there of Japanese, Chinese, Korean and emoji: megabytes, so nothing but the lists is read here. */
export function bundledSlices(): readonly FontSlice[] {
  const { resolve } = createRequire(import.meta.url);
  return PACKAGES.flatMap((name) => {
    const listed: Record<string, string> = JSON.parse(readFileSync(resolve(`@fontsource-variable/${name}/unicode.json`), 'utf8'));
    return Object.entries(listed).flatMap(([key, ranges]) => {
      const number = NUMBERED.exec(key)?.[1];
      if (number === undefined) return [];
      const file = resolve(`@fontsource-variable/${name}/files/${name}-${number}-wght-normal.woff2`);
      return { family: `${name} ${number}`, file, claims: claimsOf(ranges) };
    });
  });
}

export function claims(slice: FontSlice, letter: string): boolean {
  const point = letter.codePointAt(0) ?? 0;
  return slice.claims.some(([first, last]) => first <= point && point <= last);
}

function claimsOf(ranges: string): FontSlice['claims'] {
  return [...ranges.matchAll(RANGE)].map(([, first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)]);
}
