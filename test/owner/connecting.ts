/** What the tests of *Connect…* do on the way to what they look at. */
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

export const WABA = '102290129340398';
export const OWN_PHONE = '447700900142';

export function openConnect<F extends PageFrame>(desk: OwnersDesk<F>): Promise<F> {
  return desk.choose('Connect…', 'Connect WhatsApp or Telegram');
}

/** Nothing has been set yet. */
export function forgetEverything(desk: OwnersDesk): void {
  desk.script.properties.script.delete('metaToken');
  for (const name of ['WhatsApp number', 'Phone number id']) desk.set(name, '');
}

/** Enters what Meta gave, and has it checked. */
export async function enter(
  desk: OwnersDesk,
  frame: PageFrame,
  token = desk.meta.business.token,
): Promise<void> {
  await frame.getByLabel('Phone number ID').fill('106540352242922');
  await frame.getByLabel('WhatsApp Business Account ID').fill(WABA);
  await frame.getByLabel('Access token').fill(token);
  await frame.getByRole('button', { name: 'Check and save' }).click();
}

export async function registerByApi(frame: PageFrame): Promise<void> {
  await frame.getByText('Let the script do it').click();
  await frame.getByRole('button', { name: 'Register it' }).click();
  await frame.getByText('Registered, waiting for the first message.').waitFor();
}
