import { describe, expect, test } from '@jest/globals';
import { BILLING, NOW, TAGS } from '../given.ts';
import type { Here } from './here.ts';

export function peopleContract(here: Here): void {
  describe('preferences', () => {
    test('nobody has chosen anything at first', async () => {
      const team = here.workspace();
      expect([await here.storage.preferences.ofPerson(team, 'U1'), await here.storage.preferences.ofWorkspace(team)]).toEqual([
        { zone: null, weekStart: null, dayFirst: null, favourites: null, isWelcomed: false },
        { zone: null, weekStart: null, yearStart: 1, chartStyle: 'light', schedulers: 'everyone', installer: null, refusedSince: null },
      ]);
    });

    test('what a person changes stays, the rest is as it was', async () => {
      const team = here.workspace();
      await here.storage.preferences.changePerson(team, 'U1', { zone: 'Asia/Tokyo' });
      await here.storage.preferences.changePerson(team, 'U1', { favourites: [BILLING, TAGS], isWelcomed: true, dayFirst: true });
      await here.storage.preferences.changePerson(team, 'U2', { favourites: [], dayFirst: false });
      await here.storage.preferences.changePerson(team, 'U1', {});
      expect([await here.storage.preferences.ofPerson(team, 'U1'), await here.storage.preferences.ofPerson(team, 'U2')]).toEqual([
        { zone: 'Asia/Tokyo', weekStart: null, dayFirst: true, favourites: [BILLING, TAGS], isWelcomed: true },
        { zone: null, weekStart: null, dayFirst: false, favourites: [], isWelcomed: false },
      ]);
      await here.storage.preferences.changePerson(team, 'U1', { zone: null, isWelcomed: false, weekStart: 'sunday', dayFirst: null });
      expect(await here.storage.preferences.ofPerson(team, 'U1')).toEqual({
        zone: null,
        weekStart: 'sunday',
        dayFirst: null,
        favourites: [BILLING, TAGS],
        isWelcomed: false,
      });
    });

    test('what a workspace changes stays, the rest is as it was', async () => {
      const team = here.workspace();
      await here.storage.preferences.changeWorkspace(team, { chartStyle: 'dark', refusedSince: NOW, yearStart: 4 });
      await here.storage.preferences.changeWorkspace(team, { schedulers: 'admins', installer: 'U9', zone: 'UTC', weekStart: 'saturday' });
      await here.storage.preferences.changeWorkspace(team, { refusedSince: null });
      expect(await here.storage.preferences.ofWorkspace(team)).toEqual({
        zone: 'UTC',
        weekStart: 'saturday',
        yearStart: 4,
        chartStyle: 'dark',
        schedulers: 'admins',
        installer: 'U9',
        refusedSince: null,
      });
    });
  });

  describe('saved reports', () => {
    test('a name is found again without regard to case, and takes the place of its like', async () => {
      const key = { workspace: here.workspace(), person: 'U1' };
      const saved = [
        await here.storage.savedReports.save({ ...key, name: 'Straße ΟΔΟΣ', question: TAGS }),
        await here.storage.savedReports.save({ ...key, name: 'STRASSE οδοσ', question: BILLING }),
        await here.storage.savedReports.save({ ...key, name: 'billing', question: TAGS }),
        await here.storage.savedReports.save({ ...key, person: 'U2', name: 'Billing', question: BILLING }),
      ];
      expect({
        saved,
        found: await here.storage.savedReports.find(key.workspace, 'U1', 'straße οδος'),
        list: await here.storage.savedReports.list(key.workspace, 'U1'),
        unknown: await here.storage.savedReports.find(key.workspace, 'U1', 'tags'),
      }).toEqual({
        saved: [false, true, false, false],
        found: { ...key, name: 'STRASSE οδοσ', question: BILLING },
        list: [
          { ...key, name: 'billing', question: TAGS },
          { ...key, name: 'STRASSE οδοσ', question: BILLING },
        ],
        unknown: null,
      });
    });

    test('a report is renamed, unless the name is taken, and deleted once', async () => {
      const key = { workspace: here.workspace(), person: 'U1' };
      const { savedReports } = here.storage;
      await savedReports.save({ ...key, name: 'one', question: TAGS });
      await savedReports.save({ ...key, name: 'two', question: BILLING });
      expect({
        renamed: [
          await savedReports.rename({ ...key, name: 'one' }, 'TWO'),
          await savedReports.rename({ ...key, name: 'none' }, 'four'),
          await savedReports.rename({ ...key, name: 'ONE' }, 'One'),
          await savedReports.rename({ ...key, name: 'two' }, 'three'),
        ],
        deleted: [await savedReports.delete(key.workspace, 'U1', 'ONE'), await savedReports.delete(key.workspace, 'U1', 'one')],
        left: await savedReports.list(key.workspace, 'U1'),
      }).toEqual({
        renamed: ['taken', 'unknown', 'done', 'done'],
        deleted: [true, false],
        left: [{ ...key, name: 'three', question: BILLING }],
      });
    });
  });

  describe('what a conversation is about', () => {
    const thread = { channel: 'C1', thread: '1.2' };

    test('is the last question there, until its time is over', async () => {
      const team = here.workspace();
      const { conversations } = here.storage;
      await conversations.keep(team, thread, TAGS, NOW + 9);
      await conversations.keep(team, thread, BILLING, NOW + 5);
      await conversations.keep(team, { channel: 'U1', thread: '' }, TAGS, NOW + 9);
      const found = [
        await conversations.find(team, thread, NOW + 4),
        await conversations.find(team, thread, NOW + 5),
        await conversations.find(team, { channel: 'U1', thread: '' }, NOW),
        await conversations.find(team, { channel: 'C1', thread: '1.3' }, NOW),
        await conversations.find(here.workspace(), thread, NOW),
      ];
      const forgotten = [await conversations.forget(NOW + 5), await conversations.forget(NOW + 9)];
      expect([found, forgotten]).toEqual([
        [BILLING, null, TAGS, null, null],
        [1, 1],
      ]);
    });
  });

  describe('questions', () => {
    test('a question has one id, however often and in whatever order of its parts it is asked', async () => {
      const team = here.workspace();
      const turned = { filters: {}, distribution: null, range: 'last week', report: 'tags' };
      const [first, second, third] = await here.storage.questions.keep(team, [TAGS, BILLING, turned], NOW);
      const [again] = await here.storage.questions.keep(team, [TAGS], NOW);
      expect({ third, again, length: first?.length, found: await here.storage.questions.find(team, second ?? '') }).toEqual({
        third: first,
        again: first,
        length: 16,
        found: BILLING,
      });
      expect(await here.storage.questions.keep(team, [], NOW)).toEqual([]);
    });

    test('a question is kept until the latest time that anybody asked for', async () => {
      const team = here.workspace();
      const [id = ''] = await here.storage.questions.keep(team, [TAGS], NOW - 10);
      await here.storage.questions.keep(team, [TAGS], NOW - 20);
      await here.storage.questions.forget(NOW - 10);
      const kept = await here.storage.questions.find(team, id);
      const forgotten = await here.storage.questions.forget(NOW - 9);
      expect({ kept, forgotten, left: await here.storage.questions.find(team, id) }).toEqual({ kept: TAGS, forgotten: 1, left: null });
    });
  });
}
