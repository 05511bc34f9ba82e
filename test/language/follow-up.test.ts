import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHARTS } from '../../src/charts/index.ts';
import { FILLERS } from '../../src/language/fillers.ts';
import { createLanguage } from '../../src/language/index.ts';
import type { Context, Question } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import { CONTEXT, outcomeOf, TOPICS } from './context.ts';
import { CRUMBS } from './crumbs.ts';

const { followUp, overheard, understand, say } = createLanguage(TOPICS, CHARTS);

const HERE: Context = {
  ...CONTEXT,
  directory: {
    agents: [
      { id: 'anna@example.com', name: 'Anna Nowak' },
      { id: 'tom@example.com', name: 'Tom Okafor' },
    ],
    groups: [{ id: 1, name: 'Billing' }],
    tags: ['refund', 'spam', 'vip'],
  },
};

const PLAIN: Question = { report: 'tags', range: 'last week', distribution: null, filters: {} };
/** With a part of every kind. */
const FULL: Question = {
  report: 'duration',
  range: 'last week',
  compare: 'the week before',
  distribution: 'day',
  filters: { agents: ['tom@example.com'], groups: [7], tags: ['vip'] },
  show: 'table',
};

const edited = (parent: Question, words: string): Question | string => {
  const understanding = followUp(parent, words, HERE);
  if (understanding.kind === 'question') return understanding.question;
  return understanding.kind === 'help' ? 'help' : understanding.message;
};

describe('what is said after a question edits it', () => {
  const { compare: _compare, show: _show, ...plainer } = FULL;
  const { agents: _agents, ...others } = FULL.filters;
  test.each<[string, Question]>([
    ['and yesterday?', { ...FULL, range: 'yesterday' }],
    ['last month', { ...FULL, range: 'last month' }],
    ['what about october', { ...FULL, range: 'October' }],
    ['now show me last month', { ...FULL, range: 'last month' }],
    ['by weekday', { ...FULL, distribution: 'weekday' }],
    ['by hour please', { ...FULL, distribution: 'hour' }],
    ['no split', { ...FULL, distribution: null }],
    ['only tag refund', { ...FULL, filters: { ...FULL.filters, tags: ['refund'] } }],
    ['for anna', { ...FULL, filters: { ...FULL.filters, agents: ['anna@example.com'] } }],
    ['only anna', { ...FULL, filters: { ...FULL.filters, agents: ['anna@example.com'] } }],
    ['and for group billing?', { ...FULL, filters: { ...FULL.filters, groups: [1] } }],
    ['without tag spam', { ...FULL, filters: { ...FULL.filters, withoutTags: ['spam'] } }],
    ['without tag vip', { ...FULL, filters: { agents: ['tom@example.com'], groups: [7], withoutTags: ['vip'] } }],
    ['only untagged', { ...FULL, filters: { agents: ['tom@example.com'], groups: [7], tagged: false } }],
    ['all groups', { ...FULL, filters: { agents: ['tom@example.com'], tags: ['vip'] } }],
    ['for all agents', { ...FULL, filters: others }],
    ['everybody', { ...FULL, filters: others }],
    ['all tags', { ...FULL, filters: { agents: ['tom@example.com'], groups: [7] } }],
    ['no filters', { ...FULL, filters: {} }],
    ['as csv', { ...FULL, show: 'csv' }],
    ['only the chart', { ...FULL, show: 'chart' }],
    ['as heatmap', { ...plainer, compare: 'the week before', distribution: null, chart: 'heatmap' }],
    ['as a line', { ...plainer, compare: 'the week before', chart: 'line' }],
    ['only the pie', { ...FULL, show: 'chart', chart: 'pie' }],
    ['with the chart', { ...plainer, compare: 'the week before' }],
    ['compare with march', { ...FULL, compare: 'March' }],
    ['vs last month', { ...FULL, compare: 'last month' }],
    ['no comparison', { ...plainer, show: 'table' }],
    ['don’t compare', { ...plainer, show: 'table' }],
    ['and tags?', { ...FULL, report: 'tags' }],
    ['how about the csat', { ...FULL, report: 'ratings' }],
    [
      'all groups, last month by week as chart',
      {
        ...FULL,
        range: 'last month',
        distribution: 'week',
        filters: { agents: ['tom@example.com'], tags: ['vip'] },
        show: 'chart',
      },
    ],
  ])('%s', (words, question) => {
    expect(edited(FULL, words)).toEqual(question);
  });

  test.each<[string, Question]>([
    ['as heatmap', { ...PLAIN, show: 'chart', chart: 'heatmap' }],
    ['make it a line chart', { ...PLAIN, show: 'chart', chart: 'line' }],
    ['and yesterday?', { ...PLAIN, range: 'yesterday', show: 'chart', chart: 'pie' }],
    ['with the table', { ...PLAIN, chart: 'pie' }],
    ['as chart', { ...PLAIN, show: 'chart' }],
    ['as table', { ...PLAIN, show: 'table' }],
    ['as csv', { ...PLAIN, show: 'csv' }],
    ['as chart and table', PLAIN],
    ['the usual chart', PLAIN],
  ])('a pie without its table becomes by “%s”', (words, question) => {
    expect(edited({ ...PLAIN, show: 'chart', chart: 'pie' }, words)).toEqual(question);
  });

  test('in other languages as well', () => {
    expect(followUp(PLAIN, 'und gestern?', { ...HERE, locale: 'de-DE' })).toMatchObject({ question: { ...PLAIN, range: 'yesterday' } });
  });

  test('a split that does not suit another range is chosen anew', () => {
    expect(edited({ ...FULL, distribution: 'hour' }, 'and last quarter?')).toEqual({ ...FULL, range: 'last quarter', distribution: null });
  });

  test('what was the week before a week is compared with', () => {
    expect(edited(PLAIN, 'and the week before?')).toEqual({ ...PLAIN, compare: 'the week before' });
  });

  test('a new tag takes the place of “untagged”, and of itself where it was left out', () => {
    const [untagged, without] = [{ tagged: false }, { withoutTags: ['vip', 'spam'] }];
    expect([edited({ ...PLAIN, filters: untagged }, 'tag vip'), edited({ ...PLAIN, filters: without }, 'tag vip')]).toEqual([
      { ...PLAIN, filters: { tags: ['vip'] } },
      { ...PLAIN, filters: { tags: ['vip'], withoutTags: ['spam'] } },
    ]);
  });

  test('all tags is a report where there is no tag to take away', () => {
    expect(edited({ ...PLAIN, report: 'duration' }, 'all tags')).toEqual(PLAIN);
  });
});

