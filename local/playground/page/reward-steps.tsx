/** What a newcomer could do next once a friend has joined: from the purchase to the reward. */
import type { Person, RewardsStory } from '../view';
import { givenName } from './format';
import { type Step, step } from './step';

export function rewardStep({ purchases, states }: RewardsStory, friend: Person): Step {
  const name = givenName(friend.name);
  if (states.length === 0) return purchases === 0 ? buy(name) : COUNTING;
  if (states.includes('flagged')) return FLAGGED;
  if (states.includes('waiting')) return WAITING;
  if (states.includes('ready')) return give(name);
  return LAST;
}

function buy(name: string): Step {
  return step(
    '3 of 6',
    <>
      {name} is in the sheet, and both have read what they get once {name} buys. Tap{' '}
      <b>{name} buys something…</b> on {name}’s phone.
    </>,
  );
}

const COUNTING = step(
  '4 of 6',
  <>
    The purchase is in the tab <b>Purchases</b>: within a minute its <i>Result</i> says what came of
    it.
  </>,
);

const FLAGGED = step(
  '4 of 6',
  <>
    Something looks unusual: the tab <b>Clients</b> says what, in <i>Check</i>. In the tab{' '}
    <b>Rewards</b>, click on <i>flagged</i> and choose <b>ready</b>.
  </>,
);

const WAITING = step(
  '4 of 6',
  <>
    It counts: look at the tab <b>Rewards</b>, and at both phones. This shop waits a day, in case
    something comes back. Move the clock: <b>+25 h</b>.
  </>,
);

function give(name: string): Step {
  return step(
    '5 of 6',
    <>
      The inviter’s coupon went out by itself. {name} shows the message at the counter: in the tab{' '}
      <b>Rewards</b>, click on <i>ready</i> and choose <b>given</b>.
    </>,
  );
}

const LAST = step(
  '6 of 6',
  <>
    From the link to the reward, all in the sheet. Next: <b>My rewards</b> on a phone, a purchase
    with a minus, another promise in the tab <b>Settings</b>.
  </>,
);
