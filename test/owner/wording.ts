/** What the tests of *Texts…* do and see: the text that is chosen, and the phone beside it. */
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

export function openTexts<F extends PageFrame>(desk: OwnersDesk<F>): Promise<F> {
  return desk.choose('Texts…', 'Texts');
}

export function inSheet(desk: OwnersDesk, name: string): string | undefined {
  return desk.rows('Settings').find(({ Name }) => Name === name)?.Value;
}

/** What the phone shows, message by message. */
export function phone(frame: PageFrame): Promise<string[]> {
  return frame.locator('.phone li').allInnerTexts();
}

export function choose(frame: PageFrame, name: string) {
  return frame.getByLabel('Which text').selectOption({ label: name });
}

/** Has all texts of the sheet changed into a language. */
export async function inLanguage(frame: PageFrame, id: string): Promise<void> {
  await frame.getByLabel('Language of the texts').selectOption(id);
  await frame.getByRole('button', { name: 'Change the texts' }).click();
  await frame.getByText(' in ').getByText(' now.').first().waitFor();
}
