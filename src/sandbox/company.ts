import type { Token } from './reports-api/auth.ts';

export interface Agent {
  readonly name: string;
  readonly email: string;
  /** Ids of the groups whose chats come here. */
  readonly groups: readonly number[];
}

export interface Group {
  readonly id: number;
  readonly name: string;
  /** How often a chat falls to it, relative to the others. */
  readonly weight: number;
  /** How long its chats take, relative to General. */
  readonly pace: number;
}

export interface Tag {
  readonly name: string;
  /** How often a chat gets it, relative to the others. */
  readonly weight: number;
  /** The group that uses it most. */
  readonly home?: number;
}

/** Northwind Outdoor sells tents and stoves to half the world. Names are as awkward as in real life, on purpose. */
export const GROUPS: readonly Group[] = [
  { id: 0, name: 'General', weight: 40, pace: 1 },
  { id: 1, name: 'Billing', weight: 20, pace: 1.25 },
  { id: 2, name: 'Delivery & returns', weight: 25, pace: 0.9 },
  { id: 7, name: 'Vertrieb Köln', weight: 10, pace: 1.1 },
  { id: 12, name: '日本語サポート', weight: 5, pace: 1.6 },
];

export const AGENTS: readonly Agent[] = [
  { name: 'Anna Nowak', email: 'anna.nowak@northwind.example', groups: [0, 1] },
  { name: 'Ben O’Brien', email: 'ben.obrien@northwind.example', groups: [0, 2] },
  { name: 'Tom Okafor', email: 'tom.okafor@northwind.example', groups: [0] },
  { name: 'Łukasz Wójcik', email: 'lukasz.wojcik@northwind.example', groups: [1] },
  { name: 'María José Núñez', email: 'maria.nunez@northwind.example', groups: [0, 2] },
  { name: 'Zoë Müller', email: 'zoe.mueller@northwind.example', groups: [7] },
  { name: 'Jürgen Weiß', email: 'juergen.weiss@northwind.example', groups: [7, 1] },
  { name: 'Priya Sharma', email: 'priya.sharma@northwind.example', groups: [2] },
  { name: '佐藤 美咲', email: 'misaki.sato@northwind.example', groups: [12, 0] },
];

/** Who left, and is suspended: reports of old chats could name them. */
export const FORMER_AGENTS: readonly Agent[] = [{ name: 'Tom Lindqvist', email: 'tom.lindqvist@northwind.example', groups: [0] }];

export const TAGS: readonly Tag[] = [
  { name: 'order status', weight: 20, home: 2 },
  { name: 'refund', weight: 12, home: 1 },
  { name: 'invoice', weight: 9, home: 1 },
  { name: 'payment failed', weight: 6, home: 1 },
  { name: 'return label', weight: 8, home: 2 },
  { name: 'spam', weight: 5 },
  { name: 'vip', weight: 3 },
  { name: 'bulk order', weight: 3, home: 7 },
  { name: 'Rückruf gewünscht', weight: 3, home: 7 },
  { name: '配送', weight: 2, home: 12 },
  { name: 'thank you 🎉', weight: 4 },
  { name: 'sizing: boots + jackets', weight: 8, home: 0 },
];

/** The tag of the week in which a stove turned out to leak, and the one of the day on which nobody could pay. */
export const RECALL_TAG = 'stove recall';
export const OUTAGE_TAG = 'checkout error';

/** OAuth client ids of what customers chat through: the web widget, the mobile app, a messenger. */
export const CLIENTS: readonly { readonly id: string; readonly weight: number }[] = [
  { id: '5b1f0c7e9a3d42688c51d0e7f2a96b34', weight: 70 },
  { id: 'c2d84e6a1b7f49058e3a9d60f4b1c785', weight: 22 },
  { id: '0e97a5d3c8164b2f9d70e1b86f53ca42', weight: 8 },
];

const EVERYTHING = ['reports_read', 'agents--all:ro', 'groups--all:ro', 'tags--groups:ro'];

/** What opens the sandbox. The colon is part of real tokens too, so it is part of these. */
export const TOKENS = {
  reader: { token: 'sandbox:reader', scopes: EVERYTHING },
  unscoped: { token: 'sandbox:unscoped', scopes: [] },
  personal: { accountId: '7d1c3b52-6e0f-4a8b-9c47-15f2e8d0a963', token: 'sandbox:personal', scopes: EVERYTHING },
} as const satisfies Record<string, Token>;
