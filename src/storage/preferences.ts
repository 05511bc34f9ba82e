import type { PersonPreferences, PreferencesStore, WorkspacePreferences } from '../usecases/ports.ts';
import type { Repository } from './repository.ts';
import type { Tables } from './schema.ts';
import { QUESTIONS, readable, readJson } from './stored-json.ts';

const NEW_PERSON = { zone: null, week_start: null, day_first: null, favourites: null, is_welcomed: 0 } as const;
const NEW_WORKSPACE = {
  zone: null,
  week_start: null,
  year_start: 1,
  chart_style: 'light',
  schedulers: 'everyone',
  installer: null,
  refused_since: null,
} as const;

export function createPreferences({ db, faults }: Repository): PreferencesStore {
  return {
    async ofPerson(workspace, person) {
      const found = db.selectFrom('person_preferences').selectAll().where('workspace', '=', workspace).where('person', '=', person);
      const row = (await found.executeTakeFirst()) ?? NEW_PERSON;
      const { favourites } = row;
      return {
        zone: row.zone,
        weekStart: row.week_start,
        dayFirst: row.day_first === null ? null : row.day_first === 1,
        // What cannot be read was never chosen: the person can choose again.
        favourites:
          favourites === null ? null : readable(faults, () => readJson(QUESTIONS, favourites, `person_preferences ${workspace} ${person}`)),
        isWelcomed: row.is_welcomed === 1,
      };
    },
    async changePerson(workspace, person, changes) {
      const changed = personRow(changes);
      await db
        .insertInto('person_preferences')
        .values({ ...NEW_PERSON, ...changed, workspace, person })
        .onConflict((known) => known.columns(['workspace', 'person']).doUpdateSet({ ...changed, workspace }))
        .execute();
    },
    async ofWorkspace(workspace) {
      const found = db.selectFrom('workspace_preferences').selectAll().where('workspace', '=', workspace);
      const row = (await found.executeTakeFirst()) ?? NEW_WORKSPACE;
      return {
        zone: row.zone,
        weekStart: row.week_start,
        yearStart: row.year_start,
        chartStyle: row.chart_style,
        schedulers: row.schedulers,
        installer: row.installer,
        refusedSince: row.refused_since,
      };
    },
    async changeWorkspace(workspace, changes) {
      const changed = workspaceRow(changes);
      await db
        .insertInto('workspace_preferences')
        .values({ ...NEW_WORKSPACE, ...changed, workspace })
        .onConflict((known) => known.column('workspace').doUpdateSet({ ...changed, workspace }))
        .execute();
    },
  };
}

function personRow(changes: Partial<PersonPreferences>): Partial<Tables['person_preferences']> {
  const { zone, weekStart, dayFirst, favourites, isWelcomed } = changes;
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(weekStart === undefined ? {} : { week_start: weekStart }),
    ...(dayFirst === undefined ? {} : { day_first: dayFirst === null ? null : Number(dayFirst) }),
    ...(favourites === undefined ? {} : { favourites: favourites && JSON.stringify(favourites) }),
    ...(isWelcomed === undefined ? {} : { is_welcomed: isWelcomed ? 1 : 0 }),
  };
}

function workspaceRow(changes: Partial<WorkspacePreferences>): Partial<Tables['workspace_preferences']> {
  const { zone, weekStart, yearStart, chartStyle, schedulers, installer, refusedSince } = changes;
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(weekStart === undefined ? {} : { week_start: weekStart }),
    ...(yearStart === undefined ? {} : { year_start: yearStart }),
    ...(chartStyle === undefined ? {} : { chart_style: chartStyle }),
    ...(schedulers === undefined ? {} : { schedulers }),
    ...(installer === undefined ? {} : { installer }),
    ...(refusedSince === undefined ? {} : { refused_since: refusedSince }),
  };
}
