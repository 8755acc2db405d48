/** Rows arrive in pieces, in any order and as often as they like: filled along or all at once, the tables come to the same. */
import { doorTo } from '../../local/on-database';
import type { Client } from '../../src/program/model';
import type { Reward } from '../../src/program/rewards/model';
import {
  arrive,
  beginFilling,
  endAfter,
  type MovedRow,
  movedClient,
  movedReward,
  PIECE_ROWS,
  takeOver,
} from '../../src/sql/moving';
import { Business } from '../support/business';

// PostgreSQL takes its time to begin.
jest.setTimeout(90_000);

const shop = new Business({ base: 'database' });
const database = doorTo(shop.script);

const NOBODY = { name: '', inviterName: '', joined: null, lastMessage: null, notice: '', note: '' };
const NOTHING = { name: '', for: '', side: '', state: '', why: '', told: '', known: '' };
const NEVER = { since: null, readyOn: null, givenOn: null };

/** A client of few numbers and ids, so that many are there twice. */
function person(place: number, phone: string, id: string): MovedRow {
  const client = { ...NOBODY, phone, ids: id ? [id] : [], invitedBy: '', code: '', counts: '' };
  return movedClient(place, { ...client, check: '', stopped: null } as Client, {});
}

function reward(place: number, key: string, coupon: string): MovedRow {
  const more = { key, coupon, who: `who ${place}`, reward: 'coupon' };
  return movedReward(place, { ...NOTHING, ...NEVER, ...more } as Reward, {}, '');
}

/** The place of a row of a piece. */
const at = (piece: number, row: number) => piece * PIECE_ROWS + row;

/** A piece anew, and the pieces as they are in the end. */
function arriveAll(): void {
  arrive(database, 'clients', 2, [person(at(2, 1), '447700900001', 'a'), person(at(2, 2), '', '')]);
  arrive(database, 'clients', 0, [
    person(1, '447700900001', ''),
    person(2, '447700900001', 'b'),
    person(3, '447700900003', 'c'),
  ]);
  arrive(database, 'clients', 1, [person(at(1, 1), '447700900003', 'b')]);
  arrive(database, 'clients', 0, [person(1, '', 'x'), person(2, '447700900001', 'b')]);
  arrive(database, 'clients', 3, [person(at(3, 1), '447700900009', 'z')]);
  arrive(database, 'rewards', 1, [reward(at(1, 1), 'one', ''), reward(at(1, 2), 'two', 'CUP')]);
  arrive(database, 'rewards', 0, [
    reward(1, 'one', 'CUP'),
    reward(2, '', 'CUP'),
    reward(3, 'three', ''),
    reward(4, 'three', ''),
    reward(5, '', ''),
  ]);
  arrive(database, 'rewards', 0, [reward(2, '', 'MUG'), reward(3, 'three', ''), reward(5, '', '')]);
  arrive(database, 'rewards', 2, [reward(at(2, 1), 'gone', '')]);
  endAfter(database, { clients: 2, rewards: 1 });
}

/** The tables, but for what differs by itself. */
function tables() {
  const { database: there } = shop.script;
  return [
    there.query('select key, client from sheet_referrals.client_keys order by key'),
    there.query('select id, phone, ids, odd from sheet_referrals.clients order by id'),
    there.query('select id, key, coupon, odd from sheet_referrals.rewards order by id'),
  ];
}

test('of what is there twice the first row has it, whichever came first', () => {
  beginFilling(database);
  arriveAll();
  takeOver(database);
  const along = tables();
  expect(along).toMatchObject([
    [
      { key: '447700900001', client: '2' },
      { key: '447700900003', client: String(at(1, 1)) },
      { key: 'a', client: String(at(2, 1)) },
      { key: 'b', client: '2' },
      { key: 'x', client: '1' },
    ],
    [{}, {}, {}, {}, {}],
    [
      { key: '', odd: 'f' },
      { key: 'three', odd: 'f' },
      { key: '', odd: 'f' },
      { key: 'one', odd: 'f' },
      { key: 'two', odd: 'f' },
    ],
  ]);
  arriveAll();
  takeOver(database);
  expect(tables()).toEqual(along);
});

test('what arrives when the tables are in use leaves them alone', () => {
  beginFilling(database);
  arriveAll();
  takeOver(database);
  const before = tables();
  arrive(database, 'clients', 0, [person(1, '447700900777', '')]);
  endAfter(database, { clients: 0, rewards: 0 });
  expect(tables()).toEqual(before);
});
