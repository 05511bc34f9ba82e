import { expect, test } from '@jest/globals';
import { createPostForm } from '../../src/usecases/post-form.ts';
import { keeping } from './behind.ts';
import { ASKER } from './kept.ts';

test('the form that posts asks by what stands behind its button', async () => {
  const form = createPostForm(keeping().deps);
  const view = await form.open('tags last week', ASKER);
  expect([view.private_metadata, await form.submit(new Map([['where', 'C1']]), view.private_metadata ?? '', ASKER)]).toEqual([
    'tags last week',
    { words: 'post-to C1 tags last week' },
  ]);
});
