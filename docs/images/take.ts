/**
 * Takes the README's pictures: starts the demo, does in its page what a person would, and photographs what they see.
 * Needs a Chromium (`CHROMIUM`, or one of the usual places).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Locator, type Page } from 'playwright-core';

const FOLDER = import.meta.dirname;
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

async function startDemo(): Promise<{ page: string; stop: () => void }> {
  const demo = spawn(process.execPath, [join(FOLDER, '../../dist/demo.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(demo.stdout)) {
    const page = /http:\/\/localhost:\d+(?= .*Slack)|(?<=Slack\S*\s+)http:\/\/localhost:\d+/i.exec(line)?.[0];
    if (page) return { page, stop: () => demo.kill('SIGTERM') };
  }
  throw new Error('The demo ended before it printed its address.');
}

/** Types as a person does, and returns the message that answers when all of it is there. */
async function ask(page: Page, text: string): Promise<Locator> {
  const messages = page.locator('.messages .msg');
  const before = await messages.count();
  await page.locator('.composer-input').fill(text);
  await page.locator('.composer-input').press('Enter');
  const answer = messages.nth(before);
  await answer.locator('.bk-actions').waitFor();
  await drawn(page);
  return answer;
}

/** A picture counts when it has been drawn, not when its place is there. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction('[...document.images].every((image) => image.complete && image.naturalWidth > 0)');
}

const MARGIN = 6;

async function take(page: Page): Promise<void> {
  const path = (name: string) => ({ path: join(FOLDER, `${name}.png`) });
  const photograph = async (what: Locator, name: string) => {
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    if (!box) throw new Error(`There is nothing to photograph for ${name}.`);
    const clip = { x: box.x - MARGIN, y: box.y - MARGIN, width: box.width + 2 * MARGIN, height: box.height + 2 * MARGIN };
    await page.screenshot({ ...path(name), clip });
  };
  await page.locator('.sidebar-item', { hasText: 'support' }).click();
  await ask(page, '/livechat tags last week');
  await page.screenshot(path('answer'));
  await photograph(await ask(page, '/livechat duration yesterday by hour'), 'duration');
  await photograph(await ask(page, '/livechat flibber last week'), 'unclear');
  await photograph(await ask(page, '/livechat help'), 'help');
  await page.locator('.sidebar-item', { hasText: 'LiveChat Reports' }).click();
  await page.getByText('Connected to').waitFor();
  await page.locator('.bk-button').first().click();
  await page.locator('[class*="modal"] img').waitFor();
  await drawn(page);
  await page.screenshot(path('home-answer'));
}

const demo = await startDemo();
const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));
if (executablePath === undefined) throw new Error('No Chromium was found: set CHROMIUM to one.');
const profile = await mkdtemp(join(tmpdir(), 'pictures-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: FLAGS,
  viewport: { width: 1200, height: 1000 },
});
try {
  const page = await browser.newPage();
  await page.goto(demo.page);
  await take(page);
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
  demo.stop();
}
