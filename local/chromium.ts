/** Chromium, where this machine has it: for the tests that click, the pictures of the docs, and a page of Google's. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's headless shell comes first: nothing of a browser around the page, and half of the work. */
const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where Chromium is; undefined when this machine has none. */
export const chromiumPath = PLACES.find((place) => place && existsSync(place));

/**
 * Starts it, without a window.
 *
 * @throws Error when there is no Chromium
 */
export function launchChromium(...args: string[]): Promise<Browser> {
  if (!chromiumPath) throw new Error('There is no Chromium: install it or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath: chromiumPath, args: ['--headless', ...args] });
}
