import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLanguage } from '../../../src/language/index.ts';
import type { Question } from '../../../src/language/question.ts';
import { UserError } from '../../../src/model/errors.ts';
import { message } from '../../../src/presentation/blocks.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { createSavedCommands } from '../../../src/usecases/saved/index.ts';
import { validateBlocks } from '../../slack-double/block-kit/validate.ts';
import { ASKER, keptInMemory, NOW } from '../kept.ts';

const language = createLanguage(REPORTS);

/** Somebody who types; what is asked is answered with its words. */
function typing() {
  const { store, person } = keptInMemory();
  const answerQuestion = async (question: Question) => message(`answer to ${language.say(question)}`, []);
  const commands = createSavedCommands({ store, language, clock: () => NOW, answerQuestion });
  const send = (words: string) => {
    const [verb = '', rest = ''] = words.split(/ (.*)/s, 2);
    const command = commands.find(({ name, aliases }) => [name, ...aliases].includes(verb));
    if (!command) throw new Error(`No command ${verb}`);
    return command.run(rest, ASKER, new AbortController().signal);
  };
  return {
    send,
    person,
    store,
    say: async (words: string) => (await send(words)).text,
    refused: (words: string) =>
      send(words).then(
        () => 'not refused',
        (error: unknown) => (error instanceof UserError ? [error.message, ...error.suggestions.map((each) => each.words)] : error),
      ),
    names: async () => (await store.savedReports.list('T1', 'U1')).map(({ name }) => name),
  };
}

describe('a question', () => {
  test('is saved under a name, and asked by it in any case', async () => {
    const { say } = typing();
    expect([await say('save tags last week as Weekly tags'), await say('run weekly TAGS')]).toEqual([
      'Saved tags last week as “Weekly tags”. Home has a button for it.',
      'answer to tags last week',
    ]);
  });

  test('is called by its words where no name is given', async () => {
    const { say, names } = typing();
    await say('save duration yesterday by hour');
    expect([await names(), await say('run duration yesterday by hour')]).toEqual([
      ['duration yesterday by hour'],
      'answer to duration yesterday by hour',
    ]);
  });

  test('takes the place of another one of that name, and says so', async () => {
    const { say, names } = typing();
    await say('save tags last week as Mine');
    expect([await say('save tags yesterday as mine'), await names()]).toEqual([
      'Saved tags yesterday as “mine”, in place of what was saved under that name. Home has a button for it.',
      ['mine'],
    ]);
  });

  test('keeps what is in quotes together: neither “as” nor “to” splits it', async () => {
    const { say, names } = typing();
    await say('save tags last week tag:"as is" as “From A to Z”');
    await say('rename "From A to Z" to "as before"');
    expect([await names(), await say('run "as before"')]).toEqual([['as before'], 'answer to tags last week tag:"as is"']);
  });

  test('that is none is not saved', async () => {
    const { refused, names } = typing();
    expect([await refused('save'), await refused('save help'), await refused('save blorgs'), await names()]).toEqual([
      ['I need a question to save.'],
      ['“help” is not a question about your chats.'],
      [
        expect.stringContaining('“blorgs”'),
        expect.stringMatching(/^save /),
        expect.stringMatching(/^save /),
        expect.stringMatching(/^save /),
      ],
      [],
    ]);
  });

  test('is not saved where fifty are, but in the place of one', async () => {
    const { say, refused, send } = typing();
    for (let index = 0; index < 50; index++) await say(`save tags last week as Report ${index}`);
    expect([await refused('save tags today as One more'), await say('save tags today as Report 7')]).toEqual([
      ['You have 50 saved reports, which is the most.', 'saved'],
      'Saved tags today as “Report 7”, in place of what was saved under that name. Home has a button for it.',
    ]);
    for (const page of ['saved', 'saved 2', 'saved 3', 'saved 99']) {
      expect(validateBlocks([...(await send(page)).blocks], 'message')).toEqual([]);
    }
  });
});

describe('a name', () => {
  test('that there is none of is told with the nearest', async () => {
    const { say, refused } = typing();
    for (const name of ['Weekly tags', 'Daily tags', 'Busy hours', 'Agents']) await say(`save tags last week as ${name}`);
    expect([await refused('run weeky tags'), await refused('forget bussy hours'), await refused('rename dayly tags to Days')]).toEqual([
      ['You have no saved report called “weeky tags”.', 'run "Weekly tags"', 'run "Daily tags"', expect.any(String), 'saved'],
      ['You have no saved report called “bussy hours”.', 'run "Busy hours"', expect.any(String), expect.any(String), 'saved'],
      [
        'You have no saved report called “dayly tags”.',
        'rename "Daily tags" to "Days"',
        'rename "Weekly tags" to "Days"',
        expect.any(String),
        'saved',
      ],
    ]);
  });

  test('can be changed, but not to one that is taken', async () => {
    const { say, refused, names } = typing();
    await say('save tags last week as One');
    await say('save tags last week as Two');
    expect([await refused('rename one to two'), await refused('rename one'), await say('rename one to ONE'), await names()]).toEqual([
      ['Another saved report is called “two” already.', 'saved'],
      ['I need the old name and the new one.'],
      '“one” is called “ONE” now.',
      ['ONE', 'Two'],
    ]);
  });

  test('is forgotten', async () => {
    const { say, refused, names } = typing();
    await say('save tags last week as One');
    expect([await say('unsave one'), await names(), await refused('saved')]).toEqual([
      '“one” is deleted.',
      [],
      ['You have no saved reports yet.'],
    ]);
  });

  test('whatever it is, its buttons run and delete just that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), async (typed) => {
        const { send, refused, names } = typing();
        const outcome = await refused(`save tags last week as ${typed}`);
        if (outcome !== 'not refused') return;
        const list = JSON.stringify((await send('saved')).blocks);
        const words = [...list.matchAll(/"value":("(?:[^"\\]|\\.)*")/g)].map((match): string => JSON.parse(match[1] ?? '""'));
        for (const each of words) await send(each);
        expect(await names()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('favourites', () => {
  test('are chosen, listed and taken away again', async () => {
    const { say, refused, person } = typing();
    const said = [
      await refused('favourites'),
      await say('favorite tags this week'),
      await say('favourite tags this week'),
      await say('favourite duration yesterday'),
      await say('favourites'),
      await say('unfavourite tags this week'),
      await refused('unfavourite tags this week'),
      (await person()).favourites?.map(language.say),
      await say('unfavourite duration yesterday'),
      (await person()).favourites,
    ];
    expect(said).toEqual([
      ['You have no favourites yet, so Home shows the usual ones.', 'favourite tags this week'],
      'tags this week is one of your favourites now. Home has a button for it.',
      'tags this week is one of your favourites now. Home has a button for it.',
      'duration yesterday is one of your favourites now. Home has a button for it.',
      'Your favourites: tags this week, duration yesterday.',
      'tags this week is not a favourite any more.',
      ['tags this week is not one of your favourites.', 'favourites'],
      ['duration yesterday'],
      'duration yesterday is not a favourite any more.',
      null,
    ]);
  });

  test('are five at most', async () => {
    const { say, refused } = typing();
    for (const range of ['today', 'yesterday', 'this week', 'last week', 'this month']) await say(`favourite tags ${range}`);
    expect([await refused('favourite tags last month'), await say('favourite tags today')]).toEqual([
      ['You have 5 favourites, which is the most.', 'favourites'],
      'tags today is one of your favourites now. Home has a button for it.',
    ]);
  });
});
