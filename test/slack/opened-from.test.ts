import { describe, expect, test } from '@jest/globals';
import type { ModalView } from '../../src/presentation/message.ts';
import { remembered, remembering } from '../../src/slack/opened-from.ts';

const FORM: ModalView = { type: 'modal', private_metadata: 'kept', title: { type: 'plain_text', text: 'Form' }, blocks: [] };
const PLACE = { responseUrl: 'https://hooks.slack.com/1', channel: 'C1', thread: '1.5' };
const backFrom = (view: ModalView) => remembered(view.private_metadata ?? '');

describe('a form', () => {
  test.each([PLACE, { ...PLACE, thread: null }])('gives back what it kept, and that it was opened in %j', (place) => {
    const { kept, place: found } = backFrom(remembering(FORM, place));
    expect([kept, found]).toEqual(['kept', expect.objectContaining(place)]);
  });

  test.each([
    ['has no place', FORM, null],
    ['has no room for its place', { ...FORM, private_metadata: 'x'.repeat(2_950) }, PLACE],
  ])('that %s is as it is', (_what, view, place) => {
    expect([remembering(view, place), backFrom(view)]).toEqual([view, { kept: view.private_metadata, place: null }]);
  });

  test('that was opened before threads were told is of none', () => {
    expect(remembered(JSON.stringify({ kept: 'kept', responseUrl: 'u', channel: 'C1' })).place?.thread).toBe(null);
  });
});
