/** Little Apps Script projects for tests: files written to a folder of their own, on the local Apps Script. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  type Execution,
  LocalAppsScript,
  type LocalAppsScriptOptions,
} from '../../local/apps-script';

export const NOON = Date.UTC(2026, 5, 1, 12);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** An empty folder that is gone after the tests. */
export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'apps-script-'));
  folders.push(folder);
  return folder;
}

/** A script made of these files; a single text is its only file. */
export function scriptOf(
  files: Record<string, string> | string,
  options: Partial<LocalAppsScriptOptions> = {},
): LocalAppsScript {
  const folder = emptyFolder();
  const named = typeof files === 'string' ? { 'Code.js': files } : files;
  for (const [name, text] of Object.entries(named)) writeFileSync(path.join(folder, name), text);
  return new LocalAppsScript({ folder, now: NOON, ...options });
}

/** The beginning of most scripts here. */
export const SHEET = "const sheet = SpreadsheetApp.getActive().getSheetByName('Sheet1');";

/** A script whose function `go` has this body, with the first tab as `sheet`. */
export function going(
  body: string,
  options: Partial<LocalAppsScriptOptions> = {},
): LocalAppsScript {
  return scriptOf(`function go(first) { ${SHEET} ${body} }`, options);
}

/** What the body returns. Fails when it throws. */
export function resultOf(body: string, options: Partial<LocalAppsScriptOptions> = {}): unknown {
  return finished(going(body, options).run('go')).result;
}

/** The message of the error that the body dies of. */
export function errorOf(body: string, options: Partial<LocalAppsScriptOptions> = {}): string {
  return going(body, options).run('go').error ?? 'no error';
}

/** The execution, when it came to a good end. */
export function finished(execution: Execution): Execution {
  if (execution.error !== undefined) throw new Error(`${execution.error}\n${execution.stack}`);
  return execution;
}