test('words that name a report and a range are a question of their own, unless they go on', () => {
  expect([edited(FULL, 'tags last month'), edited(FULL, 'and tags last month')]).toEqual([
    { ...PLAIN, range: 'last month' },
    { ...FULL, report: 'tags', range: 'last month' },
  ]);
});

describe('the same of last year', () => {
  test.each(['same last year', 'and the same last year?', 'same week last year', 'the same time last year', 'same period of last year'])(
    '“%s” is what the answer is compared with',
    (words) => {
      expect(edited(PLAIN, words)).toEqual({ ...PLAIN, compare: 'same period last year' });
    },
  );

  test.each([
    ['and last year?', { ...PLAIN, range: 'last year' }],
    ['tags same week last year', { ...PLAIN, range: 'same week last year' }],
  ])('“%s” is a range', (words, question) => {
    expect(edited(PLAIN, words)).toEqual(question);
  });
});

describe('a split by people', () => {
  const offered = (words: string, context: Context, parent = PLAIN) => {
    try {
      return followUp(parent, words, context);
    } catch (error) {
      return error instanceof UserError ? [error.hint, error.suggestions] : error;
    }
  };
  const splits = 'hour, hour of day, day, week, weekday, month or year.';

  test.each(['by agent', 'by group', 'by person', 'tags last week by agent'])('“%s” has a way on to the first ones', (words) => {
    expect(offered(words, HERE)).toEqual([
      `I can narrow it to one agent, or split it by ${splits}`,
      [
        { label: 'Only Anna Nowak', words: 'tags last week agent:anna@example.com' },
        { label: 'Only Tom Okafor', words: 'tags last week agent:tom@example.com' },
      ],
    ]);
  });

  test('is explained in words where nobody is known, or it is about one already', () => {
    const hint = `I can split by ${splits} For one agent write “agent:anna@example.com”.`;
    const tom = { ...PLAIN, filters: { agents: ['tom@example.com'] } };
    expect([offered('by agent', CONTEXT), offered('by agent', HERE, tom)]).toEqual([
      [hint, [{ label: 'tags last week', words: 'tags last week' }]],
      [hint, [{ label: 'tags last week agent:"Tom Okafor"', words: 'tags last week agent:tom@example.com' }]],
    ]);
  });
});

