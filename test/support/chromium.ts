/** Chromium for the tests that click. */
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium as launch } from '../../local/chromium';

/** @throws Error when there is no Chromium */
export function launchChromium(): Promise<Browser> {
  return launch(
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-site-isolation-trials',
    '--disable-software-rasterizer',
  );
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
