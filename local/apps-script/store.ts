/** Keeps the state in a folder: whole at every moment, also when the program is killed in the middle of a write. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const CURRENT = 'state.json';
const PREVIOUS = 'state.previous.json';
const UNFINISHED = 'state.unfinished.json';

interface LoadedState<T> {
  /** undefined: the folder holds none yet. */
  state?: T;
  /** What was wrong with the newest file, when an older one had to do. */
  problem?: string;
}

/**
 * Reads the newest state that is whole.
 *
 * @param complete adds what lies in other files; throws when it is not there
 * @throws Error when there are files and none of them can be read
 */
export function loadState<T>(
  folder: string,
  complete: (state: T) => void = () => undefined,
): LoadedState<T> {
  const problems: string[] = [];
  for (const name of [CURRENT, PREVIOUS]) {
    const file = path.join(folder, name);
    if (!existsSync(file)) continue;
    try {
      const state = JSON.parse(readFileSync(file, 'utf8')) as T;
      complete(state);
      if (problems.length === 0) return { state };
      return { state, problem: `${problems.join(' ')} The one before it was taken: ${file}.` };
    } catch (error) {
      problems.push(`${file} cannot be read: ${(error as Error).message}.`);
    }
  }
  if (problems.length === 0) return {};
  throw new Error(
    `${problems.join(' ')} Move the folder ${folder} away to start over, or put a good ${CURRENT} there.`,
  );
}

/** Writes the state beside the old one and then puts it in its place; the old one stays as a fallback. */
export function saveState(folder: string, state: unknown): void {
  mkdirSync(folder, { recursive: true });
  const [current, previous, unfinished] = [CURRENT, PREVIOUS, UNFINISHED].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  writeToDisk(unfinished, JSON.stringify(state));
  if (existsSync(current)) {
    rmSync(previous, { force: true });
    linkSync(current, previous);
  }
  renameSync(unfinished, current);
  syncFolder(folder);
}

/** Writes a file, and waits until it lies on the disk. */
export function writeToDisk(file: string, text: string): void {
  const handle = openSync(file, 'w');
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the renaming itself last; not every system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows cannot open a folder; its renaming is kept by the file system's own journal.
  }
}
