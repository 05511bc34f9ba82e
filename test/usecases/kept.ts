import type { Asker, PersonPreferences, SavedReport, Store, Visitor, WorkspacePreferences } from '../../src/usecases/ports.ts';

/** Wednesday 18 November 2026, 14:20 in Warsaw. */
export const NOW = Date.UTC(2026, 10, 18, 13, 20);

export const VISITOR: Visitor = {
  workspace: 'T1',
  person: 'U1',
  channel: null,
  name: 'Anna',
  zone: 'Europe/Warsaw',
  locale: 'en-US',
  isAdmin: false,
  isGuest: false,
};
export const ASKER: Asker = { ...VISITOR, zone: 'Europe/Warsaw', weekStart: 'monday' };

export const NOBODY: PersonPreferences = { zone: null, weekStart: null, dayFirst: null, favourites: null, isWelcomed: false };
export const WORKSPACE: WorkspacePreferences = {
  zone: null,
  weekStart: null,
  yearStart: 1,
  chartStyle: 'light',
  schedulers: 'everyone',
  installer: 'U9',
  refusedSince: null,
};

/** What is kept of preferences and saved reports, in memory. */
export function keptInMemory(
  given: { readonly person?: Partial<PersonPreferences>; readonly workspace?: Partial<WorkspacePreferences> } = {},
) {
  const people = new Map<string, PersonPreferences>([['T1 U1', { ...NOBODY, ...given.person }]]);
  const workspaces = new Map<string, WorkspacePreferences>([['T1', { ...WORKSPACE, ...given.workspace }]]);
  const reports = new Map<string, SavedReport>();
  const keyOf = (workspace: string, person: string, name: string) => JSON.stringify([workspace, person, name.toLowerCase()]);
  const ofPerson = async (workspace: string, person: string) => people.get(`${workspace} ${person}`) ?? NOBODY;
  const ofWorkspace = async (workspace: string) => workspaces.get(workspace) ?? WORKSPACE;
  const store: Pick<Store, 'preferences' | 'savedReports'> = {
    preferences: {
      ofPerson,
      ofWorkspace,
      async changePerson(workspace, person, changes) {
        people.set(`${workspace} ${person}`, { ...(await ofPerson(workspace, person)), ...changes });
      },
      async changeWorkspace(workspace, changes) {
        workspaces.set(workspace, { ...(await ofWorkspace(workspace)), ...changes });
      },
    },
    savedReports: {
      list: async (workspace, person) =>
        [...reports.values()]
          .filter((report) => report.workspace === workspace && report.person === person)
          .sort((one, other) => (one.name < other.name ? -1 : 1)),
      find: async (workspace, person, name) => reports.get(keyOf(workspace, person, name)) ?? null,
      async save(report) {
        const key = keyOf(report.workspace, report.person, report.name);
        const isReplaced = reports.has(key);
        reports.set(key, report);
        return isReplaced;
      },
      async rename({ workspace, person, name }, to) {
        const [from, target] = [keyOf(workspace, person, name), keyOf(workspace, person, to)];
        const report = reports.get(from);
        if (!report) return 'unknown';
        if (from !== target && reports.has(target)) return 'taken';
        reports.delete(from);
        reports.set(target, { ...report, name: to });
        return 'done';
      },
      delete: async (workspace, person, name) => reports.delete(keyOf(workspace, person, name)),
    },
  };
  return { store, person: () => ofPerson('T1', 'U1'), workspace: () => ofWorkspace('T1') };
}
