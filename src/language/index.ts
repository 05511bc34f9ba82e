import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../model/errors.ts';
import { say } from './echo.ts';
import { withoutFillers } from './fillers.ts';
import { lacksNames } from './filters.ts';
import { isConnective } from './follow-up.ts';
import type { KindOfChart } from './options.ts';
import type { Names } from './pick.ts';
import type { Asked, Context, Language, Question, Topic, Understanding } from './question.ts';
import { createReading } from './reading.ts';
import { createSuggestions } from './suggestions.ts';
import { tidy } from './tidy.ts';
import { type Answerable, judgeAgain } from './verdict.ts';

const HELP = /^(?:help|\?+)(?: (?<topic>.+))?$/iu;

const isIdle = (text: string, names: Names): boolean => withoutFillers([text]).length === 0 && names.find(text) === null;

/** Asked for, or nothing was said that a report could be about: `hi`. */
function helpOn(text: string, names: Names): Understanding | null {
  const asked = HELP.exec(text);
  if (!asked) return text !== '' && isIdle(text, names) ? { kind: 'help', topic: null } : null;
  const topic = (asked.groups?.topic ?? '').toLowerCase();
  return { kind: 'help', topic: isIdle(topic, names) ? null : withoutFillers([topic]).join(' ') || topic };
}

interface Tidied {
  readonly text: string;
  readonly notes: readonly string[];
  readonly context: Context;
  /** The question after which it was said. */
  readonly after?: Question;
}

const whole = ({ beside, ...verdict }: Answerable): Omit<Answerable, 'beside'> & Asked => ({ ...verdict, ...beside() });

/** The language of questions about these reports, drawn as these kinds of charts; the first report answers a question that names none. */
export function createLanguage(topics: readonly Topic[], kinds: readonly KindOfChart[] = []): Language {
  const reading = createReading(topics, kinds);
  const suggestions = createSuggestions(topics, reading);
  const { names, aroundOf } = reading;

  function understood({ text, notes, context, after }: Tidied): Understanding {
    const around = aroundOf(context);
    const reader = after ? reading.after(after) : reading;
    const verdict = reader.readIn(context.locale, text, around);
    if (verdict.kind === 'refused') {
      const instead = suggestions.of(verdict, around);
      if (verdict.asks) return { kind: 'unclear', message: verdict.message, suggestions: instead };
      throw new UserError(verdict.message, verdict.hint, { suggestions: instead });
    }
    const found = verdict.kind === 'unknown' ? suggestions.near(verdict, text, around, after && { ...reader, question: after }) : verdict;
    if (found.kind === 'unclear') return found;
    return { ...whole(found), notes: text === '' ? [] : [...notes, ...found.notes] };
  }

  return {
    say,
    lacksNames: (words, context) => lacksNames(tidy(words).text, aroundOf(context)),
    resolve(question, context) {
      const around = aroundOf(context);
      const verdict = judgeAgain(question, around);
      if (verdict.kind === 'refused') {
        throw new UserError(verdict.message, verdict.hint, { suggestions: suggestions.of(verdict, around) });
      }
      const { kind: _, ...asked } = whole(verdict);
      return { ...asked, question };
    },
    understand(words, context) {
      const { text, notes } = tidy(words);
      const helped = helpOn(text, names);
      return helped ?? understood({ text, notes, context });
    },
    followUp(parent, words, context) {
      const { text, notes } = tidy(words);
      const helped = isConnective(text) ? null : helpOn(text, names);
      return helped ?? understood({ text, notes, context, after: parent });
    },
    overheard(parent, words, context) {
      const { text, notes } = tidy(words);
      if (notes.length > 0) return null;
      const found = reading.after(parent).overhear(context.locale, text, aroundOf(context));
      return found === null || isDeepStrictEqual(found.question, parent) ? null : whole(found);
    },
  };
}
