import { expect, test } from '@jest/globals';
import { chosen, theOne, valuesOf } from '../interactive.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value.toUpperCase() }, value });
const options = [option('day'), option('week')];
const button = (value: string) => ({ type: 'button', action_id: 'go', value });

test.each([
  [{ type: 'static_select', options }, 'week', { selected_option: option('week') }],
  [{ type: 'checkboxes', options }, ['day'], { selected_options: [option('day')] }],
  [{ type: 'channels_select' }, 'C1', { selected_channel: 'C1' }],
  [{ type: 'datepicker' }, '2026-11-16', { selected_date: '2026-11-16' }],
  [{ type: 'plain_text_input' }, 'last week', { value: 'last week' }],
])('what was chosen in %j is written as Slack does', (element, given, answer) => {
  expect(chosen(element, given)).toEqual({ type: element.type, ...answer });
});

test('an option that is not offered cannot be chosen', () => {
  expect(() => chosen({ type: 'static_select', options }, 'year')).toThrow('No option year; there are: day, week');
});

test('of several buttons with one id, the value tells which', () => {
  const blocks = ['q1', 'q2'].map((value) => ({ type: 'section', accessory: button(value) }));
  expect(theOne(blocks, 'go', 'q2')).toEqual({ blockId: 'block-1', element: button('q2'), isRequired: false });
  expect(() => theOne(blocks, 'go')).toThrow('0 elements called go; there are: go, go');
});

test('a form holds what it held at first, but for what was given, and no buttons', () => {
  const by = { type: 'static_select', action_id: 'by', options, initial_option: option('day') };
  const blocks = [
    { type: 'input', block_id: 'range', element: { type: 'plain_text_input', action_id: 'words' } },
    { type: 'actions', block_id: 'more', elements: [by, button('q1')] },
  ];
  expect(valuesOf(blocks, new Map([['words', 'today']]))).toEqual({
    range: { words: { type: 'plain_text_input', value: 'today' } },
    more: { by: { type: 'static_select', selected_option: option('day') } },
  });
});
