/** *Texts…* in Chromium: a language from right to left. */
import { describeInChromium } from '../support/chromium';
import { Desk } from './desk';
import { obstacles } from './obstacles';
import { choose, inLanguage, openTexts } from './wording';

jest.setTimeout(90_000);

describeInChromium('the texts', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  test('nothing is in the way where the texts run from right to left', async () => {
    await desk.begin();
    const frame = await openTexts(desk);
    await inLanguage(frame, 'ar');
    await choose(frame, 'Link card');
    expect(await obstacles(frame)).toEqual([]);
  });
});
