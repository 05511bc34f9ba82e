import { createCanvas } from '@napi-rs/canvas';

/** Tells whether a font has a letter. */
export type HasLetter = (letter: string, families: string) => boolean;

/** In pixels: enough to tell letters from boxes. */
const SIZE = 24;

/** No character, and none ever: what is drawn for it is what is drawn for every letter that is missing. */
const NO_LETTER = '\u{10ffff}';

/** The library does not tell which letters a font has, so they are drawn and looked at. */
export function createLetterCheck(): HasLetter {
  const pen = createCanvas(2 * SIZE, 2 * SIZE).getContext('2d');
  const boxes = new Map<string, Buffer>();

  function drawn(letter: string, families: string): Buffer {
    pen.clearRect(0, 0, 2 * SIZE, 2 * SIZE);
    pen.font = `${SIZE}px ${families}`;
    pen.fillText(letter, SIZE / 2, 1.5 * SIZE);
    return Buffer.from(pen.getImageData(0, 0, 2 * SIZE, 2 * SIZE).data);
  }

  return (letter, families) => {
    const box = boxes.get(families) ?? drawn(NO_LETTER, families);
    boxes.set(families, box);
    return !drawn(letter, families).equals(box);
  };
}
