import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { bundledSlices, claims, type FontSlice } from './font-slices.ts';
import { createLetterCheck } from './letters.ts';

/** A text that can be drawn. */
export interface FittedText {
  /** With a question mark for every letter that no font has: boxes would look like a fault. */
  readonly text: string;
  /** The list of families that covers it. */
  readonly families: string;
}

export interface Fonts {
  fit(text: string): FittedText;
}

/** In the order in which a letter is looked for. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
const WEIGHTS = [400, 600] as const;

const FONT_FILE = /\.(ttf|otf|woff2?)$/i;

/** All that may need another font: not what every text has, and not what is never drawn itself, as the joints of emoji. */
const FURTHER_LETTER = /[^\p{ASCII}\p{Default_Ignorable_Code_Point}]/gu;

/** Alone it says nothing, so it is left out where no font has it. */
const MARK = /^\p{M}$/u;

/**
 * Makes the bundled fonts known, and those of a folder after them. The large ones come last, and only once a text needs them;
 * which ones depends on nothing but the text, so the same text always looks the same.
 */
export function createFonts(folder: string | null = null): Fonts {
  const always = listOf(registerAlways(folder));
  const has = createLetterCheck();
  // Grows with the letters that names consist of, of which there are not many.
  const found = new Map<string, readonly FontSlice[] | null>();
  const loaded = new Set<FontSlice>();
  let known: readonly FontSlice[] | null = null;
  const slices = () => {
    known ??= bundledSlices();
    return known;
  };

  /** The slice that a letter needs, none where the fonts that are always there have it, null where nobody has it. */
  function find(letter: string): readonly FontSlice[] | null {
    if (has(letter, always)) return [];
    for (const slice of slices()) {
      if (!claims(slice, letter)) continue;
      if (!loaded.has(slice)) register(slice.family, [slice.file]);
      loaded.add(slice);
      if (has(letter, listOf([slice.family]))) return [slice];
    }
    return null;
  }

  return {
    fit(raw) {
      const needed = new Set<FontSlice>();
      // Composed, because fonts have the letter `é` more often than its accent.
      const text = raw.normalize('NFC').replace(FURTHER_LETTER, (letter) => {
        const places = found.get(letter) ?? find(letter);
        found.set(letter, places);
        for (const slice of places ?? []) needed.add(slice);
        if (places !== null) return letter;
        return MARK.test(letter) ? '' : '?';
      });
      const further = needed.size === 0 ? [] : slices().filter((slice) => needed.has(slice));
      return { text, families: [always, ...further.map(({ family }) => listOf([family]))].join(', ') };
    },
  };
}

/** Each file of letters is a family of its own: within one family only the first file is ever looked into. */
function registerAlways(folder: string | null): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  const bundled = SUBSETS.map((subset) => ({
    family: `Inter ${subset}`,
    files: WEIGHTS.map((weight) => resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`)),
  }));
  const added = filesIn(folder).map((file, index) => ({ family: `Added ${index}`, files: [file] }));
  const families = [...bundled, ...added];
  for (const { family, files } of families) register(family, files);
  return families.map(({ family }) => family);
}

function listOf(families: readonly string[]): string {
  return families.map((family) => `"${family}"`).join(', ');
}

/** Fonts belong to the process, and every worker comes here: what is complete already is left alone. */
function register(family: string, files: readonly string[]): void {
  const known = GlobalFonts.families.find((one) => one.family === family)?.styles.length ?? 0;
  if (known >= files.length) return;
  for (const file of files) {
    if (GlobalFonts.registerFromPath(file, family) === null) throw new Error(`The font ${file} cannot be read`);
  }
}

function filesIn(folder: string | null): readonly string[] {
  if (folder === null) return [];
  const names = readdirSync(folder).filter((name) => FONT_FILE.test(name));
  return names.sort().map((name) => join(folder, name));
}
