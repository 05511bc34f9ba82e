import { rfc3339, startOf, zoned } from '../model/time.ts';
import { createChats } from './chats.ts';
import { createMovableClock } from './clock.ts';
import { TOKENS } from './company.ts';
import { freePort } from './free-port.ts';
import { authorizationOf } from './reports-api/auth.ts';
import { createReportsServer } from './reports-api/server.ts';

function welcome(address: string, now: number): string {
  const thisWeek = startOf('week', zoned(now, 'UTC'));
  const from = rfc3339(thisWeek.subtract({ weeks: 1 }).epochMilliseconds, 'UTC');
  const to = rfc3339(thisWeek.epochMilliseconds - 1000, 'UTC');
  const body = JSON.stringify({ distribution: 'day', timezone: 'UTC', filters: { from, to } });
  return `
The sandbox of the Reports API is at ${address} (docs/sandbox.md says what it does). Ctrl-C ends it.

  ${authorizationOf(TOKENS.reader).padEnd(50)} reads reports and names
  ${authorizationOf(TOKENS.unscoped).padEnd(50)} lacks the scope
  account ${TOKENS.personal.accountId}, token ${TOKENS.personal.token}: a personal access token

Last week's tags, as v3.2 and as v3.6 are asked for them:

  curl -s -H 'Authorization: ${authorizationOf(TOKENS.reader)}' '${address}/v3.2/reports/chats/tags?${new URLSearchParams({ from, to, distribution: 'day' })}'
  curl -s -H 'Authorization: ${authorizationOf(TOKENS.reader)}' -H 'Content-Type: application/json' -d '${body}' ${address}/v3.6/reports/chats/tags

`;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

const clock = createMovableClock(Date.now);
const server = createReportsServer({
  chats: createChats({ seed: 'northwind', anchor: clock.now() }),
  clock,
  tokens: Object.values(TOKENS),
});
const address = await server.start(await freePort(Number(process.env.PORT || 3002)));
process.stdout.write(welcome(address, clock.now()));
