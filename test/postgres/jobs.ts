/** What threads are given to do, and whether there is a server to do it on. */
import type { Message } from '../../src/program/model';
import type { Job } from './shop-thread';

export const { TEST_POSTGRES = '' } = process.env;

let people = 447_700_000_000;
let messages = 0;

export const newMessageId = () => `wamid.${++messages}`;
export const newNumbers = (count: number) => Array.from({ length: count }, () => String(++people));

/** As `describe`; where there is no PostgreSQL the tests are skipped, and the output says so. */
export function describeOnPostgres(name: string, tests: () => void): void {
  jest.setTimeout(180_000);
  if (TEST_POSTGRES) {
    describe(name, tests);
    return;
  }
  console.warn(`SKIPPED, no PostgreSQL (npm run test:postgres starts one): ${name}`);
  describe.skip(name, tests);
}

export function writes(from: string, text: string): Job {
  const update: Message = {
    kind: 'message',
    key: newMessageId(),
    at: Date.now(),
    from: { waId: from, name: `Client ${from}` },
    text,
    answerable: true,
  };
  return { update };
}

/** A friend sends what an inviter's link has filled in. */
export function comesBy(inviter: string, friend: string): Job {
  return writes(friend, `You were recommended by ${inviter} Hello`);
}

/** A reward for an inviter, whom nobody has given it yet. */
export function rewardFor(inviter: string, friend: string): Job {
  const reward = {
    key: `inviter:${friend}`,
    who: inviter,
    name: '',
    for: friend,
    side: 'inviter' as const,
    reward: 'a coffee',
    state: 'ready' as const,
    why: '',
    since: Date.now(),
    readyOn: null,
    givenOn: null,
    coupon: '',
    told: '',
    known: 'ready' as const,
  };
  return { reward };
}
