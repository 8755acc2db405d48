/** A browser for the page of the web app: Chromium, where this machine has it. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Opens the page, signed in nowhere, until `until` is over; false where there is no browser. */
export async function browse(address: string, until: Promise<unknown>): Promise<boolean> {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) return false;
  const browser = await chromium.launch({ executablePath, args: ['--headless'] });
  until.finally(() => browser.close());
  const page = await browser.newPage();
  await page.goto(address);
  return true;
}
