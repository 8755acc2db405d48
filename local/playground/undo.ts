/** What the owner did to the sheet by hand, so that it can be taken back and done again. */
import type { LocalAppsScript } from '../apps-script';
import { Refusal } from './refusal';

type Hand = LocalAppsScript['spreadsheet'];
type Area = Parameters<Hand['copyCells']>[1];

/** How far back one can go. */
const MOST = 50;
/** Of big tabs that were sorted or lost a row only so many rows are kept. */
const MOST_ROWS = 250_000;

/** How things were before, and after, one step. */
interface Step {
  sheet: string;
  /** Whether the tab as a whole is put back. */
  wholeTab: boolean;
  rows: number;
  /** Puts things back. @returns the step that undoes this */
  back(hand: Hand): Step;
}

export class Undo {
  private done: Step[] = [];
  private undone: Step[] = [];
  /** By tab, how often it had changed after the owner's last step. */
  private readonly known = new Map<string, number>();

  /** Types into cells, or empties them. */
  cells(hand: Hand, sheet: string, area: Area, act: () => void): void {
    this.forgetIfChanged(hand, sheet);
    const step = cellStep(hand, sheet, area);
    act();
    this.add(hand, step);
  }

  /** Sorts, inserts, moves, deletes: the tab as a whole is another one then. */
  tab(hand: Hand, sheet: string, act: () => void): void {
    this.forgetIfChanged(hand, sheet);
    const step = tabStep(hand, sheet);
    act();
    this.add(hand, step);
  }

  /** @returns the tab in which something was taken back. @throws Refusal when there is nothing, or it cannot be */
  undo(hand: Hand): string {
    return this.swap(hand, this.done, this.undone, 'There is nothing to undo.');
  }

  /** @returns the tab in which something was done again. @throws Refusal likewise */
  redo(hand: Hand): string {
    return this.swap(hand, this.undone, this.done, 'There is nothing to redo.');
  }

  private add(hand: Hand, step: Step): void {
    this.undone = [];
    this.done.push(step);
    this.known.set(step.sheet, hand.tab(step.sheet).changes);
    const rows = () => this.done.reduce((sum, one) => sum + one.rows, 0);
    while (this.done.length > MOST || (this.done.length > 1 && rows() > MOST_ROWS)) {
      this.done.shift();
    }
  }

  private swap(hand: Hand, from: Step[], to: Step[], nothing: string): string {
    const step = from.at(-1);
    if (!step) throw new Refusal(nothing);
    const { sheet } = step;
    if (!hand.sheetNames().includes(sheet)) {
      from.length = 0;
      throw new Refusal(`The tab “${sheet}” is not there any more.`);
    }
    if (step.wholeTab && this.hasChanged(hand, sheet)) {
      throw new Refusal(
        'Something has been written into this tab since then: undoing would lose it.',
      );
    }
    to.push(step.back(hand));
    from.pop();
    this.known.set(sheet, hand.tab(sheet).changes);
    return sheet;
  }

  /** Somebody else has written into the tab: from then on no whole tab can be put back without losing that. */
  private forgetIfChanged(hand: Hand, sheet: string): void {
    if (!this.hasChanged(hand, sheet)) return;
    this.done = this.done.filter((step) => !step.wholeTab || step.sheet !== sheet);
  }

  private hasChanged(hand: Hand, sheet: string): boolean {
    const known = this.known.get(sheet);
    return known !== undefined && known !== hand.tab(sheet).changes;
  }
}

function cellStep(hand: Hand, sheet: string, area: Area): Step {
  const copy = hand.copyCells(sheet, area);
  return {
    ...{ sheet, wholeTab: false, rows: area.rows },
    back: () => {
      const other = cellStep(hand, sheet, area);
      hand.putCells(sheet, copy);
      return other;
    },
  };
}

function tabStep(hand: Hand, sheet: string): Step {
  const saved = hand.copyTab(sheet);
  return {
    ...{ sheet, wholeTab: true, rows: saved.rows.length },
    back: () => {
      const other = tabStep(hand, sheet);
      hand.putTab(sheet, saved);
      return other;
    },
  };
}
