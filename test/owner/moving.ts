/** A shop that moves into its database and back, as the page has it done; and both sides as texts. */
import type { SwitchedOver } from '../../src/owner/wire';
import type { Business } from '../support/business';
import { ownerOf } from './owner';

type Row = Record<string, string>;

/** Headings and columns, of what the program keeps as text. */
const TEXTS: Record<string, [heading: string, column: string][]> = {
  Clients: [
    ['Name', 'name'],
    ["Inviter's name", 'inviter_name'],
    ['Invited by', 'invited_by'],
    ['Notice', 'notice'],
    ['Phone', 'phone'],
    ['Messenger id', 'ids'],
    ['Code', 'code'],
    ['Note', 'note'],
    ['Counts', 'counts'],
    ['Check', 'checked'],
  ],
  Rewards: [
    ['Key', 'key'],
    ['Who', 'who'],
    ['State', 'state'],
    ['Known', 'known'],
    ['Coupon', 'coupon'],
    ['Told', 'told'],
  ],
};

/** Connects the database, and makes its tables. */
export function connect(shop: Business): void {
  const owner = ownerOf(shop);
  const place = { host: 'db.example.com', port: '5432', name: 'shop', user: 'shop' };
  owner.connectDatabase({ ...place, password: 'local-password' });
  owner.makeSchema();
}

/** Moves what is not there yet. @returns how many pieces that were */
export function moveAll(shop: Business): number {
  const owner = ownerOf(shop);
  let moved = 0;
  for (const table of ['clients', 'rewards'] as const) {
    for (let from: number | null = 0; from !== null; ) {
      const some = owner.moveSome(table, from);
      moved += some.moved;
      from = some.next;
    }
  }
  return moved;
}

/** Everything, and the switch. */
export function moveOver(shop: Business): SwitchedOver {
  moveAll(shop);
  ownerOf(shop).awaitOthers();
  return ownerOf(shop).switchOver();
}

export function isMoved(shop: Business): boolean {
  return shop.script.properties.script.has('database');
}

/** Everything that stands in a tab: texts, formulas and notes. */
export function tabAsItIs(shop: Business, tab: 'Clients' | 'Rewards'): string[][] {
  const { spreadsheet } = shop.script;
  return spreadsheet.rows(tab).map((cells, row) =>
    cells.map((text, column) => {
      const formula = spreadsheet.formula(tab, row + 1, column + 1);
      const note = spreadsheet.note(tab, row + 1, column + 1);
      return [text, formula, note].filter(Boolean).join(' | ');
    }),
  );
}

/** The texts of a tab, row by row, without halves of letters; empty rows are left out. */
export function inSheet(shop: Business, tab: 'Clients' | 'Rewards'): Row[] {
  const [headings = [], ...cells] = shop.script.spreadsheet.rows(tab);
  const rows = cells.map((texts) =>
    pick(tab, (heading) => whole(texts[headings.indexOf(heading)] ?? '')),
  );
  return rows.filter((row) => Object.values(row).some(Boolean));
}

function whole(text: string): string {
  return text.replace(/\ud83d(?![\udc00-\udfff])/g, '\ufffd');
}

/** The same of the table. */
export function inTable(shop: Business, tab: 'Clients' | 'Rewards'): Row[] {
  const rows = shop.script.database.query(
    `select * from sheet_referrals.${tab.toLowerCase()} order by id`,
  );
  return rows.map((row) => pick(tab, (_, column) => row[column] ?? ''));
}

function pick(tab: string, cell: (heading: string, column: string) => string): Row {
  const texts = TEXTS[tab] ?? [];
  return Object.fromEntries(texts.map(([heading, column]) => [heading, cell(heading, column)]));
}

/** Brings what is not in the sheet yet, and has both sides say the same; as often as it takes it is the same once more. */
export function comeBack(shop: Business): void {
  const owner = ownerOf(shop);
  owner.beginBack();
  for (const table of ['clients', 'rewards'] as const) {
    for (let after: number | null = 0; after !== null; ) after = owner.bringBack(table, after).next;
  }
  for (const table of ['clients', 'rewards'] as const) {
    for (let from: number | null = 2; from !== null; ) from = owner.settleBack(table, from).next;
  }
}

/** All of the way back, and the switch. */
export function moveBack(shop: Business): SwitchedOver {
  comeBack(shop);
  ownerOf(shop).awaitOthers();
  return ownerOf(shop).switchBack();
}
