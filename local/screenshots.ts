/** Makes the pictures of the README and of the guide in `docs/images/` from the pages themselves: `npm run screenshots`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { build } from './build';
import { launchChromium } from './chromium';
import { type Running, startPlayground } from './playground/server';
import { fillShop, promiseRewards } from './screenshot-shop';
import { storyPicture } from './screenshot-story';

const IMAGES = path.resolve(__dirname, '..', 'docs', 'images');

async function main(): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'screenshots-'));
  const script = path.join(data, 'script');
  await build(script);
  const running = await startPlayground({ port: 0, script, data });
  const browser = await launchChromium(
    '--no-sandbox',
    // Frames are drawn in processes of their own, which know of no other way to be sharp.
    '--force-device-scale-factor=2',
    '--window-size=1440,1080',
  );
  try {
    mkdirSync(IMAGES, { recursive: true });
    fillShop(running.playground);
    const page = await browser.newPage({ viewport: null });
    await page.goto(running.address);
    await sidebar(page);
    await makeALink(page);
    await checkSetUp(page, running);
    await connect(page, running);
    await rewards(page, running);
    await goLive(page, running);
    const stage = await browser.newPage();
    await storyPicture(stage, running, image('story'));
  } finally {
    await browser.close();
    await running.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function sidebar(page: Page): Promise<void> {
  await choose(page, 'List referrals');
  const frame = await frameOf(page, 'Referrals');
  await frame
    .getByRole('button', { name: /Grace Achterberg/ })
    .first()
    .click();
  await frame.getByRole('button', { name: 'Refresh' }).waitFor();
  await page.waitForTimeout(500);
  await page.locator('iframe[title="Referrals"]').screenshot({ path: image('sidebar') });
  await page.screenshot({ path: image('playground') });
}

async function makeALink(page: Page): Promise<void> {
  await choose(page, 'Make a referral link…');
  const frame = await frameOf(page, 'Make a referral link');
  await frame.getByLabel('Their WhatsApp number').fill('(202) 555-0158');
  await frame.getByLabel('Name (optional)').fill('Rosa Lindqvist');
  await frame.getByRole('button', { name: 'Make the link' }).click();
  await frame.getByRole('img', { name: /QR code/ }).waitFor();
  await shoot(page, 'make-a-link');
}

async function checkSetUp(page: Page, running: Running): Promise<void> {
  const { playground } = running;
  playground.act('A client wrote', () =>
    playground.provider.write('447700900142', { text: 'Hello' }),
  );
  await choose(page, 'Check set-up');
  const frame = await frameOf(page, 'Check set-up', 'main');
  await frame.getByText('looks with its next run').waitFor();
  playground.advance(60_000);
  await frame.getByRole('button', { name: 'Check again' }).waitFor();
  await shoot(page, 'check-set-up');
}

async function connect(page: Page, running: Running): Promise<void> {
  await choose(page, 'Connect…');
  const frame = await frameOf(page, 'Connect WhatsApp or Telegram');
  await frame.getByLabel('WhatsApp Business Account ID').fill('102290129340398');
  await frame.getByRole('button', { name: 'Check and save' }).click();
  await frame.getByText('the values are right').waitFor();
  running.playground.advance(60_000);
  await frame.getByText('The web app and the one-minute trigger see the sheet.').waitFor();
  await frame.getByRole('button', { name: 'It is published' }).click();
  await frame.getByText('You have said that it is published.').waitFor();
  for (const [picture, step] of [
    ['connect-google', 'What Google allows'],
    ['connect-whatsapp', 'Enter what the provider gave you'],
    ['connect-messages', 'Let messages arrive'],
  ] as const) {
    await frame.evaluate(`{
      const steps = [...document.querySelectorAll('.steps > li')];
      steps.find(({ textContent }) => textContent.includes('${step}')).scrollIntoView();
    }`);
    await pictureOfDialog(page, picture);
  }
  await drawings(frame);
}

/** The drawings of Google's and Meta's pages. */
async function drawings(frame: Frame): Promise<void> {
  await frame.evaluate(`{
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  }`);
  for (const [picture, heading] of [
    ['google-deployment', 'Execute as'],
    ['meta-publish', 'Privacy policy URL'],
    ['meta-webhook', 'Verify and save'],
    ['meta-webhook-fields', 'Webhook fields'],
  ] as const) {
    const drawing = frame.locator('.drawing').filter({ hasText: heading });
    await drawing.screenshot({ path: image(picture) });
  }
}

/** As in a sheet that was copied a moment ago. */
async function goLive(page: Page, { playground }: Running): Promise<void> {
  playground.reset();
  playground.script.properties.script.clear();
  playground.script.quirks.webAppUrlTold = () => null;
  playground.openSheet();
  await page.reload();
  await choose(page, 'Go live…');
  const frame = await frameOf(page, 'Go live');
  await frame.getByText('not known yet').waitFor();
  await shoot(page, 'go-live');
}

/** The owner promises something, and has what came of it on the screen. */
async function rewards(page: Page, { playground }: Running): Promise<void> {
  promiseRewards(playground);
  await page.keyboard.press('Escape');
  await page.reload();
  await choose(page, 'List rewards');
  const frame = await frameOf(page, 'Referrals');
  await frame.getByRole('heading', { name: '3 to give' }).waitFor();
  await page.waitForTimeout(500);
  await page.locator('iframe[title="Referrals"]').screenshot({ path: image('rewards') });
  await notePurchases(page);
}

async function notePurchases(page: Page): Promise<void> {
  await choose(page, 'Note a purchase…');
  const frame = await frameOf(page, 'Note a purchase');
  for (const [number, amount] of [
    ['+44 7700 900299', '18'],
    ['+44 7700 900210', '32.50'],
  ] as const) {
    await frame.getByLabel('The client’s number').fill(number);
    await frame.getByLabel('Amount').fill(amount);
    await frame.getByRole('button', { name: 'Note it' }).click();
    await frame.locator('.newest').getByText(number).waitFor();
  }
  await shoot(page, 'note-a-purchase');
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Referrals' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function frameOf(page: Page, title: string, ready = 'main:not([aria-busy])'): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[title="${title}"]`)).contentFrame();
  if (!frame) throw new Error(`The page “${title}” has no frame.`);
  await frame.waitForSelector(ready);
  return frame;
}

/** A dialog with its title bar; it is closed afterwards. */
async function shoot(page: Page, name: string): Promise<void> {
  await pictureOfDialog(page, name);
  await page.keyboard.press('Escape');
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: /^Close/ })
    .click({ timeout: 1000 })
    .catch(() => undefined);
}

async function pictureOfDialog(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await page.locator('dialog[open]').screenshot({ path: image(name) });
}

function image(name: string): string {
  return path.join(IMAGES, `${name}.png`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
