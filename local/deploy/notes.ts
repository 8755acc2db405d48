/** `.deploy.json`: what a deployment has to remember, written down before and after every step. Ids only, never a secret. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure';

/** A step that was begun. It stays in the notes until it is known to be done. */
type Underway =
  /** clasp was asked to make the spreadsheet, its script, or both. */
  | { step: 'creation' }
  /** A version of these files was asked for when none above this number existed. */
  | { step: 'version'; fingerprint: string; above: number }
  /** The version exists; the deployment is to serve it. */
  | { step: 'deployment'; fingerprint: string; version: number }
  /** The deployment is to go back to this version. */
  | { step: 'rollback'; to: number };

/** What Google has of our files. */
export interface Pushed {
  fingerprint: string;
  /** The permissions that the owner was asked for. */
  scopes: string[];
  /** A short hash for every file. */
  files: Record<string, string>;
}

export interface Notes {
  sheetId?: string | undefined;
  scriptId?: string | undefined;
  deploymentId?: string | undefined;
  /** The versions that the deployment served, oldest first; the last is the one it serves. */
  served: number[];
  pushed?: Pushed | undefined;
  underway?: Underway | undefined;
  /** The owner chose the manifest that may see every spreadsheet of the account. */
  wideScope?: boolean;
  /** The owner chose that the program may send e-mails. */
  mail?: boolean;
  /** The permissions that the files now at Google ask for, before the web app needs them. */
  asked?: string[] | undefined;
  /** A further deployment was asked for when there were these. */
  besides?: string[] | undefined;
}

const FILE = '.deploy.json';

export class Notebook {
  readonly #file: string;
  #notes: Notes;

  /**
   * Opens the notes of a project; none are fine.
   *
   * @throws Failure when the file is there but cannot be read
   */
  constructor(root: string) {
    this.#file = path.join(root, FILE);
    this.#notes = { served: [], ...read(this.#file) };
  }

  get notes(): Readonly<Notes> {
    return this.#notes;
  }

  /** Writes a change down at once; a process that is killed leaves the notes before or after it, never half of them. */
  note(change: Partial<Notes>): void {
    this.#notes = { ...this.#notes, ...change };
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(this.#notes, null, 2)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function read(file: string): Partial<Notes> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Failure(`${FILE}, where deployments are remembered, cannot be read: ${error}`, [
      `Delete ${FILE} if you have no copy of it.`,
      'Then run `npm run deploy -- --script <address of the script> --sheet <address of the sheet>`: what is at Google is found again.',
    ]);
  }
}
