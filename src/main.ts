import { existsSync } from 'node:fs';
import { ADMIN_COMMANDS } from './admin.ts';
import { createApp } from './app.ts';
import { ConfigError, databaseUrlOf, loadConfig } from './config.ts';
import { createLog } from './log.ts';
import { UserError } from './model/errors.ts';

/** An administrator's mistake is one readable message; anything else keeps its stack. */
function fail(error: unknown): never {
  if (error instanceof ConfigError) {
    process.stderr.write(
      `${error.message}\n\nThe README lists every setting; manifest.yml makes the Slack app. Or try it without any account: npm run demo\n`,
    );
  } else if (error instanceof UserError) {
    process.stderr.write(`${error.message} ${error.hint}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  process.exit(1);
}

async function main([verb, ...args]: readonly string[]): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return verb === undefined ? runBot() : administer(verb, args);
}

/** `npm start -- <verb>` */
async function administer(verb: string, args: readonly string[]): Promise<void> {
  const command = ADMIN_COMMANDS.find((each) => each.verb === verb);
  if (!command) {
    const known = ADMIN_COMMANDS.map(({ usage, meaning }) => `  npm start -- ${usage}\n      ${meaning}`);
    throw new UserError(`There is no command “${verb}”. There are:`, `\n${known.join('\n')}`);
  }
  await command.run(args, {
    config: () => loadConfig(process.env),
    databaseUrl: () => databaseUrlOf(process.env),
    write: (line) => void process.stdout.write(`${line.trimEnd()}\n`),
  });
}

async function runBot(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLog({ level: config.logLevel, secrets: config.secrets, write: (line) => process.stdout.write(line), clock: Date.now });
  const app = createApp(config, { log });

  const end = (why: string, code: number) => {
    log.info({ why }, 'ending');
    app.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ err: error }, 'ending badly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => end('SIGTERM', 0));
  process.once('SIGINT', () => end('SIGINT', 0));
  // A defect that nobody caught leaves the process in an unknown state: it answers what it has acknowledged and ends, to be started anew.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught');
    end('a defect', 1);
  });

  const { port } = await app.start();
  log.info({ port, mode: config.slack.mode, version: config.liveChat.version }, 'ready');
}

main(process.argv.slice(2)).catch(fail);
