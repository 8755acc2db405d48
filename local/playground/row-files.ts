/** The rows of the tabs in files of their own, a block each: a change in a big sheet writes one small file, not all of it. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type SavedBlock, type SavedState, writeToDisk } from '../apps-script';

/** The file of each block, by `<tab's id>.<block>`. */
export type RowFileNames = Record<string, string>;

const PATTERN = /^rows-[a-z0-9.-]+\.json$/;

export class RowFiles {
  private before: RowFileNames = {};
  private made = 0;

  /** @param names what the state that lies in the folder names */
  constructor(
    private readonly folder: string,
    private names: RowFileNames,
  ) {}

  /**
   * Writes the blocks that have changed, each into a new file: the state on the disk goes on naming the old ones.
   *
   * @param blocks those that have changed
   * @param counts how many blocks each tab has, by its id
   * @returns what the next state is to name
   */
  write(blocks: readonly SavedBlock[], counts: Readonly<Record<number, number>>): RowFileNames {
    const names = Object.entries(this.names).filter(([key]) => {
      const [sheet, block] = key.split('.').map(Number) as [number, number];
      return block < (counts[sheet] ?? 0);
    });
    const next = Object.fromEntries(names);
    mkdirSync(this.folder, { recursive: true });
    for (const { sheet, block, rows } of blocks) {
      const name = `rows-${sheet}.${block}-${Date.now().toString(36)}-${++this.made}.json`;
      writeToDisk(path.join(this.folder, name), JSON.stringify(rows));
      next[`${sheet}.${block}`] = name;
    }
    return next;
  }

  /** The state that names these files is on the disk: what neither it nor the one before needs goes. */
  kept(names: RowFileNames): void {
    this.before = this.names;
    this.names = names;
    const needed = new Set([...Object.values(this.before), ...Object.values(names)]);
    for (const file of readdirSync(this.folder)) {
      if (PATTERN.test(file) && !needed.has(file)) rmSync(path.join(this.folder, file));
    }
  }
}

/** Puts the rows into a state. @throws Error when one of its files cannot be read */
export function readRows(folder: string, state: SavedState, names: RowFileNames): void {
  for (const sheet of state.book.sheets) {
    for (let block = 0; names[`${sheet.id}.${block}`] !== undefined; block++) {
      const file = path.join(folder, names[`${sheet.id}.${block}`] as string);
      sheet.rows = sheet.rows.concat(JSON.parse(readFileSync(file, 'utf8')));
    }
  }
}
