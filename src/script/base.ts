/** The owner's side of the base: the tabs, their columns, and who stands in which row. */
import type { Index } from '../program/base';
import { canonicalKey } from '../program/phone';
import { hasRewards } from '../program/rewards/terms';
import { textOf, timeOf } from '../sheet/cells';
import { headerOf } from '../sheet/header';
import { rewardTabs } from '../sheet/reward-tabs';
import {
  type BaseTab,
  CLIENT_HEADINGS,
  columnsOf,
  findTab,
  PROBLEM_HEADINGS,
  REWARD_HEADINGS,
  SETTING_HEADINGS,
  type TabName,
} from '../sheet/tabs';
import { type Store, tabIdsIn } from './properties';
import type { Services } from './services';
import { snapshotIn } from './snapshot';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADINGS: Record<BaseTab, readonly string[]> = {
  Clients: CLIENT_HEADINGS,
  Settings: SETTING_HEADINGS,
  Problems: PROBLEM_HEADINGS,
};

/** The Clients tab. @throws {MissingTab} */
export function clientsSheet({ spreadsheet, properties }: Services): Sheet {
  return findTab(spreadsheet, 'Clients', tabIdsIn(properties.getProperties()));
}

/** Which headings each tab has of those it needs; null for a tab that is missing. */
export function tabs({ spreadsheet, properties }: Services): Record<string, string[] | null> {
  const store = properties.getProperties();
  const ids = tabIdsIn(store);
  return Object.fromEntries(
    neededTabs(store).map(([name, headings]) => {
      try {
        const header = headerOf(findTab(spreadsheet, name, ids));
        return [name, [...columnsOf(header, headings).keys()]];
      } catch {
        return [name, null];
      }
    }),
  );
}

/** Those of the rewards are needed where a reward is set. */
function neededTabs(store: Store): [TabName, readonly string[]][] {
  const base = Object.entries(HEADINGS) as [TabName, readonly string[]][];
  const terms = snapshotIn(store)?.settings.terms;
  if (!terms || !hasRewards(terms)) return base;
  const clients = [...CLIENT_HEADINGS, ...REWARD_HEADINGS];
  return [['Clients', clients], ...base.slice(1), ...rewardTabs(terms)];
}

/** The cells under a heading of the Clients tab; dates in milliseconds. One column read. */
export function column(services: Services, heading: string): (string | number)[] {
  const sheet = clientsSheet(services);
  const [cells = []] = readColumns(sheet, [heading], 2, sheet.getLastRow());
  return cells.map((cell) => timeOf(cell) ?? textOf(cell));
}

/** Everyone's row of the Clients tab by number and id. Reads two columns whole, so that it needs no lock. */
export class KeyIndex implements Index {
  private readonly rows = new Map<string, number>();
  private last = 1;
  private lastKeys = '';

  constructor(private readonly sheet: Sheet) {
    this.update();
  }

  /** The row of a key, or 0. */
  row(key: string): number {
    return this.rows.get(key) ?? 0;
  }

  /** Reads what came since, or everything when the rows have moved. */
  update(): void {
    const end = Math.max(this.sheet.getLastRow(), 1);
    let fresh = end < this.last ? [] : this.read(this.last, end);
    if (this.last > 1 && fresh[0] !== this.lastKeys) {
      this.rows.clear();
      this.last = 1;
      fresh = this.read(1, end);
    }
    const first = this.last;
    fresh.forEach((keys, index) => {
      const row = first + index;
      for (const key of row > 1 ? keys.split(' ') : []) {
        if (key && !this.rows.has(key)) this.rows.set(key, row);
      }
    });
    // Below the last person there may be rows in which only something of the owner's stands.
    let length = fresh.length;
    while (length > 1 && !fresh[length - 1]?.trim()) length--;
    this.last = first + length - 1;
    this.lastKeys = fresh[length - 1] ?? '';
  }

  /** The keys of each row, separated by spaces. */
  private read(from: number, to: number): string[] {
    const [phones = [], ids = []] = readColumns(this.sheet, ['Phone', 'Messenger id'], from, to);
    return phones.map(
      (phone, index) => `${canonicalKey(textOf(phone).trim())} ${textOf(ids[index] ?? '')}`,
    );
  }
}

/** Whole columns, one call each and one for the header; a column that is missing is empty. */
export function readColumns(
  sheet: Sheet,
  headings: string[],
  from: number,
  to: number,
): unknown[][] {
  const columns = columnsOf(headerOf(sheet), headings);
  return headings.map((heading) => {
    const at = columns.get(heading);
    if (!at || to < from) return [];
    const cells = sheet.getRange(from, at, to - from + 1, 1).getValues();
    return cells.map(([cell]) => cell);
  });
}
