import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../../src/language/index.ts';
import { UserError } from '../../../src/model/errors.ts';
import { message } from '../../../src/presentation/blocks.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import type { FormValues } from '../../../src/usecases/doors.ts';
import type { PersonPreferences } from '../../../src/usecases/ports.ts';
import { createSettingsCommands, createSettingsForm } from '../../../src/usecases/settings/index.ts';
import { validateView } from '../../slack-double/block-kit/validate.ts';
import { ASKER, keptInMemory, NOBODY, NOW, WORKSPACE } from '../kept.ts';

const language = createLanguage(REPORTS);
const ADMIN = { ...ASKER, isAdmin: true };
const signal = new AbortController().signal;

function settingsOf(given: { readonly person?: Partial<PersonPreferences> } = {}) {
  const kept = keptInMemory(given);
  const deps = { store: kept.store, language, clock: () => NOW, defaults: { zone: 'UTC', weekStart: 'monday' } as const, reports: REPORTS };
  const asked = async ({ question }: { readonly question: Parameters<typeof language.say>[0] }) =>
    message(`answer to ${language.say(question)}`, []);
  const commands = createSettingsCommands({ ...deps, answerQuestion: { asked } });
  const run = async (words: string, asker = ASKER): Promise<unknown> => {
    const [verb, rest = ''] = words.split(/ (.*)/s, 2);
    try {
      return (await commands.find(({ name }) => name === verb)?.run(rest, asker, signal))?.text;
    } catch (error) {
      return error instanceof UserError ? [error.message, ...error.suggestions.map(({ words: meant }) => meant)] : error;
    }
  };
  return { ...kept, run, form: createSettingsForm(deps) };
}

const filled = (values: Readonly<Record<string, string | readonly string[] | null>>): FormValues => new Map(Object.entries(values));

describe('a time zone', () => {
  test('is chosen by its name or its city, and given back to Slack', async () => {
    const { run, person } = settingsOf();
    const zones = [];
    for (const words of ['zone europe/lisbon', 'zone warsaw', 'zone slack']) zones.push(await run(words), (await person()).zone);
    expect(zones).toEqual([
      'Your time zone is Europe/Lisbon now.',
      'Europe/Lisbon',
      'Your time zone is Europe/Warsaw now.',
      'Europe/Warsaw',
      'Your time zone is the one in Slack again.',
      null,
    ]);
  });

  test('is set behind the word settings as well', async () => {
    const { run, person } = settingsOf();
    const said = [await run('settings zone lisbon'), await run('settings week starts sunday')];
    const { zone, weekStart } = await person();
    expect([said[0], zone, weekStart]).toEqual(['Your time zone is Europe/Lisbon now.', 'Europe/Lisbon', 'sunday']);
  });

  test('that there is not is told with the nearest, and an offset is none', async () => {
    const { run, person } = settingsOf();
    expect([await run('zone Warsawa'), await run('zone +02:00'), await run('zone'), (await person()).zone]).toEqual([
      ["I don't know a time zone called “Warsawa”.", 'zone Europe/Warsaw', expect.any(String), expect.any(String)],
      ["I don't know a time zone called “+02:00”.", expect.any(String), expect.any(String), expect.any(String)],
      'Your time zone is Europe/Warsaw. To have another one: zone Europe/Lisbon',
      null,
    ]);
  });
});

describe('the first day of the week', () => {
  test('is remembered', async () => {
    const { run, person } = settingsOf();
    expect([
      await run('week starts sunday'),
      (await person()).weekStart,
      await run('week start on Saturdays'),
      (await person()).weekStart,
    ]).toEqual(['Your weeks start on Sunday now.', 'sunday', 'Your weeks start on Saturday now.', 'saturday']);
  });

  test('is one of three, and a week of the year is a question', async () => {
    const { run } = settingsOf();
    const choices = ['week starts monday', 'week starts sunday', 'week starts saturday'];
    expect([await run('week starts tuesday'), await run('week 45'), await run('week blorg')]).toEqual([
      ['Weeks start on Monday, Sunday or Saturday.', ...choices],
      'answer to tags week 45',
      ["I don't know what “week blorg” means.", ...choices],
    ]);
  });
});

test('settings say what counts', async () => {
  const { run } = settingsOf({ person: { weekStart: 'monday' } });
  expect(await run('settings')).toBe('Your settings: times in Europe/Warsaw, weeks start on Monday.');
});

describe('which number of a date is the day', () => {
  test('is remembered, and given back to Slack', async () => {
    const { run, person } = settingsOf();
    const said = [];
    for (const words of ['dates day first', 'dates Month-First', 'dates slack', 'dates'])
      said.push([await run(words), (await person()).dayFirst]);
    expect(said).toEqual([
      ['I read your dates day first: 3/4 is 3 April now.', true],
      ['I read your dates month first: 3/4 is 4 March now.', false],
      ['I read your dates as your language in Slack does again.', null],
      ['You write dates month first: 3/4 is 4 March.', null],
    ]);
  });

  test('is one of two, and anything else may be a question', async () => {
    const { run } = settingsOf();
    expect([await run('dates last week'), await run('dates blorg first')]).toEqual([
      ["I don't know what “dates last week” means.", 'dates day first', 'dates month first'],
      ["I don't know what “dates blorg first” means.", 'dates day first', 'dates month first'],
    ]);
  });
});

