/** *Texts…* in Chromium: a text on a phone while it is written, the story, and what is saved. */
import type { Frame } from 'playwright-core';
import { LANGUAGES } from '../../src/owner/pages/languages/languages';
import { describeInChromium } from '../support/chromium';
import { Desk, focused, obstacles } from './desk';

jest.setTimeout(90_000);

describeInChromium('the texts', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  const open = () => desk.choose('Texts…', 'Texts');
  const inSheet = (name: string) => desk.rows('Settings').find(({ Name }) => Name === name)?.Value;
  const rowOf = (name: string) => desk.rows('Settings').findIndex(({ Name }) => Name === name) + 2;

  /** What the phone shows, message by message. */
  const phone = (frame: Frame) => frame.locator('.phone li').allInnerTexts();
  const choose = (frame: Frame, name: string) =>
    frame.getByLabel('Which text').selectOption({ label: name });

  test('a text is on the phone while it is typed, and the next message uses it', async () => {
    await desk.begin();
    const frame = await open();
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
    expect(inSheet('Text: Link card')).toBe('Here it is: {name}');
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
    const frame = await open();
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

  test('what somebody else has changed meanwhile is not written over', async () => {
    await desk.begin();
    const frame = await open();
    await choose(frame, 'Started');
    await frame.getByRole('textbox', { name: 'Started' }).fill('Mine');
    desk.script.spreadsheet.type('Settings', rowOf('Text: Started'), 2, 'Theirs');
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.getByText('left as they are there: Text: Started').waitFor();
    expect(inSheet('Text: Started')).toBe('Theirs');
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.getByText('Saved: the next message').waitFor();
    expect(inSheet('Text: Started')).toBe('Mine');
  });

  test('the whole story can be clicked through, in the owner’s own texts', async () => {
    await desk.begin(() => {
      for (const [name, value] of [
        ['Text: Welcome', 'Hi {name}, {inviter} sent you!'],
        ['Inviter gets', 'A free cake'],
        ['Friend gets', '5 € off'],
      ]) {
        desk.script.spreadsheet.type('Settings', rowOf(name ?? ''), 2, value ?? '');
      }
    });
    const frame = await open();
    const told: string[] = [];
    const count = Number(
      /of (\d+) in/.exec((await frame.getByText('in the story').textContent()) ?? '')?.[1],
    );
    expect(count).toBeGreaterThan(7);
    for (let at = 1; at <= count; at++) {
      await frame.getByText(`${at} of ${count} in the story.`).waitFor();
      expect((await phone(frame)).length).toBeGreaterThan(0);
      told.push(...(await phone(frame)));
      if (at < count) await frame.getByRole('button', { name: 'What happens next' }).click();
    }
    const all = told.join('\n');
    for (const words of [
      'Open my link',
      'Hi Ben, a friend sent you!',
      'Good news: Ben came to us',
      'Your referrals: 1',
      'Your reward for Ben is ready: A free cake.',
      'You will not hear from us',
    ]) {
      expect(all).toContain(words);
    }
    expect(all).not.toMatch(/\{\w+\}/);
    expect(await frame.getByText('are examples').count()).toBe(0);
    await frame.getByRole('button', { name: 'From the beginning' }).click();
    await frame.getByText(`1 of ${count} in the story.`).waitFor();
    await frame.getByRole('button', { name: 'Link button' }).click();
    await frame.getByRole('textbox', { name: 'Link button' }).waitFor();
  });

  test('every text has its place on the phone, in every language', async () => {
    await desk.begin();
    const frame = await open();
    const names = await frame.getByLabel('Which text').locator('option').allTextContents();
    for (const { id } of LANGUAGES.slice(-3)) {
      await frame.getByLabel('Language of the texts').selectOption(id);
      await frame.getByRole('button', { name: 'Change the texts' }).click();
      await frame.getByText(' in ').getByText(' now.').first().waitFor();
      for (const name of names) {
        await choose(frame, name);
        const shown = (await phone(frame)).join('\n');
        expect([id, name, shown.trim() !== '']).toEqual([id, name, true]);
        expect(shown).not.toMatch(/\{\w+\}/);
      }
      expect(await obstacles(frame)).toEqual([]);
    }
  });
});
