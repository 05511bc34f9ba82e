import { slips } from '../../language/nearness.ts';
import { escaped } from '../../language/slack-escapes.ts';
import { tidy } from '../../language/tidy.ts';
import { type Suggestion, UserError } from '../../model/errors.ts';

/** What a button has room for. */
export const LONGEST_NAME = 60;
const NEAREST = 3;

export const ALL_SAVED: Suggestion = { label: 'All saved', words: 'saved' };

/** A name as it was typed, out of its quotes. */
export function nameIn(words: string): string {
  const name = tidy(words).text.replaceAll('"', "'");
  if ([...name].length > LONGEST_NAME) {
    throw new UserError(`A name has at most ${LONGEST_NAME} characters.`, 'Choose a shorter one.');
  }
  return name;
}

/** As it is typed, whatever it consists of. */
export function quotedName(name: string): string {
  return `"${escaped(name)}"`;
}

export function runPress(name: string): Suggestion {
  return { label: name, words: `run ${quotedName(name)}` };
}

/** What stands before and behind a word; what is in quotes holds no such word. null: it is not there. */
export function splitAt(text: string, word: 'as' | 'to'): readonly [string, string] | null {
  const straight = text.replace(/[“”„]/g, '"').trim();
  const found = new RegExp(`^(?<before>(?:"[^"]*"|[^"])*?)\\s${word}\\s+(?<behind>\\S.*)$`, 'isu').exec(straight)?.groups;
  const [before = '', behind = ''] = [found?.before?.trim(), found?.behind?.trim()];
  return before === '' || behind === '' ? null : [before, behind];
}

/** Says that there is none of that name, and offers those that are most like it. */
export function noSuchName(name: string, names: readonly string[], press: (name: string) => Suggestion = runPress): UserError {
  const far = (other: string) => slips(name.toLowerCase(), other.toLowerCase()) / Math.max(name.length, other.length);
  const near = [...names].sort((one, other) => far(one) - far(other)).slice(0, NEAREST);
  if (names.length === 0)
    return new UserError('You have no saved reports yet.', 'Give a question a name: save tags last week as Weekly tags');
  const message = name === '' ? 'I need the name of a saved report.' : `You have no saved report called “${name}”.`;
  return new UserError(message, 'Press one, or see all of them.', {
    suggestions: [...near.map(press), ALL_SAVED],
  });
}
