import { viewContent } from '../content.ts';
import { type JsonObject, textAt } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../views.ts';
import { APP, TEAM } from '../workspace.ts';
import { type Methods, required } from './method.ts';

/** None of them asks for a scope. */
export const viewMethods: Methods = {
  'views.open': {
    run: (args, { views, triggers, files }) => {
      const content = viewContent(args.view, 'modal', files);
      return { view: viewOnTheWire(views.open(triggers.exchange(required(args, 'trigger_id')), content)) };
    },
  },

  'views.push': {
    run: (args, { views, triggers, files }) => {
      const content = viewContent(args.view, 'modal', files);
      return { view: viewOnTheWire(views.push(triggers.exchange(required(args, 'trigger_id')), content)) };
    },
  },

  'views.update': {
    run: (args, { views, files }) => {
      const type = textAt(args, 'view', 'type') === 'home' ? 'home' : 'modal';
      const name = { id: textAt(args, 'view_id'), externalId: textAt(args, 'external_id') };
      return { view: viewOnTheWire(views.update(name, viewContent(args.view, type, files), textAt(args, 'hash'))) };
    },
  },

  'views.publish': {
    run: (args, { views, files, workspace }) => {
      const user = required(args, 'user_id');
      if (!workspace.users.has(user)) throw new Refusal('user_not_found');
      return { view: viewOnTheWire(views.publish(user, viewContent(args.view, 'home', files), textAt(args, 'hash'))) };
    },
  },
};

export function viewOnTheWire({ id, hash, rootId, previousId, content }: View, values: JsonObject = {}): JsonObject {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...content,
    id,
    team_id: TEAM.id,
    app_id: APP.id,
    app_installed_team_id: TEAM.id,
    bot_id: APP.botId,
    hash,
    state: { values },
    root_view_id: rootId,
    previous_view_id: previousId,
  };
}