describe('what is not understood', () => {
  test('is quoted, with the nearest three questions, each of which can be asked as it is', () => {
    const understanding = followUp(FULL, 'flibber', HERE);
    expect(understanding).toMatchObject({
      kind: 'unclear',
      message: "I don't know what “flibber” means.",
      suggestions: [{ words: expect.any(String) }, { words: expect.any(String) }, { words: expect.any(String) }],
    });
    const asked = understanding.kind === 'unclear' ? understanding.suggestions.map(({ words }) => understand(words, HERE).kind) : [];
    expect(asked).toEqual(['question', 'question', 'question']);
  });

  test('has three questions to go on with also where reports are few', () => {
    const two = createLanguage(TOPICS.slice(0, 2), CHARTS);
    const pressable = (found: ReturnType<typeof followUp>) => (found.kind === 'unclear' ? found.suggestions.map(({ words }) => words) : []);
    expect([pressable(two.followUp(PLAIN, 'flurb', HERE)), pressable(two.understand('blorp yesterday', HERE))]).toEqual([
      ['duration last week', 'tags this week', 'tags yesterday'],
      ['duration yesterday', 'tags yesterday', 'tags last week'],
    ]);
  });

  test('a slip is put right', () => {
    expect(followUp(PLAIN, 'and yesteday?', HERE)).toMatchObject({
      question: { ...PLAIN, range: 'yesterday' },
      notes: ['I read “yesteday” as yesterday.'],
    });
  });

  test.each([
    ['by agent', 'I cannot split by agent.'],
    ['and 30 feb?', 'There is no 30 February.'],
    ['tomorrow', '“tomorrow” has not begun yet.'],
    ['last month or yesterday', expect.stringContaining('one range')],
  ])('%s is refused in words', (words, message) => {
    expect(outcomeOf(() => edited(PLAIN, words))).toMatchObject({ message });
  });

  test('thanks are no question', () => {
    expect([edited(PLAIN, 'thanks'), edited(PLAIN, 'help')]).toEqual(['help', 'help']);
  });
});

describe('what people say to each other in a thread', () => {
  test.each([
    'and yesterday?',
    'by hour',
    'what about last month',
    'only tag refund',
    'for anna',
    'as table',
    'as a pie',
    'vs the week before',
  ])('“%s” is for the bot', (words) => {
    expect(overheard(PLAIN, words, HERE)?.question).toEqual(edited(PLAIN, words));
  });

  test.each([
    'I was out yesterday',
    'see you monday',
    'yesterday was awful',
    'ok, monday then',
    'thanks',
    'thanks anna',
    'ok',
    'and?',
    '',
    'pie?',
    'last week',
    'tomorrow',
    'by agent',
    'and yesteday?',
    'what do you need',
    '@U2 and yesterday?',
    'help',
  ])('“%s” is not', (words) => {
    expect(overheard(PLAIN, words, HERE)).toBeNull();
  });
});

describe('whatever is said', () => {
  const crumbs = fc.array(fc.constantFrom(...CRUMBS), { maxLength: 5 }).map((pieces) => pieces.join(' '));

  test('words that only lead on change nothing; fillers never ask something else', () => {
    const leading = fc.constantFrom('and', 'what about', 'how about', 'only', 'now show', 'same again', 'please', '…', '?');
    const said = (words: string) => edited(FULL, words);
    fc.assert(
      fc.property(fc.array(leading, { maxLength: 6 }), (words) => {
        expect(said(words.join(' '))).toEqual(FULL);
      }),
    );
    const reports = TOPICS.flatMap(({ name, title, aliases }) => [name, title, ...aliases]).flatMap((name) =>
      name.toLowerCase().split(' '),
    );
    const fillers = [...FILLERS].filter((word) => !reports.includes(word));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fillers), { maxLength: 6 }), (words) => {
        expect([FULL, 'help']).toContainEqual(said(words.join(' ')));
      }),
    );
  });

  test('what is understood can be answered, and said in words; what is refused is refused for the person', () => {
    fc.assert(
      fc.property(fc.constantFrom(PLAIN, FULL), crumbs, (parent, words) => {
        try {
          const understanding = followUp(parent, words, HERE);
          if (understanding.kind !== 'question') return;
          expect(understand(say(understanding.question), HERE)).toMatchObject({ question: understanding.question });
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
    );
  });
});
