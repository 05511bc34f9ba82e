import { isDeepStrictEqual } from 'node:util';
import type { Habit, Language } from '../language/question.ts';
import { type AnswerQuestion, OTHER_READING } from './answer-question.ts';
import { forgotten } from './behind.ts';
import type { Command } from './doors.ts';
import { HABITS } from './habits.ts';
import type { Asker, Clock, PreferencesStore, QuestionStore } from './ports.ts';

export interface OtherReadingDeps {
  readonly questions: Pick<QuestionStore, 'find'>;
  readonly preferences: Pick<PreferencesStore, 'changePerson'>;
  readonly language: Pick<Language, 'resolve'>;
  readonly answerQuestion: Pick<AnswerQuestion, 'asked'>;
  readonly clock: Clock;
}

/** What a button says that stands for another reading: the habit is remembered, and the question is answered by it. Nobody types it. */
export function createOtherReadingCommand({ questions, preferences, language, answerQuestion, clock }: OtherReadingDeps): Command {
  return {
    name: OTHER_READING,
    aliases: [],
    usage: `${OTHER_READING} <habit> <id>`,
    description: 'Remembers how somebody reads dates, and answers the question behind a button.',
    examples: [],
    async run(rest, asker, signal) {
      const [said, id = ''] = rest.split(' ');
      const known = HABITS.find(({ word }) => word === said);
      const question = known && (await questions.find(asker.workspace, id));
      if (!question) throw forgotten();
      const { habit, told } = known;
      await preferences.changePerson(asker.workspace, asker.person, habit);
      const reader = { ...asker, ...habit, ...('weekStart' in habit && { isWeekStartSaid: true as const }) };
      const now = clock();
      const asked = language.resolve(question, { ...reader, now });
      const notes = [`I'll read ${told} from now on; “settings” changes that.`, ...asked.notes];
      // Whoever pressed without wanting that for ever gets back by the button in the same place.
      const before = habitBefore(habit, asker);
      const { range } = language.resolve(question, { ...asker, ...before, now });
      const back = isDeepStrictEqual(before, habit) ? [] : [{ question, range, habit: before }];
      return answerQuestion.asked({ ...asked, notes, otherwise: back }, reader, signal);
    },
  };
}

const habitBefore = (habit: Habit, { weekStart }: Asker): Habit => ('weekStart' in habit ? { weekStart } : { dayFirst: !habit.dayFirst });
