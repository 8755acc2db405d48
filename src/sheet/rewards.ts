/** The Rewards tab: the ledger of who gets what, one row a reward, found by its key or by whose it is. */
import type { ShownRows, Told, Traces } from '../program/base';
import type { Clock } from '../program/facts';
import type { RewardBook, ToLookOver, Waiting } from '../program/rewards/book';
import { NO_COUPON } from '../program/rewards/changes';
import { COUPON_NAMES, isDue, TO_BE_TOLD } from '../program/rewards/ledger';
import type { Reward } from '../program/rewards/model';
import { renameInNotices, rewriteNotices } from './notices';
import { escaped, holding, holdingKey, noticePattern } from './patterns';
import { type Form, RecordTab } from './record-tab';
import { renameInKeys } from './reward-keys';
import { findCells, readCells } from './search';
import { shownRows } from './shown-rows';
import { letters } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const REWARDS: Form<Reward> = {
  name: 'Rewards',
  fields: [
    { heading: 'Key', field: 'key', kind: 'text' },
    { heading: 'Who', field: 'who', kind: 'text' },
    { heading: 'Name', field: 'name', kind: 'text' },
    { heading: 'For', field: 'for', kind: 'text' },
    { heading: 'Side', field: 'side', kind: 'text' },
    { heading: 'Reward', field: 'reward', kind: 'text' },
    { heading: 'State', field: 'state', kind: 'text' },
    { heading: 'Why', field: 'why', kind: 'text' },
    { heading: 'Since', field: 'since', kind: 'time' },
    { heading: 'Ready on', field: 'readyOn', kind: 'time' },
    { heading: 'Given on', field: 'givenOn', kind: 'time' },
    { heading: 'Coupon', field: 'coupon', kind: 'text' },
    { heading: 'Told', field: 'told', kind: 'text' },
    { heading: 'Known', field: 'known', kind: 'text' },
  ],
  // Cut off in between, the row looks as if the owner had sent it to its new state, and gets there all the same.
  last: ['state', 'known'],
};

export class RewardsTab extends RecordTab<Reward> implements RewardBook {
  /** @throws {MissingTab} when a heading is not there, or there twice */
  constructor(sheet: Sheet, byReading = false) {
    super(sheet, REWARDS, byReading);
  }

  /** Rewards with one of these keys, and all of these people: one search. */
  findRewards(keys: string[], people: string[]): Reward[] {
    const wanted = [...keys, ...people];
    if (!wanted.length) return [];
    const fields: ('key' | 'who')[] = people.length ? ['key', 'who'] : ['key'];
    return this.read(this.find(fields, [...new Set(wanted)].map(escaped).join('|')));
  }

  /** Rewards whose *Told* is one of those that are meant: one search. */
  findTold(which: Told[]): Reward[] {
    if (!which.length) return [];
    return this.read(this.find(['told'], which.map(noticePattern).join('|')));
  }

  /** Two or three columns are read whole, then few rows. */
  lookOver(clock: Clock, most: number): ToLookOver {
    const last = this.lastRow();
    const states = this.column('state', 2, last).map((one) => String(one).trim().toLowerCase());
    const known = this.column('known', 2, last);
    const readyOn = known.includes('waiting') ? this.column('readyOn', 2, last) : [];
    const rowsWhere = (is: (index: number) => boolean) =>
      states.flatMap((_, index) => (is(index) ? [index + 2] : []));
    const isOwners = (index: number) => known[index] !== '' && states[index] !== known[index];
    const isRipe = (index: number) => {
      const day = readyOn[index];
      return known[index] === 'waiting' && typeof day === 'number' && isDue(day, clock);
    };
    const owners = rowsWhere(isOwners);
    const due = rowsWhere((index) => !isOwners(index) && isRipe(index));
    const ready = new Set(rowsWhere((index) => known[index] === 'ready'));
    const coupons = ready.size ? this.find(['reward'], COUPON_NAMES.join('|')) : [];
    const some = [owners.slice(0, most), due.slice(0, most)] as const;
    this.read([...some.flat(), ...coupons.filter((row) => ready.has(row)).slice(0, most)]);
    return {
      owners: this.read(some[0]),
      due: this.read(some[1]),
      more: owners.length > most || due.length > most,
    };
  }

