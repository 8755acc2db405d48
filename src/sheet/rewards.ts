/** The Rewards tab: the ledger of who gets what, one row a reward, found by its key or by whose it is. */
import type { Told } from '../program/base';
import type { Reward } from '../program/rewards/model';
import { renameInNotices, rewriteNotices } from './notices';
import { escaped, noticePattern } from './patterns';
import { type Form, RecordTab } from './record-tab';
import { renameInKeys } from './reward-keys';
import { findCells, readCells } from './search';
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

export class RewardsTab extends RecordTab<Reward> {
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
