/** The provider is chosen on the playground's page. */
import type { Browser } from 'playwright-core';
import { describeInChromium, launchChromium } from '../support/chromium';
import { type PlaygroundForTest, playgroundForTest } from '../support/playground';

describeInChromium('the page', () => {
  let playground: PlaygroundForTest;
  let browser: Browser;
  beforeAll(async () => {
    playground = await playgroundForTest();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.end();
  });

  test('the provider is switched by a click; the phone shows the same card', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(playground.address);
    for (const [name, title] of [
      ['twilio', 'Twilio'],
      ['green', 'Green-API'],
      ['telegram', 'Telegram'],
    ]) {
      const choice = page.getByRole('combobox', { name: 'Provider' });
      await choice.selectOption(title ?? '');
      await page.getByLabel(/^Message from Amina/).fill('Link');
      await page.keyboard.press('Enter');
      await page.getByText('Amina Yusuf: Link').first().waitFor();
      await page.getByText('Open my link').last().waitFor();
      const { body } = await playground.ask('GET', '/local/state.json');
      expect([await choice.inputValue(), body.provider]).toEqual([name, name]);
    }
  });
});
