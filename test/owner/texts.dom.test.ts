/** *Texts…*: a text on a phone while it is written, what others change meanwhile, the story, every text in every language. */
import { LANGUAGES } from '../../src/owner/pages/languages/languages';
import { describePage, sitDown } from './at-a-desk';
import { focused, obstacles } from './obstacles';
import type { OwnersDesk } from './owners-desk';
import { choose, inLanguage, inSheet, openTexts, phone } from './wording';

jest.setTimeout(90_000);

/** English, and of the nine others those in other letters and from right to left. */
const PLAYED = process.env.ALL_CASES ? LANGUAGES.map(({ id }) => id) : ['en', 'hi', 'ar', 'ru'];

describePage('the texts', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  test('what somebody else has changed meanwhile is not written over', async () => {
    await desk.begin();
    const frame = await openTexts(desk);
    await choose(frame, 'Started');
    await frame.getByRole('textbox', { name: 'Started' }).fill('Mine');
    desk.set('Text: Started', 'Theirs');
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.getByText('left as they are there: Text: Started').waitFor();
    expect(inSheet(desk, 'Text: Started')).toBe('Theirs');
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.getByText('Saved: the next message').waitFor();
    expect(inSheet(desk, 'Text: Started')).toBe('Mine');
  });

  test('the whole story can be clicked through, in the owner’s own texts', async () => {
    await desk.begin(() => {
      for (const [name, value] of [
        ['Text: Welcome', 'Hi {name}, {inviter} sent you!'],
        ['Inviter gets', 'A free cake'],
        ['Friend gets', '5 € off'],
      ]) {
        desk.set(name ?? '', value ?? '');
      }
    });
    const frame = await openTexts(desk);
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

  test.each(PLAYED)(
    'every text can be written, and has its place on the phone, in %s',
    async (id) => {
      await desk.begin();
      const frame = await openTexts(desk);
      const names = await frame.getByLabel('Which text').locator('option').allTextContents();
      if (id !== 'en') await inLanguage(frame, id);
      for (const name of names) {
        await choose(frame, name);
        await frame.getByRole('textbox', { name, exact: true }).waitFor();
        const shown = (await phone(frame)).join('\n');
        expect([name, shown.trim() !== '']).toEqual([name, true]);
        expect(shown).not.toMatch(/\{\w+\}/);
      }
    },
  );

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
});
