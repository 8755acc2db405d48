/** The Coupons tab: codes that the owner adds, each given once. */
import type { Coupon } from '../program/rewards/model';
import { escaped } from './patterns';
import { type Form, RecordTab } from './record-tab';
import { renameInKeys } from './reward-keys';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const COUPONS: Form<Coupon> = {
  name: 'Coupons',
  fields: [
    { heading: 'Code', field: 'code', kind: 'text' },
    { heading: 'For', field: 'for', kind: 'text' },
    { heading: 'Used by', field: 'usedBy', kind: 'text' },
    { heading: 'When', field: 'when', kind: 'time' },
  ],
  last: [],
};

/** So many rows of the stock are read together: some may have no code. */
const ROWS_READ = 500;

/** What is written beside a code that stands in the tab a second time. */
const TWICE = 'this code is there twice';

export class CouponsTab extends RecordTab<Coupon> {
  /** @throws {MissingTab} when a heading is not there, or there twice */
  constructor(sheet: Sheet, byReading = false) {
    super(sheet, COUPONS, byReading);
  }

  /** What is marked for one of these rewards: a code that was taken for it before. One search. */
  markedFor(keys: string[]): Coupon[] {
    return keys.length ? this.read(this.find(['for'], keys.map(escaped).join('|'))) : [];
  }

  /**
   * The first codes in stock. One that stands in the tab twice is given once: the other row is marked so.
   *
   * @param most so many at most
   */
  stock(most: number): Coupon[] {
    const last = this.lastRow();
    const free = last < 2 ? [] : this.find(['for'], '', 2, last);
    const found: Coupon[] = [];
    for (let from = 0; from < free.length && found.length < most; from += ROWS_READ) {
      const some = this.read(free.slice(from, from + ROWS_READ));
      found.push(
        ...this.firstOnce(
          some.filter(({ code }) => code !== ''),
          most - found.length,
        ),
      );
    }
    return found;
  }

  /** Somebody is known by another key from now on: the codes are marked for their rewards' new keys. */
  rename(from: string, to: string): void {
    renameInKeys(this.below('for'), from, to);
  }

  private firstOnce(coupons: Coupon[], most: number): Coupon[] {
    const found: Coupon[] = [];
    for (let from = 0; from < coupons.length && found.length < most; from += most) {
      found.push(...this.once(coupons.slice(from, from + most)));
    }
    return found.slice(0, most);
  }

  /** Those whose code stands in no other row that was given or comes before. */
  private once(coupons: Coupon[]): Coupon[] {
    if (!coupons.length) return [];
    const rows = this.find(['code'], coupons.map(({ code }) => escaped(code)).join('|'));
    const all = this.read(rows);
    return coupons.filter((one) => {
      const same = all.filter(({ code }) => code.toLowerCase() === one.code.toLowerCase());
      const isFirst = same.every((other) => other === one || !this.comesFirst(other, one));
      if (!isFirst) this.change(one, { for: TWICE });
      return isFirst;
    });
  }

  private comesFirst(other: Coupon, one: Coupon): boolean {
    if (other.for === TWICE) return false;
    return other.for !== '' || this.rowOf(other) < this.rowOf(one);
  }
}
