/** The licences of the packages that a bundle carries: they ask to be told wherever their code goes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of a package: its folder, and its name with the scope. */
const IN_PACKAGE = /^(.*\bnode_modules\/((?:@[^/]+\/)?[^/]+))\//;

/**
 * @param inputs the files that went into a bundle, as esbuild's metafile names them
 * @returns a comment for the end of the script; nothing where all code is our own
 * @throws Error when a package has no licence file
 */
export function licencesOf(inputs: string[]): string {
  const packages = new Map(
    inputs.flatMap((file) => {
      const [, folder = '', name = ''] = IN_PACKAGE.exec(file.replaceAll('\\', '/')) ?? [];
      return name ? [[name, folder] as const] : [];
    }),
  );
  if (packages.size === 0) return '';
  const told = [...packages].sort().map(([name, folder]) => `${name}\n\n${licenceIn(folder)}`);
  return `/*! This page carries code of others, under these licences:\n\n${told.join('\n\n')}\n*/\n`;
}

function licenceIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name));
  if (!file) {
    throw new Error(
      `${folder} has no licence file. Find out what its licence asks for, and tell it here, or leave the package out.`,
    );
  }
  return readFileSync(path.join(folder, file), 'utf8').trim();
}
