import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/model/errors.ts';
import { errorMessage, faultMessage } from '../../src/presentation/error-message.ts';
import { fetchingMessage } from '../../src/presentation/fetching-message.ts';
import { reportModal } from '../../src/presentation/report-modal.ts';
import { unclearMessage } from '../../src/presentation/unclear-message.ts';
import { button, line, plain } from './given.ts';

const suggestions = ['last week', 'this week', 'today', 'yesterday'].map((words) => ({ label: words, words: `tags ${words}` }));

describe('what is said besides answers', () => {
  test('a question back quotes, offers three guesses, help and one example', () => {
    expect(unclearMessage({ message: 'I do not know “tgas”.', suggestions, example: '/livechat duration last week' })).toEqual({
      text: 'I do not know “tgas”.',
      blocks: [
        { type: 'section', text: plain('I do not know “tgas”.') },
        {
          type: 'actions',
          elements: [
            button('last week', 'tags last week', 0),
            button('this week', 'tags this week', 1),
            button('today', 'tags today', 2),
            button('Help', 'help', 3),
          ],
        },
        line('Try `/livechat duration last week`'),
      ],
    });
  });

  test('an example that can be pressed is not said again', () => {
    const { blocks } = unclearMessage({ message: 'I do not know “tgas”.', suggestions, example: '/livechat tags last week' });
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'actions']);
  });

  test('an error says what to do, and offers it', () => {
    const error = new UserError('“next week” has not begun yet.', 'Ask for <last week>.', { suggestions: suggestions.slice(0, 1) });
    expect(errorMessage(error)).toEqual({
      text: '“next week” has not begun yet. Ask for &lt;last week&gt;.',
      blocks: [
        { type: 'section', text: plain('“next week” has not begun yet.') },
        line('Ask for &lt;last week&gt;.'),
        { type: 'actions', elements: [button('last week', 'tags last week', 0)] },
      ],
    });
  });

  test('a fault of ours has a reference', () => {
    const hint = 'Please try again. If it happens twice, give the reference to whoever runs this bot.';
    expect(faultMessage('abc123')).toEqual({
      text: `Something went wrong (ref abc123). ${hint}`,
      blocks: [{ type: 'section', text: plain('Something went wrong (ref abc123).') }, line(hint)],
    });
  });

  test('in a modal there are no buttons', () => {
    const { blocks } = reportModal(errorMessage(new UserError('No.', 'Ask for last week.', { suggestions })));
    expect(blocks).toEqual([{ type: 'section', text: plain('No.') }, line('Ask for last week.')]);
  });

  test('any of them can stand in a modal', () => {
    expect(reportModal(fetchingMessage, 'More words than a modal has room for')).toEqual({
      type: 'modal',
      title: plain('More words than a modal…'),
      close: plain('Close'),
      blocks: [line('Asking LiveChat. The answer follows in a moment.')],
    });
  });
});
