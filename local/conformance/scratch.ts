/** The scratch spreadsheet of a run on Google: made, filled with the suite, deployed, and taken away again. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSuite } from '../apps-script/conformance/build';
import type { DatabaseAddress } from '../apps-script/conformance/script/database';
import { Clasp } from '../deploy/clasp';
import { readCreation } from '../deploy/creation-trace';
import { ClaspFailed } from '../deploy/failure';
import type { Surroundings } from './surroundings';

export const TITLE = 'Conformance scratch (may be deleted)';

/** What there is at Google; kept in a file, so that a later run can take away what this one could not. */
export interface Made {
  sheetId?: string;
  scriptId?: string;
  /** Google was asked for a spreadsheet or a script, and whether it made one is not known. */
  unanswered?: 'sheet' | 'script';
}

export class Scratch {
  readonly #surroundings: Surroundings;
  readonly #clasp: Clasp;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    const { folder, env, clasp } = surroundings;
    this.#prepare();
    this.#clasp = new Clasp({ root: folder, env, ...(clasp ? { clasp } : {}) });
  }

  /** What an earlier run has left, or this one has made; undefined when there is nothing. */
  get made(): Made | undefined {
    try {
      return JSON.parse(readFileSync(this.#file('made.json'), 'utf8'));
    } catch {
      return undefined;
    }
  }

  get sheetAddress(): string {
    return `https://docs.google.com/spreadsheets/d/${this.made?.sheetId}/edit`;
  }

  /** @returns whose Google account it is; undefined when nobody is signed in */
  async whose(): Promise<string | undefined> {
    const who = await this.#json<{ loggedIn: boolean; email?: string }>('show-authorized-user');
    return who.loggedIn ? (who.email ?? 'somebody') : undefined;
  }

  /**
   * Makes the spreadsheet and its script, and uploads the suite.
   *
   * @throws ClaspFailed when Google refuses
   */
  async make(key: string, database: DatabaseAddress | null): Promise<void> {
    await buildSuite(this.#file('upload'), key, database);
    await this.#create();
    this.#name(this.made?.scriptId ?? '');
    await this.#json('push', ['--force']);
  }

  /** Uploads so much code more, and serves it besides. @returns the deployment's id */
  async deployHeavier(kilobytes: number): Promise<string> {
    const line = (i: number) =>
      `function ballast${i}(a, b) { return { sum: a + b, text: 'ballast ${i}', list: [a, b, ${i}] }; }\n`;
    let code = '';
    for (let i = 0; code.length < kilobytes * 1024; i++) code += line(i);
    // In one function, so that it adds no names that a page could call.
    const text = `function ballast_() {\n${code}}\n`;
    writeFileSync(this.#file('upload', 'Ballast.js'), text);
    await this.#json('push', ['--force']);
    return this.deploy();
  }

  /** Makes a version of what was uploaded and serves it. @returns the deployment's id */
  async deploy(): Promise<string> {
    const { versionNumber } = await this.#json<{ versionNumber: number }>('create-version', [
      ...['--', 'conformance'],
    ]);
    const { deploymentId } = await this.#json<{ deploymentId: string }>('create-deployment', [
      ...[`--versionNumber=${versionNumber}`, '--description=conformance'],
    ]);
    return deploymentId;
  }

  /** Takes everything away; what Google does not let go stays noted. @returns why, for each */
  async remove(): Promise<string[]> {
    const { unanswered, ...known } = this.made ?? {};
    // Killed in the middle, the run before could not note how far clasp had come.
    const made: Made = unanswered ? readCreation(this.#file('creation.log')) : known;
    this.#replace(made);
    const { sheetId, scriptId } = made;
    const failures: string[] = [];
    if (scriptId) {
      this.#name(scriptId);
      failures.push(
        ...(await failing('The web app', () => this.#json('delete-deployment', ['--all']))),
      );
    }
    if (sheetId) {
      // The script goes with its spreadsheet. The command's name says script; it takes any file that clasp has made.
      const args = ['--force', '--', sheetId];
      const trash = () => this.#clasp.plain('delete-script', args, this.#project);
      failures.push(...(await failing('The spreadsheet', trash)));
    }
    if (failures.length === 0 && !made.unanswered) this.#forget();
    return failures;
  }

  async #create(): Promise<void> {
    const trace = this.#file('creation.log');
    const project = this.#file('new', '.clasp.json');
    rmSync(path.dirname(project), { recursive: true, force: true });
    mkdirSync(path.dirname(project), { recursive: true });
    writeFileSync(project, '{}');
    rmSync(trace, { force: true });
    this.#replace({ unanswered: 'sheet' });
    try {
      const args = ['--title', TITLE, '--type', 'sheets'];
      await this.#clasp.json('create-script', args, { project, trace });
    } catch (error) {
      if (!(error instanceof ClaspFailed) || !readCreation(trace).scriptId) throw error;
    } finally {
      this.#replace({ ...readCreation(trace) });
    }
  }

  get #project() {
    return { project: this.#file('.clasp.json') };
  }
  #json<T>(command: string, args: string[] = []): Promise<T> {
    return this.#clasp.json<T>(command, args, this.#project);
  }
  /** Ties clasp to the script. */
  #name(scriptId: string): void {
    writeFileSync(this.#file('.clasp.json'), JSON.stringify({ scriptId, rootDir: 'upload' }));
  }
  #replace(made: Made): void {
    writeFileSync(this.#file('made.json'), JSON.stringify(made));
  }
  #forget(): void {
    rmSync(this.#surroundings.folder, { recursive: true, force: true });
    this.#prepare();
  }
  /** clasp does nothing without a project file, not even tell who is signed in. */
  #prepare(): void {
    mkdirSync(this.#surroundings.folder, { recursive: true });
    if (!existsSync(this.#file('.clasp.json'))) writeFileSync(this.#file('.clasp.json'), '{}');
  }
  #file(...names: string[]): string {
    return path.join(this.#surroundings.folder, ...names);
  }
}

/** @returns what Google said, when it did not let go of something that is still there */
async function failing(what: string, remove: () => Promise<unknown>): Promise<string[]> {
  try {
    await remove();
    return [];
  } catch (error) {
    if (!(error instanceof ClaspFailed)) throw error;
    return /not found/i.test(error.said) ? [] : [`${what}: ${error.said.trim()}`];
  }
}
