/** What a version is called at Google: the top entry of the CHANGELOG in one line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Google shows descriptions in a narrow list. */
const MAX_LENGTH = 120;

/** `0.2.0: the first thing that its entry tells`; the number in package.json when there is no CHANGELOG. */
export function describeVersion(root: string): string {
  return topEntry(read(root, 'CHANGELOG.md')) ?? JSON.parse(read(root, 'package.json')).version;
}

/** What the top entry tells, a sentence or a few for each of its points, without Markdown. */
export function newestNotes(changelog: string): string[] {
  const [, ...body] = changelog.split(/^## /m)[1]?.split('\n') ?? [];
  return body.filter((line) => /^\s*[-*+]\s/.test(line)).map(plain);
}

function topEntry(changelog: string): string | undefined {
  for (const section of changelog.split(/^## /m).slice(1)) {
    const [heading = '', ...body] = section.split('\n');
    const first = body.map(plain).find((line) => line !== '');
    if (first === undefined && /unreleased/i.test(heading)) continue;
    const name = plain(heading).split(/\s/)[0];
    return cut(first === undefined ? `${name}` : `${name}: ${first}`);
  }
  return undefined;
}

/** A line without its Markdown; a sub-heading counts as nothing. */
function plain(line: string): string {
  if (/^#/.test(line)) return '';
  return line
    .replace(/^\s*[-*+]\s+/, '')
    .replace(/\[([^\]]*)\](\([^)]*\))?/g, '$1')
    .replace(/[*_`]+/g, '')
    .trim();
}

function cut(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1).trimEnd()}…`;
}

function read(root: string, name: string): string {
  try {
    return readFileSync(path.join(root, name), 'utf8');
  } catch {
    return name === 'package.json' ? '{"version":"0"}' : '';
  }
}
