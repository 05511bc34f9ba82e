import { type Home, homeView } from '../presentation/home-view.ts';
import type { HomeView } from '../presentation/message.ts';
import type { ConnectionWatch } from './connection.ts';

export interface HomeDeps extends Omit<Home, 'connection'> {
  readonly connection: ConnectionWatch;
}

/** The Home tab as it can be shown at once, and again when there is something newer to show. */
export type ShowHome = (signal: AbortSignal) => AsyncIterable<HomeView>;

export function createHome({ connection, ...rest }: HomeDeps): ShowHome {
  return async function* show(signal) {
    const before = connection.known;
    yield homeView({ ...rest, connection: before });
    const now = await connection.check(signal);
    if (now !== before) yield homeView({ ...rest, connection: now });
  };
}
