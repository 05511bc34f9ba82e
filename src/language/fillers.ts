import type { Found, Rest } from './rest.ts';

/** Words that may stand anywhere and change nothing. Of `chats` a report may be called: then it is its name where no other is named. */
export const FILLERS: ReadonlySet<string> = new Set([
  ...'a about all an and any are at avg average be can chat chats common compare comparison could did display do does draw during find for frequent from'.split(
    ' ',
  ),
  ...'get give had has have hello hey hi how i in instead is it its let like lot many me most much my need number of often on our out'.split(
    ' ',
  ),
  ...'over overall please pls popular report reports see show tell thank thanks the their there these top total us use used'.split(' '),
  ..."using want was we were what whats what’s what's which with within would you your".split(' '),
]);

export const isFiller = (word: string): boolean =>
  !/[^\s,.:;!?()-]/u.test(word) || FILLERS.has(word.toLowerCase().replace(/[,.:;!?]+$/u, ''));

/** Of a group that is called so people say `in General`. */
const IN_GENERAL = /(?<![^\s,])[Ii]n general(?![^\s,.:;!?])/gu;

/** What means something. */
export function withoutFillers(rest: Rest): readonly string[] {
  return rest
    .map((piece) =>
      piece
        .replace(IN_GENERAL, '')
        .split(' ')
        .filter((word) => !isFiller(word))
        .join(' '),
    )
    .filter((piece) => piece !== '');
}

const TOP = /(?<!\S)(?:the )?(?<words>top[- ](?:\d{1,3}|three|five|ten|twenty))(?![^\s,.;!?])/iu;

/** `top 5`, which no report has a choice of; its value is what was typed. */
export function findTop(text: string): Found<string> | null {
  const found = TOP.exec(text);
  return found ? { value: found.groups?.words ?? '', index: found.index, length: found[0].length } : null;
}
