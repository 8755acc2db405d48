/** The project that is being deployed: its folder, its notes, its clasp. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Clasp } from './clasp';
import { projectFile, writeProjectFile } from './clasp-json';
import { Notebook } from './notes';
import type { Surroundings } from './surroundings';

export class Project {
  readonly surroundings: Surroundings;
  readonly clasp: Clasp;
  readonly #notebook: Notebook;

  /** @throws Failure when the notes cannot be read */
  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
    this.clasp = new Clasp(surroundings);
    this.#notebook = new Notebook(surroundings.root);
    const { root } = surroundings;
    if (!existsSync(projectFile(root))) writeProjectFile(root, this.notes.scriptId);
  }

  get root() {
    return this.surroundings.root;
  }

  get notes() {
    return this.#notebook.notes;
  }

  note(change: Parameters<Notebook['note']>[0]): void {
    this.#notebook.note(change);
  }

  say(text: string): void {
    this.surroundings.say(text);
  }

  /** A place for files that need not last; git does not see it. */
  scratch(...names: string[]): string {
    return path.join(this.root, '.local', 'deploy', ...names);
  }

  get sheetAddress(): string | undefined {
    const { sheetId } = this.notes;
    return sheetId && `https://docs.google.com/spreadsheets/d/${sheetId}/edit`;
  }

  get scriptAddress(): string {
    return `https://script.google.com/home/projects/${this.notes.scriptId}/edit`;
  }

  get webAppAddress(): string {
    return `${this.surroundings.webAppRoot}/macros/s/${this.notes.deploymentId}/exec`;
  }
}
