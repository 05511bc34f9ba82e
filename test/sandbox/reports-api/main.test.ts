import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

test('npm run sandbox prints commands that work, and ends at once when told to', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/sandbox/main.ts'], { env: { ...process.env, PORT: '0' } });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    if (printed.includes('/v3.6/reports/chats/tags\n')) break;
  }
  const [url = ''] = /http:\S+distribution=day/.exec(printed) ?? [];
  const { status } = await fetch(url, { headers: { Authorization: 'Bearer sandbox:reader' } });
  child.kill('SIGINT');
  expect({ status, ending: await once(child, 'exit') }).toEqual({ status: 200, ending: [0, null] });
}, 20_000);
