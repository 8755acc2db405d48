/** *Texts…* in Chromium: a text on a phone while it is written, what cannot be used, a language from right to left. */
import { describeInChromium } from '../support/chromium';
import { Desk, focused, obstacles } from './desk';
import { choose, inLanguage, inSheet, openTexts, phone } from './wording';

jest.setTimeout(90_000);

describeInChromium('the texts', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  test('a text is on the phone while it is typed, and the next message uses it', async () => {
    await desk.begin();
    const frame = await openTexts(desk);
    await choose(frame, 'Link card');
    const field = frame.getByRole('textbox', { name: 'Link card' });
    await field.fill('Here it is: ');
    await frame.getByRole('button', { name: 'Insert {name}' }).click();
    expect(await field.inputValue()).toBe('Here it is: {name}');
    expect(await focused(frame)).toBe('Link card');
    await frame.getByText('18 of 1,024 characters').waitFor();
    expect((await phone(frame)).join('\n')).toContain('Here it is: Anna\n');
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.getByText('Saved: the next message uses it.').waitFor();
    expect(inSheet(desk, 'Text: Link card')).toBe('Here it is: {name}');
    await desk.place.ask('POST', '/local/messages', {
      from: '447700900150',
      name: 'Cleo',
      text: 'Link',
    });
    expect(desk.heard('447700900150')[0]).toBe('Here it is: Cleo');
    await frame.getByRole('button', { name: 'Back to the default' }).click();
    expect(await field.inputValue()).toMatch(/^Your referral link, \{name\}\./);
  });

  test('a text that cannot be used says why at once, and nothing is saved', async () => {
    await desk.begin();
    const frame = await openTexts(desk);
    const before = desk.rows('Settings');
    await choose(frame, 'Help');
    await frame.getByRole('textbox', { name: 'Help' }).fill('Hi {phone}');
    await frame.getByRole('alert').getByText('{phone} means nothing here').waitFor();
    await choose(frame, 'Link button');
    await frame.getByRole('textbox', { name: 'Link button' }).fill('Take my very own link');
    await frame.getByRole('alert').getByText('At most 20 characters; this has 21.').waitFor();
    await frame.getByText('21 of 20 characters').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Save 2 texts' }).click();
    await frame.getByRole('status').getByText('Text: Help: {phone} means nothing').waitFor();
    await frame.getByRole('textbox', { name: 'Help' }).waitFor();
    expect(desk.rows('Settings')).toEqual(before);
  });

  test('nothing is in the way where the texts run from right to left', async () => {
    await desk.begin();
    const frame = await openTexts(desk);
    await inLanguage(frame, 'ar');
    await choose(frame, 'Link card');
    expect(await obstacles(frame)).toEqual([]);
  });
});
