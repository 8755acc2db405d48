/** What the tests of *Make a referral link…* do first, and the links that come of it. */
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

export const LINK = (digits: string) =>
  `https://wa.me/12025550143?text=You%20were%20recommended%20by%20${digits}%20Hello`;

export function openLinks<F extends PageFrame>(desk: OwnersDesk<F>): Promise<F> {
  return desk.choose('Make a referral link…', 'Make a referral link');
}

/** Opens the dialog and makes a link for one number. */
export async function make<F extends PageFrame>(
  desk: OwnersDesk<F>,
  number: string,
  name = '',
): Promise<F> {
  const frame = await openLinks(desk);
  await frame.getByLabel('Their WhatsApp number').fill(number);
  await frame.getByLabel('Name (optional)').fill(name);
  await frame.getByRole('button', { name: 'Make the link' }).click();
  return frame;
}
