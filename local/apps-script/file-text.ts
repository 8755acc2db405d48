/** The text of files that seldom change: kept for as long as a file's size and time show that it is the same. */
import { readFileSync, statSync } from 'node:fs';

/** A file that was written so shortly before it was read may be written again within the same tick of its clock. */
const SETTLED_MS = 50;
/** Where the clock of files knows whole seconds only, or every other one. */
const SETTLED_IN_SECONDS_MS = 2000;
/** So many files are remembered. */
const REMEMBERED = 100;

interface Kept {
  mtimeMs: number;
  size: number;
  text: string;
}

const kept = new Map<string, Kept>();

/** The file's text now. @throws Node's error when it cannot be read */
export function textOfFile(file: string): string {
  const { mtimeMs, size } = statSync(file);
  const known = kept.get(file);
  if (known?.mtimeMs === mtimeMs && known.size === size) return known.text;
  const tellsSeconds = mtimeMs % 1000 === 0;
  const hasSettled = Date.now() - mtimeMs > (tellsSeconds ? SETTLED_IN_SECONDS_MS : SETTLED_MS);
  const text = readFileSync(file, 'utf8');
  kept.delete(file);
  if (hasSettled) kept.set(file, { mtimeMs, size, text });
  const oldest = kept.size > REMEMBERED && kept.keys().next().value;
  if (oldest) kept.delete(oldest);
  return text;
}
