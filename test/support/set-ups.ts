/** What set-up came to, for each way of making a business: it is the same each time, so the first test plays it for all. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Names the folder in which the workers of one run find each other's. */
const FOLDER = 'SET_UPS';
const known = new Map<string, string>();

/** Before the first test of a run: nothing is known yet. */
export function openSetUps(): void {
  process.env[FOLDER] = mkdtempSync(path.join(tmpdir(), 'set-ups-'));
}

/** After the last one. */
export function closeSetUps(): void {
  rmSync(process.env[FOLDER] ?? '', { recursive: true, force: true });
}

/** How a business is made, to find its like; '' where there is more to it than JSON can tell, as a function. */
export function wayOf(options: object): string {
  let plain = true;
  const way = JSON.stringify(options, (_, value) => {
    if (typeof value === 'function' || value === Infinity) plain = false;
    return value;
  });
  return plain ? way : '';
}

/** What was kept for a way, each time a copy of its own; undefined when nobody has gone it. */
export function setUpOf<T>(way: string): T | undefined {
  const text = known.get(way) ?? readIn(fileOf(way));
  if (text === undefined) return undefined;
  known.set(way, text);
  return JSON.parse(text) as T;
}

/** Keeps it as JSON, for this test file and the others of the run. */
export function keepSetUp(way: string, what: object): void {
  if (!way) return;
  const text = JSON.stringify(what);
  known.set(way, text);
  const file = fileOf(way);
  if (!file) return;
  // Another worker may be reading: it finds all of it or nothing.
  const whole = `${file}.${randomUUID()}`;
  writeFileSync(whole, text);
  renameSync(whole, file);
}

function fileOf(way: string): string {
  const folder = process.env[FOLDER];
  return folder && way ? path.join(folder, createHash('sha1').update(way).digest('hex')) : '';
}

function readIn(file: string): string | undefined {
  try {
    return file ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
