/** A folder of Apps Script code: its files, and how they are loaded into one context, as Google loads a project. */
/// <reference path="./gas-local.d.ts" />
import { readdirSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import gas from 'gas-local';
import { textOfFile } from './file-text';

/** A file of a script project. */
interface CodeFile {
  path: string;
  text: string;
}

/** So many files are remembered as compiled. */
const REMEMBERED = 100;
const compiled = new Map<string, { text: string; script: vm.Script }>();

/** The .js and .gs files of a folder and those below it, in the order of their names. @throws when it cannot be read */
export function codeFiles(folder: string): CodeFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return codeFiles(file);
    return isCode(entry.name) ? [{ path: file, text: textOfFile(file) }] : [];
  });
}

/** The door through which every execution's code comes in; the benchmark measures there. */
export const codeLoader = {
  /**
   * An unchanged file is compiled once and evaluated for every execution. Turn it off to have gas-local read and compile
   * everything each time, as Google's machines may.
   */
  keepsCompiled: true,
  /**
   * Evaluates the folder's code in a context made by `vm.createContext`.
   *
   * @returns the context, whose members the script's top-level functions are
   * @throws whatever the script throws while it loads
   */
  load(folder: string, context: vm.Context): Record<string, unknown> {
    if (!codeLoader.keepsCompiled) return gas.require(folder, context, { filter: isCode });
    for (const file of codeFiles(folder)) scriptOf(file).runInContext(context);
    return context as Record<string, unknown>;
  },
};

function isCode(file: string): boolean {
  return /\.(?:js|gs)$/.test(file);
}

function scriptOf({ path: filename, text }: CodeFile): vm.Script {
  const known = codeLoader.keepsCompiled ? compiled.get(filename) : undefined;
  if (known?.text === text) return known.script;
  const script = new vm.Script(text, { filename });
  compiled.delete(filename);
  compiled.set(filename, { text, script });
  const oldest = compiled.size > REMEMBERED && compiled.keys().next().value;
  if (oldest) compiled.delete(oldest);
  return script;
}
