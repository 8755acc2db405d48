/** What a newcomer could do next once a friend has joined: from the purchase to the reward. */
import type { Person, RewardsStory } from '../../view';
import { door } from '../door';
import { givenName } from '../format';
import { buyAs } from '../phones/buy';
import type { Stage, Step } from './step';

const HOUR = 3_600_000;

/** The ledger of a newcomer is short. */
const MOST_ROWS = 50;

/** @param friend who was invited by the inviter, and has joined */
export function rewardStep(
  { purchases, states }: RewardsStory,
  inviter: Person,
  friend: Person,
): Step {
  if (states.length === 0) return purchases === 0 ? buy(friend) : COUNTING;
  if (states.includes('flagged')) return FLAGGED;
  if (states.includes('waiting')) return WAITING;
  if (states.includes('ready')) return give(inviter, friend);
  return last(inviter);
}

function buy(friend: Person): Step {
  const name = givenName(friend.name);
  return {
    place: '4 of 7',
    words: [
      `Both have read what they get once ${name} buys. So `,
      `${name} buys a birthday cake`,
      `, and the till adds a row to the tab Purchases.`,
    ],
    seenIn: 'sheet',
    act: ({ app, sheet }) => {
      sheet.open('Purchases');
      app.openChat(friend.key);
      return buyAs(app, { from: friend.key, amount: '12.50', what: 'Birthday cake' });
    },
  };
}

const COUNTING: Step = {
  place: '5 of 7',
  words: [
    'The purchase is in the tab Purchases. ',
    'Two minutes later',
    ', its Result says what came of it.',
  ],
  seenIn: 'sheet',
  act: ({ app, sheet }) => {
    sheet.open('Purchases');
    return app.tell('/local/clock', { advanceMs: HOUR / 30 });
  },
};

const FLAGGED: Step = {
  place: '5 of 7',
  words: [
    'Something looks unusual: the tab Clients says what, in Check. Nobody gets anything before you say so: ',
    'clear it',
    ' in the tab Rewards.',
  ],
  seenIn: 'sheet',
  act: (stage) => setState(stage, 'flagged', 'ready'),
};

const WAITING: Step = {
  place: '5 of 7',
  words: [
    'It counts: the tab Rewards has a row for each side, and both were told. This shop waits a day, in case something comes back. ',
    'Let 25 hours pass',
    '.',
  ],
  seenIn: 'sheet',
  act: ({ app, sheet }) => {
    sheet.open('Rewards');
    return app.tell('/local/clock', { advanceMs: 25 * HOUR });
  },
};

function give(inviter: Person, friend: Person): Step {
  const [of, name] = [givenName(inviter.name), givenName(friend.name)];
  return {
    place: '6 of 7',
    words: [
      `${of}’s coupon went out on its own. ${name} shows a message at the counter and gets the discount: `,
      `mark it as given`,
      ` in the tab Rewards.`,
    ],
    seenIn: 'sheet',
    act: (stage) => setState(stage, 'ready', 'given'),
  };
}

function last(inviter: Person): Step {
  const name = givenName(inviter.name);
  return {
    place: '7 of 7',
    words: [
      `From the link to the reward, all in the sheet. Ask for `,
      `My rewards`,
      ` on ${name}’s phone, or change what the shop promises in the tab Settings.`,
    ],
    seenIn: 'phones',
    act: ({ app }) => {
      app.openChat(inviter.key);
      return app.tell('/local/messages', { from: inviter.key, text: 'My rewards' });
    },
    last: true,
  };
}

/** Changes the first reward of one state to another, in its cell, as an owner does. */
async function setState({ sheet }: Stage, from: string, to: string): Promise<unknown> {
  const { rows } = await door.rows('Rewards', 1, MOST_ROWS);
  const column = (rows[0]?.texts.indexOf('State') ?? -1) + 1;
  const row = rows.findIndex(({ texts }) => texts[column - 1] === from) + 1;
  if (column === 0 || row === 0) return;
  sheet.open('Rewards');
  sheet.choose({ row, column });
  return sheet.type(to);
}
