/** A shop with rewards in every state, for the tests of the sidebar's view *Rewards*. */
import { fillClients, fillRewards } from './owner';
import type { OwnersDesk } from './owners-desk';
import { promise } from './promise';
import type { PageFrame } from './surface';

/** Of nine rewards the first five are to give, the sixth is flagged, the seventh refused, the others given. */
export const STATES = [
  'ready',
  'ready',
  'ready',
  'ready',
  'ready',
  'flagged',
  'refused',
  'given',
  'given',
];

export function openRewards<F extends PageFrame>(desk: OwnersDesk<F>): Promise<F> {
  return desk.choose('List rewards', 'Referrals');
}

/** A shop with nine rewards. */
export async function shopWithRewards<F extends PageFrame>(desk: OwnersDesk<F>): Promise<F> {
  await desk.begin(() => {
    promise(desk);
    fillClients(desk, 20);
    fillRewards(desk, STATES.length, (n) => STATES[n] ?? '');
  });
  const frame = await openRewards(desk);
  await frame.getByRole('heading', { name: '5 to give' }).waitFor();
  return frame;
}

/** The states in the tab, from the top. */
export function statesOf(desk: OwnersDesk) {
  return desk.rows('Rewards').map(({ State }) => State);
}
