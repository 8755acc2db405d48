/** Clients who want to be forgotten, and what is left of them then. */
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { type Business, MINUTE } from './business';

/** The person asks to be deleted, and confirms it: by the button where there is one, else in words. */
export function confirms(shop: Business, person: PersonOnPhone): string[] {
  const asked = shop.writes(person, 'Delete me').find(({ text }) => text.includes('Delete me'));
  const [button] = asked?.buttons ?? [];
  const words = /“(Delete me \d{4})”/.exec(asked?.text ?? '')?.[1] ?? '';
  const answers = shop.writes(person, button ? { buttonId: button.id } : words);
  return answers.map(({ text }) => text);
}

/** The same, until nothing of it is under way any more. */
export function leaves(shop: Business, person: PersonOnPhone): string[] {
  const answers = confirms(shop, person);
  shop.wait(15 * MINUTE);
  return answers;
}

/** Everything that the sheet and the script keep, as one text. */
export function everythingKept(shop: Business): string {
  const { spreadsheet, properties } = shop.script;
  const tabs = spreadsheet.sheetNames();
  const cells = tabs.map((tab) => [
    spreadsheet.rows(tab),
    spreadsheet
      .rows(tab)
      .map((row, index) => row.map((_, column) => spreadsheet.note(tab, index + 1, column + 1))),
  ]);
  return JSON.stringify([cells, [...properties.script]]);
}
