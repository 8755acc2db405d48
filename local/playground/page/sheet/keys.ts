/** What the keyboard does in the grid, as in Google Sheets. */
import { type Grid, ROW_HEIGHT, type Spot } from './grid';

export type KeyAct =
  | { kind: 'move'; to: Spot }
  | { kind: 'edit'; start?: string }
  | { kind: 'clear' }
  | { kind: 'menu' }
  | null;

/** Reads a key press on the grid; null for keys that mean nothing here. */
export function readKey(event: KeyboardEvent, grid: Grid): KeyAct {
  const { row, column } = grid.spot;
  const whole = event.ctrlKey || event.metaKey;
  const page = Math.max(1, Math.floor(grid.element.clientHeight / ROW_HEIGHT) - 3);
  const move = (down: number, right: number): KeyAct => ({
    kind: 'move',
    to: inside({ row: row + down, column: column + right }, grid),
  });
  switch (event.key) {
    case 'ArrowDown':
      return move(whole ? grid.rows : 1, 0);
    case 'ArrowUp':
      return move(whole ? -grid.rows : -1, 0);
    case 'ArrowLeft':
      return move(0, whole ? -grid.columns : -1);
    case 'ArrowRight':
      return move(0, whole ? grid.columns : 1);
    case 'PageDown':
      return move(page, 0);
    case 'PageUp':
      return move(-page, 0);
    case 'Home':
      return move(whole ? -grid.rows : 0, -grid.columns);
    case 'End':
      return move(whole ? grid.rows : 0, grid.columns);
    case 'Enter':
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'F10':
      return event.shiftKey ? { kind: 'menu' } : null;
    case 'ContextMenu':
      return { kind: 'menu' };
    default:
      return event.key.length === 1 && !whole && !event.altKey
        ? { kind: 'edit', start: event.key }
        : null;
  }
}

/** The nearest spot that is in the grid. */
export function inside({ row, column }: Spot, grid: Grid): Spot {
  return {
    row: Math.min(grid.rows, Math.max(1, row)),
    column: Math.min(grid.columns, Math.max(1, column)),
  };
}
