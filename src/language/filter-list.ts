/** A name in quotes of any kind, where \" and \\ stand for themselves in straight ones, or a word. */
export const QUOTED_NAME = '"(?:[^"\\\\]|\\\\.)*"|“[^”]*”|\'[^\']*\'';
export const NAME = `${QUOTED_NAME}|[^\\s,"“'][^\\s,]*`;
export const EMAIL = '[^\\s@,:"]+@[^\\s@,:"]+\\.[^\\s@,:"]+';

const QUOTED = /^["“']/u;

export interface Listed {
  /** Without their quotes. */
  readonly names: readonly string[];
  readonly length: number;
  /** Some of them are to be compared: `anna vs zoe`. */
  readonly isCompared: boolean;
}

const JOINT = /^(?:,(?: (?:and )?)?| and |(?<versus> (?:vs\.?|versus|(?:as )?compared? (?:to|with)|against) ))/iu;

export interface Reader {
  /** What a name may be, where it is plain that one comes. */
  readonly first: string;
  /** What a name may be after `and`, or after a comma and a blank, where something else may come as well. */
  readonly next: string;
  /** The first name has nothing but a blank before it, so that it may be something else. */
  readonly isSpaced: boolean;
  /** Whether the text begins with a word that nothing else is made of. */
  readonly isFree: (text: string) => boolean;
  /** How much of the text is a name that is known, whatever blanks are in it. */
  readonly known?: (text: string) => number | null;
}

function nameAt(text: string, { source, opening = '' }: { readonly source: string; readonly opening?: string }): string | null {
  return new RegExp(`^${opening}(?:${source})`, 'iu').exec(text)?.[0] ?? null;
}

/** The names that the text begins with: `a,b`, `a, b and c`. */
export function listAt(text: string, { first, next: another, isSpaced, isFree, known = () => null }: Reader): Listed | null {
  const isName = (from: number): boolean => QUOTED.test(text.slice(from)) || isFree(text.slice(from));
  const knownAt = (from: number): string | null => {
    const end = QUOTED.test(text.slice(from)) ? null : known(text.slice(from));
    return end === null ? null : text.slice(from, from + end);
  };
  const whole = knownAt(0);
  const start = whole ?? nameAt(text, { source: first });
  if (start === null || (whole === null && isSpaced && !isName(0))) return null;
  const names = [unquoted(start)];
  let { length } = start;
  let isCompared = false;
  for (;;) {
    const rest = text.slice(length);
    const joint = JOINT.exec(rest);
    const after = length + (joint?.[0].length ?? 0);
    const versus = joint?.groups?.versus ? nameAt(text.slice(after), { source: `${QUOTED_NAME}|${EMAIL}` }) : null;
    const next = joint === null ? null : (knownAt(after) ?? versus);
    if (next !== null) {
      names.push(unquoted(next));
      length = after + next.length;
      isCompared ||= joint?.groups?.versus !== undefined;
      continue;
    }
    const tight = nameAt(rest, { source: first, opening: ',' });
    const loose = tight === null ? nameAt(rest, { source: another, opening: '(?:, (?:and )?| and )' }) : null;
    const separator = /^(?:, ?)?(?: ?and )?/iu.exec(rest)?.[0].length ?? 0;
    const found = tight ?? (loose !== null && isName(length + separator) ? loose : null);
    if (found === null) break;
    names.push(unquoted(found.slice(tight === null ? separator : 1)));
    length += found.length;
  }
  return /^[^\s,]/u.test(text.slice(length)) ? null : { names, length, isCompared };
}

function unquoted(name: string): string {
  if (name.startsWith('"')) return name.slice(1, -1).replace(/\\(["\\])/g, '$1');
  return /^[“']/.test(name) ? name.slice(1, -1) : name;
}
