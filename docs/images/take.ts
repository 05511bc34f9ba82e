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
import { rfc3339, zoned } from '../../src/model/time.ts';
import { HOME_STATES } from './home-states.ts';

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
const path = (name: string) => ({ path: join(FOLDER, `${name}.png`) });

async function photograph(what: Locator, name: string): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error(`There is nothing to photograph for ${name}.`);
  const clip = { x: box.x - MARGIN, y: box.y - MARGIN, width: box.width + 2 * MARGIN, height: box.height + 2 * MARGIN };
  await what.page().screenshot({ ...path(name), clip });
}

const home = (page: Page) => page.locator('.sidebar-item', { hasText: 'LiveChat Reports' });
const press = (page: Page, label: string) => page.locator('.bk-button', { hasText: label }).last().click();

/** The demo's clock stands at a moment in Warsaw from now on. */
async function setClock(now: string): Promise<void> {
  await fetch('http://localhost:3002/_sandbox/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  });
}

async function take(page: Page): Promise<void> {
  await page.locator('.sidebar-item', { hasText: 'support' }).click();
  await ask(page, '/livechat tags last week');
  await page.screenshot(path('answer'));
  await photograph(await ask(page, '/livechat duration yesterday by hour'), 'duration');
  await photograph(await ask(page, '/livechat flibber last week'), 'unclear');
  await photograph(await ask(page, '/livechat help'), 'help');
  await home(page).click();
  await page.getByText('in three steps').waitFor();
  await press(page, 'tags last week');
  await page.locator('[class*="modal"] img').waitFor();
  await drawn(page);
  await page.screenshot(path('home-answer'));
  await page.locator('[class*="modal"]').getByText('Close').click();
}

/** Set up, posted on Monday, and what Home says of it. */
async function takeSchedule(page: Page): Promise<void> {
  await page.locator('.sidebar-item', { hasText: 'support' }).click();
  const messages = page.locator('.messages .msg');
  const before = await messages.count();
  await page.locator('.composer-input').fill('/livechat schedule tags every monday at 9:00 in #support');
  // Enter would choose the channel from the list that has opened.
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await messages.nth(before).locator('.bk-actions').waitFor();
  await photograph(messages.nth(before), 'schedule');
  await setClock(nextMonday());
  await messages
    .nth(before + 1)
    .locator('.bk-actions')
    .waitFor();
  await drawn(page);
  await photograph(messages.nth(before + 1), 'weekly-post');
  await home(page).click();
  await page.getByText('Today until').waitFor();
  await press(page, 'Schedule a report');
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  await page.screenshot(path('schedule-form'));
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
}

/** Ten seconds past nine on the coming Monday in Warsaw, where the demo's people are. */
function nextMonday(): string {
  const now = zoned(Date.now(), 'Europe/Warsaw');
  const monday = now.add({ days: 8 - now.dayOfWeek }).withPlainTime('09:00:10');
  return rfc3339(monday.epochMilliseconds, 'Europe/Warsaw');
}

/** Every state of Home, as the page draws it. */
async function takeHomes(page: Page, url: string): Promise<void> {
  await page.locator('select').first().selectOption({ label: 'Tom Okafor' });
  await home(page).click();
  await page.getByText('in three steps').waitFor();
  for (const [name, view] of HOME_STATES) {
    await fetch(`${url}/api/views.publish`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-demo', 'content-type': 'application/json' },
      body: JSON.stringify({ user_id: 'U01TOM', view }),
    });
    await page.waitForTimeout(300);
    await page.screenshot({ ...path(`home/${name}`), clip: { x: 220, y: 92, width: 780, height: 560 } });
  }
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
  await takeSchedule(page);
  await takeHomes(page, demo.page);
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
  demo.stop();
}
