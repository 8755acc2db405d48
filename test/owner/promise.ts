/** The owner of a shop promises rewards. */
import type { Business } from '../support/business';

/** Writes the settings, and has the tabs made. */
export function promise(
  { script }: Pick<Business, 'script'>,
  settings: Record<string, string> = {},
): void {
  const sheet = script.spreadsheet;
  const promised = {
    'A referral counts when': 'bought',
    'Friend gets': '10 % off',
    'Inviter gets': 'Free coffee',
    ...settings,
  };
  for (const [name, value] of Object.entries(promised)) {
    const row = sheet.rows('Settings').findIndex(([first]) => first === name);
    sheet.type('Settings', row + 1, 2, value);
  }
}
