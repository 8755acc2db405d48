/** The page of a release in Chromium, opened from the disk with no internet: its buttons copy the files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { makeRelease } from '../../local/release/release';
import { obstacles } from '../owner/obstacles';
import { describeInChromium, launchChromium } from '../support/chromium';

jest.setTimeout(60_000);

describeInChromium('the page of a release', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'release-'));
  let browser: Browser;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    ({ folder } = await makeRelease(path.join(place, 'release'), ''));
    browser = await launchChromium();
    const context = await browser.newContext({ offline: true });
    page = await context.newPage();
    await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(place, { recursive: true, force: true });
  });

  test.each(['Code.js', 'Pages.html', 'appsscript.json'])('copies %s', async (name) => {
    const button = page.getByRole('button', { name: `Copy ${name}`, exact: true });
    await button.click();
    await page.getByRole('button', { name: 'Copied' }).last().waitFor();
    // What was copied is what arrives when it is pasted.
    await page.evaluate(`{
      const field = document.createElement('textarea');
      field.id = 'editor';
      document.body.append(field);
      field.focus();
    }`);
    await page.keyboard.press('ControlOrMeta+V');
    const pasted = await page.locator('#editor').inputValue();
    await page.evaluate("document.getElementById('editor').remove()");
    expect(pasted).toBe(readFileSync(path.join(folder, name), 'utf8'));
  });

  test('shows a drawing for every file, and can be used by everybody', async () => {
    expect(await page.getByRole('img', { name: /^Drawing/ }).count()).toBeGreaterThanOrEqual(4);
    expect(await obstacles(page.mainFrame())).toEqual([]);
  });
});
