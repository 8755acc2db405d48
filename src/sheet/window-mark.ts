/**
 * What the program notes in each row of a window: whose row it is, and how each cell was written. A cell that is otherwise
 * was edited by somebody, with or without an event that tells of it.
 */
import { endOfToken } from '../program/token';
import type { Value } from './window-form';

/** By columns, and `own` for everything in the owner's columns. */
type Hashes = ReadonlyMap<string, string>;

export interface Mark {
  id: number;
  written: Hashes;
  /** How cells are about to be written: should that be cut off, either is the program's doing. */
  next?: Hashes;
}

const LENGTH = 4;

/** Stands for a cell that nobody has written. */
const NOBODY = '-'.repeat(LENGTH);

/** One look takes the same cells' checksums several times, and many cells are alike. */
const known = new Map<string, string>();

/** A value's short checksum. */
export function hashOf(value: Value): string {
  const text = String(value ?? '');
  let hash = known.get(text);
  if (hash === undefined) {
    hash = endOfToken(text, LENGTH);
    known.set(text, hash);
  }
  return hash;
}

/** That of what stands in the owner's columns. */
export function hashOfOwn(own: Record<string, string>): string {
  const filled = Object.entries(own).filter(([, text]) => text);
  return hashOf(filled.length ? JSON.stringify(filled.sort(([a], [b]) => (a < b ? -1 : 1))) : '');
}

/** A mark as it stands in its cell. @param names what there are hashes of, in an order that never changes */
export function markText({ id, written, next }: Mark, names: readonly string[]): string {
  const texts = [written, ...(next ? [next] : [])].map((hashes) =>
    names.map((name) => hashes.get(name) ?? NOBODY).join(''),
  );
  return [`r${id}`, ...texts].join('.');
}

/** The mark in a cell; null where there is none. */
export function readMark(text: string, names: readonly string[]): Mark | null {
  const found = /^r(\d+)\.([0-9a-z-]*)(?:\.([0-9a-z-]*))?$/.exec(text.trim());
  if (!found) return null;
  const [, id, written = '', next] = found;
  const hashes = (all: string) => {
    const each = names.map(
      (name, at) => [name, all.slice(at * LENGTH, (at + 1) * LENGTH)] as const,
    );
    return new Map(each.filter(([, hash]) => hash && hash !== NOBODY));
  };
  return {
    id: Number(id),
    written: hashes(written),
    ...(next !== undefined && { next: hashes(next) }),
  };
}

/** Whether a cell is as the program has written it, or was about to; nobody can tell of one that it never wrote. */
export function isAsWritten(mark: Mark, name: string, hash: string): boolean {
  const was = mark.written.get(name);
  return was === undefined || was === hash || mark.next?.get(name) === hash;
}
