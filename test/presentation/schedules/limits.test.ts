import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '../../../src/presentation/message.ts';
import { confirmationMessage } from '../../../src/presentation/schedules/confirmation-message.ts';
import { historyMessage } from '../../../src/presentation/schedules/history-message.ts';
import type { SlotOutcome } from '../../../src/presentation/schedules/outcome.ts';
import { scheduleForm } from '../../../src/presentation/schedules/schedule-form.ts';
import type { ScheduleLine } from '../../../src/presentation/schedules/schedule-line.ts';
import { schedulesMessage } from '../../../src/presentation/schedules/schedules-message.ts';
import { shortMessage } from '../../../src/presentation/short-message.ts';
import { cut } from '../../../src/reports/words/names.ts';
import { isTooLong, validateBlocks, validateView } from '../../slack-double/block-kit/validate.ts';
import { mentions } from '../../slack-double/mrkdwn.ts';

const hostile = fc.constantFrom(
  '@here',
  '<!channel>',
  '<@U666>',
  '<https://evil.example|free>',
  '```',
  '*_~`',
  '\u202eabc',
  '',
  '&'.repeat(4000),
  '👩‍👩‍👧‍👦'.repeat(100),
  `e${'\u0301'.repeat(5000)}`,
);
const text = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
const instant = fc.integer({ min: 0, max: 4e12 });
const reason = fc.option(
  fc.oneof(
    text,
    fc.constantFrom('not_in_channel', 'livechat_refused', 'unknown_outcome'),
    text.map((detail) => `unanswerable:${detail}`),
  ),
);
const outcome: fc.Arbitrary<SlotOutcome> = fc.record({
  dueAt: instant,
  state: fc.constantFrom('due', 'claimed', 'posting', 'posted', 'missed', 'skipped', 'failed', 'uncertain'),
  reason,
});
const line: fc.Arbitrary<ScheduleLine> = fc.record({
  id: fc.constantFrom('k7mq', 'a2bcd'),
  // As the use cases cut it.
  what: text.map((words) => cut(words, 120)),
  when: fc.constantFrom('every Monday at 09:00', `every day at ${Array.from({ length: 24 }, (_, hour) => `${hour}:00`).join(', ')}`),
  zone: fc.constantFrom('Europe/Warsaw', 'UTC'),
  place: fc.constantFrom<ScheduleLine['place']>('you', { channel: 'C1' }, { person: 'U2' }),
  owner: fc.constantFrom(null, 'U2'),
  state: fc.constantFrom('active', 'paused', 'ended', 'deleted'),
  pausedFor: reason,
  nextAt: fc.option(instant),
  isNextSkipped: fc.boolean(),
  last: fc.option(outcome),
  isChangeable: fc.boolean(),
});

/** Slack takes it, and it names nobody but the channel and the people that it is about. */
function expectHarmless(message: Message): void {
  expect(validateBlocks([...message.blocks], 'message')).toEqual([]);
  expect(isTooLong(message.blocks)).toBe(false);
  const named = mentions(JSON.parse(JSON.stringify({ ...message, unfurl_links: false })));
  expect(named.filter((name) => !['<#C1>', '<@U2>'].includes(name))).toEqual([]);
  expect(message.text.length).toBeGreaterThan(0);
  expect(message.text.length).toBeLessThanOrEqual(4000);
}

describe('whatever it is made of, Slack takes', () => {
  test('a confirmation', () => {
    const slot = fc.record({ at: instant, covers: fc.option(text.map((words) => cut(words, 80))), isSkipped: fc.boolean() });
    const notes = fc.array(
      text.map((words) => cut(words, 200)),
      { maxLength: 5 },
    );
    const given = fc.record({ lead: fc.option(text), line, slots: fc.array(slot, { maxLength: 3 }), until: fc.option(text), notes });
    fc.assert(fc.property(given, (confirmation) => expectHarmless(confirmationMessage(confirmation))));
  });

  test('a page of the list', () => {
    const given = fc.record({
      lines: fc.array(line, { maxLength: 8 }),
      total: fc.nat(200),
      next: fc.option(text),
      notes: fc.array(text, { maxLength: 2 }),
      command: fc.constant('/livechat'),
      example: fc.constant('schedule tags every monday at 9:00'),
    });
    fc.assert(fc.property(given, (list) => expectHarmless(schedulesMessage(list))));
  });

  test('a history', () => {
    fc.assert(
      fc.property(line, fc.array(outcome, { maxLength: 20 }), (of, outcomes) => expectHarmless(historyMessage({ line: of, outcomes }))),
    );
  });

  test('a short word, with what to press next', () => {
    const presses = fc.array(fc.record({ label: text, words: text }), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 2 }), presses, (says, hints, offered) => {
        expectHarmless(shortMessage(says, { hints, presses: offered }));
      }),
    );
  });

  test('a form', () => {
    const given = fc.record({
      isNew: fc.boolean(),
      kept: fc.constant('k7mq 3 C1'),
      what: fc.oneof(text, fc.constant('x'.repeat(2000))),
      when: text,
      channel: fc.constantFrom(null, 'C1'),
      hasHere: fc.boolean(),
      zone: fc.constant('UTC'),
      zones: fc.constantFrom(['UTC'], ['Europe/Warsaw', 'UTC']),
      until: fc.constantFrom(null, '2026-12-31'),
      whenEmpty: fc.constantFrom('post' as const, 'skip' as const),
      examples: fc.constant({ what: 'tags last week', when: 'every monday at 9:00' }),
    });
    fc.assert(fc.property(given, (form) => expect(validateView(scheduleForm(form))).toEqual([])));
  });
});