describe('the fiscal year', () => {
  test('is set by administrators for the whole workspace', async () => {
    const { run, workspace } = settingsOf();
    const [refused, done] = [await run('fiscal year starts april'), await run('settings fiscal year begins in April', ADMIN)];
    expect([refused, done, (await workspace()).yearStart]).toEqual([
      ['Only administrators can change the fiscal year.', 'settings'],
      'The fiscal year starts in April now, and Q1 with it, for everybody here. It counts for schedules too, from their next post on.',
      4,
    ]);
  });

  test('starts in a month, and questions may begin like it', async () => {
    const { run } = settingsOf();
    const choices = ['january', 'april', 'july', 'october'].map((month) => `fiscal year starts ${month}`);
    expect([await run('fiscal year starts', ADMIN), await run('fiscal year starts smarch', ADMIN), await run('fiscal year 2025')]).toEqual([
      ['A fiscal year starts in a month.', ...choices],
      ['A fiscal year starts in a month.', ...choices],
      'answer to tags fiscal year 2025',
    ]);
  });
});

describe('the form of settings', () => {
  test('has fields for the workspace for administrators only, and is one that Slack takes', async () => {
    const { form } = settingsOf({ person: { favourites: [{ report: 'tags', range: 'today', distribution: null, filters: {} }] } });
    const views = [await form.open('', ASKER), await form.open('', ADMIN)];
    expect(views.flatMap(validateView)).toEqual([]);
    expect(views.map(({ blocks }) => blocks.map((block) => block.block_id ?? block.type))).toEqual([
      ['zone', 'week-start', 'day-first', 'favourites', 'section'],
      [
        ...['zone', 'week-start', 'day-first', 'favourites', 'section'],
        ...['workspace-zone', 'workspace-week-start', 'year-start', 'chart-style', 'schedulers'],
      ],
    ]);
  });

  test('keeps what was filled in, twice as once', async () => {
    const { form, person, workspace } = settingsOf();
    const values = filled({
      zone: 'lisbon',
      'week-start': 'sunday',
      'day-first': 'day',
      favourites: ['tags last week', 'duration yesterday by hour'],
      'workspace-zone': 'Europe/Paris',
      'workspace-week-start': 'monday',
      'year-start': '4',
      'chart-style': 'dark',
      schedulers: 'admins',
    });
    const submitted = [await form.submit(values, '', ADMIN), await form.submit(values, '', ADMIN)];
    expect(submitted.map((each) => 'message' in each && each.message.text)).toEqual(
      Array(2).fill('Saved: times are in Europe/Lisbon, weeks start on Sunday. The workspace’s settings are saved too.'),
    );
    expect([await person(), await workspace()]).toEqual([
      {
        ...NOBODY,
        zone: 'Europe/Lisbon',
        weekStart: 'sunday',
        dayFirst: true,
        favourites: [
          { report: 'tags', range: 'last week', distribution: null, filters: {} },
          { report: 'duration', range: 'yesterday', distribution: 'hour', filters: {} },
        ],
      },
      { ...WORKSPACE, zone: 'Europe/Paris', yearStart: 4, chartStyle: 'dark', schedulers: 'admins' },
    ]);
  });

  test('leaves what was not touched as it is, and gives the zone back to Slack when asked to', async () => {
    const chosen = { zone: 'Europe/Lisbon', weekStart: 'sunday', dayFirst: false, favourites: [] } as const;
    const { form, person } = settingsOf({ person: chosen });
    const untouched = await form.submit(filled({ zone: null, 'week-start': null, 'day-first': null, favourites: null }), '', ASKER);
    const before = await person();
    await form.submit(filled({ zone: 'Slack', 'week-start': 'default', 'day-first': 'default' }), '', ASKER);
    expect(['message' in untouched && untouched.message.text, before, await person()]).toEqual([
      'Saved: times are in Europe/Lisbon, weeks start on Sunday.',
      { ...NOBODY, ...chosen },
      { ...NOBODY, favourites: [] },
    ]);
  });

  test('changes nothing of the workspace for anybody else, whatever is sent', async () => {
    const { form, workspace } = settingsOf();
    await form.submit(filled({ zone: null, 'workspace-zone': 'Europe/Paris', 'chart-style': 'none' }), '', ASKER);
    expect(await workspace()).toEqual(WORKSPACE);
  });

  test('says at its fields what is wrong, and keeps nothing then', async () => {
    const { form, person } = settingsOf();
    const six = ['today', 'yesterday', 'this week', 'last week', 'this month', 'last month'].map((range) => `tags ${range}`);
    expect([await form.submit(filled({ zone: 'Atlantis', favourites: six }), '', ASKER), await person()]).toEqual([
      { errors: { zone: expect.stringMatching(/^I don't know a time zone called “Atlantis”\. Is it /), favourites: 'Choose 5 at most.' } },
      NOBODY,
    ]);
  });

  test('leaves a favourite that is too long to be offered', async () => {
    const long = {
      report: 'tags',
      range: 'today',
      distribution: null,
      filters: { tags: Array.from({ length: 30 }, (_, at) => `tag-${at}`) },
    };
    const { form, person } = settingsOf({ person: { favourites: [long] } });
    await form.submit(filled({ favourites: ['tags today'] }), '', ASKER);
    expect((await person()).favourites).toEqual([{ report: 'tags', range: 'today', distribution: null, filters: {} }, long]);
  });
});
