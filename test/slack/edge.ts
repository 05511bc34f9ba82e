import { createLog } from '../../src/log.ts';
import type { HomeView, Message } from '../../src/presentation/message.ts';
import { reportModal } from '../../src/presentation/report-modal.ts';
import { createSlack as createEdge, DEADLINES, type Deadlines, type Screens, type Slack as SlackEdge } from '../../src/slack/index.ts';
import { createSlack, type Slack, type SlackOptions } from '../slack-double/slack.ts';

/** A Monday at nine, UTC. */
export const NOW = Date.UTC(2026, 10, 16, 9);

export const said = (text: string): Message => ({ text, blocks: [{ type: 'section', text: { type: 'plain_text', text } }] });
export const homeOf = (text: string): HomeView => ({ type: 'home', blocks: [{ type: 'section', text: { type: 'plain_text', text } }] });

export interface EdgeOptions {
  readonly slack?: Partial<SlackOptions>;
  readonly screens?: Partial<Screens>;
  readonly deadlines?: Partial<Deadlines>;
}

export interface Edge {
  /** The double. */
  readonly slack: Slack;
  readonly edge: SlackEdge;
  readonly faults: readonly string[];
  stop(): Promise<void>;
}

const SCREENS: Screens = {
  answer: async (words) => said(`about ${words}`),
  converse: async ({ words }) => ({ message: said(`about ${words}`), isForAll: true }),
  working: said('Wait'),
  forms: { open: async () => ({ message: said('no form') }), submit: async () => ({ message: said('no form') }) },
  gone: async () => {},
  joined: async () => {},
  modal: reportModal,
  home: async function* () {
    yield homeOf('Home');
  },
};

/** The edge on its own, connected to the double: what it shows is given by the test. */
export async function startEdge({ slack: slackOptions, screens, deadlines }: EdgeOptions = {}): Promise<Edge> {
  const clock = slackOptions?.clock ?? (() => NOW);
  const slack = createSlack({ clock, ...slackOptions });
  await slack.start();
  const faults: string[] = [];
  const record = (error: unknown, doing: string) => {
    faults.push(`${doing}: ${error instanceof Error ? error.message : String(error)}`);
    return 'ref';
  };
  const { botToken, appToken } = slack.credentials;
  const edge = createEdge({
    connection: { mode: 'socket', botToken, appToken, apiUrl: slack.url() },
    log: createLog({ level: 'error', secrets: [], write: () => {}, clock }),
    faults: { record },
    clock,
    seenKeys: null,
    deadlines: { ...DEADLINES, ...deadlines },
  });
  await edge.start({ ...SCREENS, ...screens });
  const stop = async () => {
    await edge.stop();
    await slack.stop();
  };
  return { slack, edge, faults, stop };
}
