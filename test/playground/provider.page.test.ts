/** The provider is chosen on the playground's page. */
import { describeInChromium } from '../support/chromium';
import { Visitor } from './visitor';

describeInChromium('the page', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.come();
  });
  afterAll(() => visitor?.leave());

  test('the provider is switched by a click; the phone shows the same card', async () => {
    const { page, playground } = visitor;
    await visitor.begin();
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
    expect(visitor.takeFaults()).toEqual([]);
  });
});
