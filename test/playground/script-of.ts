/** A little Apps Script project in a temporary folder. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @param files their contents by name: `{ 'Code.js': '…' }` */
export function scriptOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'script-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}
