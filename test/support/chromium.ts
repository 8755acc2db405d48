/** Finds and starts Chromium for the tests that click. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium is; undefined when this machine has none. */
export const chromiumPath = PLACES.find((place) => place && existsSync(place));

/** @throws Error when there is no Chromium */
export function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('There is no Chromium: install it or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-site-isolation-trials',
      '--disable-software-rasterizer',
    ],
  });
}

/**
 * As `describe`; where there is no Chromium the tests are skipped, and the output says so. With REQUIRE_CHROMIUM set
 * nothing is skipped: the tests fail.
 */
export function describeInChromium(name: string, tests: () => void): void {
  if (chromiumPath || process.env.REQUIRE_CHROMIUM) {
    describe(name, tests);
    return;
  }
  console.warn(`SKIPPED, no Chromium found (set CHROMIUM_PATH): ${name}`);
  describe.skip(name, tests);
}
