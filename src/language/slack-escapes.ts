/** A link, an address or a mention as Slack writes it: `<mailto:a@b.c|a@b.c>`, `<@U1|anna>`, `<#C1|general>`, `<!here>`. */
const MARKED = /<(?<kind>mailto:|tel:|[@#!])?(?<target>[^<>|]*)(?:\|(?<shown>[^<>]*))?>/g;

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]);

function asTyped(_marked: string, kind: string | undefined, target: string, shown: string | undefined): string {
  switch (kind) {
    case 'mailto:':
    case 'tel:':
      return target;
    case '@':
      return `@${target}`;
    case '#':
      return `#${shown || target}`;
    case '!':
      return shown || `@${target}`;
    default:
      return shown || target;
  }
}

/** What a person typed, from what Slack sends. */
export function unescaped(text: string): string {
  return text.replace(MARKED, asTyped).replace(/&(?:lt|gt|amp);/g, (entity) => CHARACTERS.get(entity) ?? entity);
}

/** The least that makes `unescaped` give the text back, so that what is shown to people stays readable: `R&D` needs nothing. */
export function escaped(text: string): string {
  return text.replace(/&(?=(?:lt|gt|amp);)/g, '&amp;').replaceAll('<', '&lt;');
}
