/** A shop that rewards: who joins, who buys, and what stands in the ledger. */
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, type BusinessOptions, MINUTE } from '../support/business';

type Row = Record<string, string>;

/** What a shop promises in most tests: both get something with the friend's first purchase. */
export const BOTH = {
  'A referral counts when': 'bought',
  'Friend gets': '10 % off',
  'Inviter gets': 'Free coffee',
};

export interface Cast {
  shop: Business;
  anna: PersonOnPhone;
  ben: PersonOnPhone;
  cleo: PersonOnPhone;
}

/** A shop with three people; Anna has her link. */
export function rewardShop(settings: Row = BOTH, options: BusinessOptions = {}): Cast {
  const all = { ...options, settings: { ...settings, ...options.settings } };
  // Over another provider it is typed as over Meta: what follows uses what every stand-in has.
  const shop = new Business(all as BusinessOptions);
  const [anna, ben, cleo] = ['Anna', 'Ben', 'Cleo'].map((name, n) =>
    shop.person(name, `44770090${n}11${n}`.padEnd(12, '7')),
  ) as [PersonOnPhone, PersonOnPhone, PersonOnPhone];
  shop.writes(anna, 'Link');
  // Whoever joins in the same minute looks unusual.
  shop.sleeps(5 * MINUTE);
  return { shop, anna, ben, cleo };
}

/** One more person, who looks like nobody else. */
export function friend(shop: Business, n: number): PersonOnPhone {
  return shop.person(`Friend${n}`, `4477${String(12_345_678 + n * 1_111_111)}`);
}

/** A purchase as a till or an app adds it: no edit is told of. */
export function buys(shop: Business, person: PersonOnPhone, more: Row = {}): void {
  addPurchases(shop, [{ Phone: shop.keyOf(person), ...more }]);
}

/** Rows of *Purchases* as an app adds them, below the last one. */
export function addPurchases(shop: Business, rows: Row[]): void {
  const empty = { Phone: '', Amount: '', Date: '', What: '' };
  const cells = rows.map((row) => ({ ...empty, ...row }));
  shop.script.spreadsheet.fill('Purchases', cells);
}

/** The trigger runs often enough for everything to be counted and told. */
export function minutesPass(shop: Business, minutes = 3): void {
  shop.wait(minutes * MINUTE);
}

/** The results of all purchases, in the order of the tab. */
export function results(shop: Business): string[] {
  return shop.rows('Purchases').map((row) => row.Result ?? '');
}

/** The rewards of the ledger, by their keys. */
export function ledger(shop: Business): Record<string, Row> {
  return Object.fromEntries(shop.rows('Rewards').map((row) => [row.Key ?? '', row]));
}

/** The keys of the ledger with their states. */
export function states(shop: Business): Record<string, string> {
  return Object.fromEntries(shop.rows('Rewards').map((row) => [row.Key ?? '', row.State ?? '']));
}

/** The reward that a friend's referral brought to a side. */
export function reward(shop: Business, side: 'inviter' | 'friend', friend: PersonOnPhone): Row {
  const row = ledger(shop)[`${side}:${shop.keyOf(friend)}`];
  if (!row) throw new Error(`There is no reward ${side}:${shop.keyOf(friend)}`);
  return row;
}

/** The owner types into the cell of a tab, in the row in which `where` holds. */
export function ownerTypes(
  shop: Business,
  tab: string,
  where: Row,
  heading: string,
  text: string,
): void {
  const sheet = shop.script.spreadsheet;
  const [headings = []] = sheet.rows(tab);
  const index = shop
    .rows(tab)
    .findIndex((row) => Object.entries(where).every(([name, value]) => row[name] === value));
  if (index < 0) throw new Error(`No row of ${tab} has ${JSON.stringify(where)}`);
  sheet.type(tab, index + 2, headings.indexOf(heading) + 1, text);
}

/** The owner writes a state beside a reward, with a reason first where there is one. */
export function ownerSets(shop: Business, key: string, state: string, why?: string): void {
  if (why !== undefined) ownerTypes(shop, 'Rewards', { Key: key }, 'Why', why);
  ownerTypes(shop, 'Rewards', { Key: key }, 'State', state);
}

/** The note beside a reward's state. */
export function noteOf(shop: Business, key: string): string {
  const sheet = shop.script.spreadsheet;
  const [headings = []] = sheet.rows('Rewards');
  const row = shop.rows('Rewards').findIndex((one) => one.Key === key) + 2;
  return sheet.note('Rewards', row, headings.indexOf('State') + 1);
}
