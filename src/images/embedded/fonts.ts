import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

/** In the order in which a letter is looked for. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
const WEIGHTS = [400, 600] as const;

const FONT_FILE = /\.(ttf|otf|woff2?)$/i;

/**
 * Makes the bundled fonts known, and those of a folder after them, and returns the family list that covers them all.
 * Each file of letters is a family of its own: within one family only the first file is ever looked into.
 */
export function registerFonts(folder: string | null = null): string {
  const { resolve } = createRequire(import.meta.url);
  const bundled = SUBSETS.map((subset) => ({
    family: `Inter ${subset}`,
    files: WEIGHTS.map((weight) => resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`)),
  }));
  const added = filesIn(folder).map((file, index) => ({ family: `Added ${index}`, files: [file] }));
  const families = [...bundled, ...added];
  for (const { family, files } of families) register(family, files);
  return families.map(({ family }) => `"${family}"`).join(', ');
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
