/** What the keyboard does in the grid, as in Google Sheets. */
import { inside, type Size, type Spot } from './spot';

type KeyAct =
  | { kind: 'move'; to: Spot }
  | { kind: 'extend'; to: Spot }
  | { kind: 'step'; verb: 'undo' | 'redo' }
  | { kind: 'edit'; start?: string }
  | { kind: 'clear' }
  | { kind: 'menu' }
  | null;

/**
 * Reads a key press on the grid.
 *
 * @param spot the chosen cell
 * @param end the other corner of what is chosen
 * @param page how many rows a page has
 * @returns null for keys that mean nothing here
 */
export function readKey(
  event: KeyboardEvent,
  { spot, end, size, page }: { spot: Spot; end: Spot; size: Size; page: number },
): KeyAct {
  const { rows, columns } = size;
  const whole = event.ctrlKey || event.metaKey;
  const from = event.shiftKey ? end : spot;
  const move = (down: number, right: number): KeyAct => ({
    kind: event.shiftKey ? 'extend' : 'move',
    to: inside({ row: from.row + down, column: from.column + right }, size),
  });
  const letter = whole && !event.altKey ? event.key.toLowerCase() : '';
  if (letter === 'z') return { kind: 'step', verb: event.shiftKey ? 'redo' : 'undo' };
  if (letter === 'y') return { kind: 'step', verb: 'redo' };
  switch (event.key) {
    case 'ArrowDown':
      return move(whole ? rows : 1, 0);
    case 'ArrowUp':
      return move(whole ? -rows : -1, 0);
    case 'ArrowLeft':
      return move(0, whole ? -columns : -1);
    case 'ArrowRight':
      return move(0, whole ? columns : 1);
    case 'PageDown':
      return move(page, 0);
    case 'PageUp':
      return move(-page, 0);
    case 'Home':
      return move(whole ? -rows : 0, -columns);
    case 'End':
      return move(whole ? rows : 0, columns);
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
