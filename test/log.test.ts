import { describe, expect, test } from '@jest/globals';
import { createFaultLog, createLog, scrub } from '../src/log.ts';

const NOON = Date.UTC(2026, 10, 18, 12);

function recordingLog(secrets: readonly string[] = []) {
  const lines: unknown[] = [];
  const log = createLog({ level: 'info', secrets, write: (line) => lines.push(JSON.parse(line)), clock: () => NOON });
  return { log, lines };
}

describe('the log', () => {
  test('a line is one object with its time', () => {
    const { log, lines } = recordingLog();
    log.info({ port: 3000 }, 'ready');
    log.debug('not asked for');
    expect(lines).toEqual([{ level: 30, time: '2026-11-18T12:00:00.000Z', port: 3000, msg: 'ready' }]);
  });

  test.each([
    ['a configured secret', 'token s3cr3t-pat here', 'token [secret] here'],
    ['the same, encoded for an address', 'https://x/?key=s3cr3t-pat%2B%2F', 'https://x/?key=[secret]%2B%2F'],
    ['a Slack token that nobody configured', 'got xoxb-123-456-abcdef', 'got [secret]'],
    ['a header', 'authorization: Bearer dal:AbCdEf123', 'authorization: [secret]'],
    ['a response address', 'POST https://hooks.slack.com/commands/T1/2/x', 'POST https://[secret]'],
  ])('%s is taken out', (_, text, cleaned) => {
    expect(scrub(text, ['s3cr3t-pat'])).toBe(cleaned);
  });

  test('a fault is written in full under its reference, without the secret in its stack', () => {
    const { log, lines } = recordingLog(['s3cr3t-pat']);
    const reference = createFaultLog(log, () => 0.5).record(new Error('refused s3cr3t-pat'), 'asking LiveChat');
    expect(reference).toBe('i00000');
    expect(lines).toEqual([
      {
        level: 50,
        time: '2026-11-18T12:00:00.000Z',
        reference: 'i00000',
        msg: 'asking LiveChat',
        err: { type: 'Error', message: 'refused [secret]', stack: expect.stringMatching(/^Error: refused \[secret\]\n/) },
      },
    ]);
  });
});
