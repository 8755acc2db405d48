/** What happens in the first ten minutes, for the tests that play them. */
import { check } from './checking';
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

export function minutes(desk: OwnersDesk, count: number) {
  return desk.place.ask('POST', '/local/clock', { advanceMs: count * 60_000 });
}

/** Somebody writes to the number. */
export function write(desk: OwnersDesk) {
  const message = { from: '447700900150', name: 'Wanda', text: 'Link' };
  return desk.place.ask('POST', '/local/messages', message);
}

/** The check's verdict and all its lines. */
export async function verdict(desk: OwnersDesk): Promise<{ frame: PageFrame; text: string }> {
  const frame = await check(desk);
  return { frame, text: (await frame.locator('main').textContent()) ?? '' };
}

/** The values are stored and the provider has the address: only a message is missing. */
export function registered(desk: OwnersDesk): void {
  desk.script.properties.script.set('connect', '{"connected":1,"registered":1}');
}
