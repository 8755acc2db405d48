/** A browser for the page of the web app. */
import { chromiumPath, launchChromium } from '../chromium';

/** Opens the page, signed in nowhere, until `until` is over; false where there is no browser. */
export async function browse(address: string, until: Promise<unknown>): Promise<boolean> {
  if (!chromiumPath) return false;
  const browser = await launchChromium();
  until.finally(() => browser.close());
  const page = await browser.newPage();
  await page.goto(address);
  return true;
}