  toBeTold(most: number): { anybody: boolean; soon: Reward[] } {
    const anybody = this.find(['told'], 'waits for \\S+ to .*').length > 0;
    const soon = anybody ? this.find(['told'], TO_BE_TOLD) : [];
    return { anybody, soon: this.read(soon.slice(0, most)) };
  }

  readThere(rows: number[]): Reward[] {
    const last = this.lastRow();
    return this.read(rows.filter((row) => row > 1 && row <= last));
  }

  readFrom(row: number, count: number): Reward[] {
    const length = Math.max(Math.min(count, this.lastRow() - row + 1), 0);
    return this.read(Array.from({ length }, (_, index) => row + index));
  }

  /** One search. */
  findOpen(most: number): { rewards: Reward[]; all: number } {
    const rows = this.openRows();
    return { rewards: this.read(rows.slice(-most)), all: rows.length };
  }

  /** Searches and one column, however many rows are ready: whole rows would be most of the tab. */
  waiting(): Waiting {
    const ready = this.find(['state'], 'ready');
    const flagged = this.find(['state'], 'flagged').length;
    if (!ready.length) return { toGive: 0, oldest: null, flagged, lackCoupon: 0 };
    const coupons = new Set(this.find(['reward'], COUPON_NAMES.join('|')));
    const lacking = new Set(coupons.size ? this.find(['why'], holding(escaped(NO_COUPON))) : []);
    const toGive = ready.filter((row) => !coupons.has(row));
    return {
      toGive: toGive.length,
      oldest: this.earliest('readyOn', toGive),
      flagged,
      lackCoupon: ready.filter((row) => coupons.has(row) && lacking.has(row)).length,
    };
  }

  /** The first of the times in some rows: one call. */
  private earliest(field: 'readyOn', rows: number[]): number | null {
    const [top = 0, bottom = 0] = [rows[0], rows[rows.length - 1]];
    const times = rows.length ? this.column(field, top, bottom) : [];
    return rows.reduce((first: number | null, row) => {
      const time = times[row - top];
      return typeof time === 'number' ? Math.min(time, first ?? time) : first;
    }, null);
  }

  private openRows(): number[] {
    return this.find(['state'], 'ready|flagged');
  }

  asShown(pattern: string): ShownRows {
    return shownRows(this.sheet, this.find(['who'], holding(pattern)));
  }

  naming(pattern: string, names: string[]): Reward[] {
    const patterns = [holdingKey(pattern), ...names.map(escaped)];
    return this.read(this.find(['key', 'who', 'for'], patterns.join('|')));
  }

  takeOut({ pattern, by }: Pick<Traces, 'pattern' | 'by'>): void {
    this.swap(['why'], { pattern, by, byReading: this.byReading });
  }

  /** A note on the cell. */
  remark(rewards: Reward[], text: string): void {
    this.note(
      rewards.map((reward) => this.rowOf(reward)),
      'state',
      text,
    );
  }

  /** The column of *Told*. */
  hint(): number {
    return this.columnOf('told');
  }

  /**
   * Whether any reward waits for one of these people: one search, where the column is still where it was.
   *
   * @param column where *Told* stood when that was last seen
   */
  static isAnyWaitingFor(
    sheet: Sheet,
    keys: string[],
    column: number,
    byReading: boolean,
  ): boolean {
    const told = letters(column);
    const pattern = `^(?:Told|${noticePattern({ waitingFor: keys })})$`;
    const places = (byReading ? readCells : findCells)(sheet.getRange(`${told}:${told}`), pattern);
    const isThere = places.some(([row]) => row === 1);
    if (isThere) return places.length > 1;
    return new RewardsTab(sheet, byReading).findTold([{ waitingFor: keys }]).length > 0;
  }

  /** Somebody is known by another key from now on: their rewards, and those for their referral, follow them. */
  rename(from: string, to: string): void {
    this.below('who').createTextFinder(from).matchEntireCell(true).replaceAllWith(to);
    renameInNotices(this.below('told'), from, to);
    renameInKeys(this.below('key'), from, to);
  }

  /** Writes into *Told* what became of a message, wherever its rows are by now: one call. */
  tell(which: Told, told: string): void {
    rewriteNotices(this.below('told'), which, told);
  }
}
