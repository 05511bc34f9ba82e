import { postForm, WHERE } from '../presentation/post-form.ts';
import { POST_FORM, POST_TO } from './answer-row.ts';
import { type BehindDeps, questionBehind } from './behind.ts';
import type { Form } from './doors.ts';

/** Where an answer is to be posted, for whoever is in no channel. It opens with what stands behind the button. */
export function createPostForm(deps: Pick<BehindDeps, 'language' | 'questions' | 'clock'>): Form {
  return {
    name: POST_FORM,
    async open(behind, asker) {
      const { question } = await questionBehind(deps, behind, asker);
      return postForm({ name: POST_FORM, kept: behind, words: deps.language.say(question) });
    },
    async submit(values, kept) {
      return { words: `${POST_TO} ${values.get(WHERE)} ${kept}` };
    },
  };
}
