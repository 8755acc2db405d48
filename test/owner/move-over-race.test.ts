/** Everybody is switched over in the middle of an execution that began before: what it does is in the database, once. */
import { BOTH, buys, minutesPass, rewardShop } from '../rewards/shop';
import { MINUTE } from '../support/business';
import { inPart } from '../support/part';
import { connect, inSheet, inTable, isMoved, moveAll } from './moving';
import { ownerOf } from './owner';

// PostgreSQL takes its time to begin.
jest.setTimeout(240_000);

/** Nobody looks unusual. */
const UNSEEN = {
  'Look at neighbouring numbers': '0',
  'Look at joining within, seconds': '0',
  'Look at more than, an hour': '0',
  'Look at more than, a day': '0',
};

const { shop, anna } = rewardShop({ ...BOTH, ...UNSEEN });
const { properties } = shop.script;
connect(shop);
let round = 0;

/** The code that a friend got when they came. */
let code = '';

/** Everybody is in the sheet again. */
function stage(): void {
  round++;
  const address = properties.script.get('database');
  if (address) properties.script.set('database.next', address);
  properties.script.delete('database');
  shop.wait(2 * MINUTE);
  moveAll(shop);
}

const phone = (who: number) => String(447_700_920_000 + round * 10 + who);

/** The last step, as the page has it done; it may have to wait for the lock. */
function switches(): void {
  const owner = ownerOf(shop);
  owner.awaitOthers();
  try {
    owner.switchOver();
  } catch {
    // Somebody else has the lock.
  }
}

/** Everybody of this round with their inviters; and rewards with their states. */
function people(): string[] {
  return inTable(shop, 'Clients')
    .filter(({ Phone }) => Phone?.startsWith(phone(0).slice(0, -1)))
    .map((row) => [row.Phone, row['Invited by'], row.Notice?.split(' ')[0]].join(' ').trim())
    .sort();
}

function rewards(): string[] {
  return inTable(shop, 'Rewards')
    .filter(({ Key }) => Key?.includes(phone(0).slice(0, -1)))
    .map(({ Key, State }) => `${Key} ${State}`)
    .sort();
}

/** A case: what comes before, what is done, and what must have come of it. */
interface Case {
  before?: () => void;
  work: () => void;
  after: () => void;
}

const friend = () => shop.person(`Friend ${round}`, phone(1));

const CASES: Record<string, Case> = {
  'a friend who comes by a link': {
    work: () => {
      shop.taps(friend(), anna);
      const rows = [...inSheet(shop, 'Clients'), ...inTable(shop, 'Clients')];
      code = rows.find(({ Phone }) => Phone === phone(1))?.Code ?? '';
    },
    after: () => {
      expect(people()).toEqual([`${phone(1)} ${anna.phone} told`]);
      // Where the message was kept for later, there was none yet.
      if (code) expect(shop.row(shop.known(`Friend ${round}`)).Code).toBe(code);
      expect(shop.heard(anna).filter((text) => text.includes(`Friend ${round}`))).toHaveLength(1);
    },
  },
  'the trigger, which counts a purchase': {
    before: () => {
      const one = friend();
      shop.taps(one, anna);
      buys(shop, one);
    },
    work: () => void shop.triggerRuns(),
    after: () => {
      expect(rewards()).toEqual([`friend:${phone(1)} ready`, `inviter:${phone(1)} ready`]);
    },
  },
  'a referral by hand': {
    work: () => {
      ownerOf(shop).addReferral({
        friend: phone(2),
        name: 'By hand',
        inviter: anna.phone ?? '',
        tell: false,
      });
    },
    after: () => {
      expect(people()).toEqual([expect.stringMatching(`^${phone(2)} ${anna.phone}`)]);
    },
  },
  'a list that is imported': {
    work: () => {
      ownerOf(shop).importPeople(`list${round}`, [
        [phone(3), 'One', anna.phone ?? ''],
        [phone(4), 'Two', phone(3)],
      ]);
    },
    after: () => {
      expect(people()).toEqual([`${phone(3)} ${anna.phone} not`, `${phone(4)} ${phone(3)} not`]);
    },
  },
};

/** How many service calls the longest execution of some work makes. */
function callsOf(work: () => void): number {
  const { executions } = shop.script;
  const before = executions[executions.length - 1];
  work();
  const since = executions.slice(before ? executions.indexOf(before) + 1 : 0);
  return Math.max(...since.map(({ trace }) => trace.length));
}

test.each(Object.keys(CASES))('%s', (name) => {
  const { before, work, after } = CASES[name] as Case;
  stage();
  before?.();
  const calls = callsOf(work);
  for (const call of inPart(Array.from({ length: calls }, (_, index) => index + 1))) {
    stage();
    before?.();
    shop.script.faults = { interruptAt: { call, run: switches } };
    try {
      work();
    } catch (error) {
      // The page says so, and the owner tries it once more.
      if (!/busy/i.test(String(error))) throw error;
      work();
    }
    shop.script.faults = {};
    shop.wait(3 * MINUTE);
    if (!isMoved(shop)) ownerOf(shop).switchOver();
    shop.wait(12 * MINUTE);
    minutesPass(shop);
    try {
      after();
    } catch (error) {
      throw new Error(`switched at call ${call}: ${(error as Error).message}`);
    }
  }
});
