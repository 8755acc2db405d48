/** What Google looks at before it takes a push: the files' names and types, the manifest, the syntax. */
import { Script as VmScript } from 'node:vm';
import type { ScriptFile } from './account';
import { badRequest } from './errors';

const MANIFEST_FIELDS = new Set([
  'timeZone',
  'dependencies',
  'exceptionLogging',
  'runtimeVersion',
  'oauthScopes',
  'webapp',
  'executionApi',
  'urlFetchWhitelist',
  'sheets',
  'addOns',
  'chat',
]);
const ACCESS = new Set(['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS']);
const EXECUTE_AS = new Set(['USER_ACCESSING', 'USER_DEPLOYING']);

interface Manifest {
  timeZone?: string;
  runtimeVersion?: string;
  oauthScopes?: string[];
  webapp?: { access: string; executeAs: string };
}

/**
 * Takes the files of a push.
 *
 * @throws ApiError 400, worded as Google words it, when the project would not be valid
 */
export function acceptFiles(files: unknown): ScriptFile[] {
  if (!Array.isArray(files) || files.length === 0) throw badRequest();
  const accepted = files.map(acceptFile);
  if (new Set(accepted.map((file) => file.name)).size < accepted.length) throw badRequest();
  readManifest(accepted);
  for (const file of accepted) if (file.type === 'SERVER_JS') checkSyntax(file);
  return accepted;
}

/**
 * The manifest among these files.
 *
 * @throws ApiError 400 when there is none, or one that Google would refuse
 */
export function readManifest(files: ScriptFile[]): Manifest {
  const file = files.find(({ name, type }) => name === 'appsscript' && type === 'JSON');
  if (!file) {
    throw badRequest('Project contents must include a manifest file named appsscript.');
  }
  const manifest = parseManifest(file.source);
  const unknown = Object.keys(manifest).filter((field) => !MANIFEST_FIELDS.has(field));
  if (unknown.length > 0) throw refused(`unknown fields: [${unknown.join(', ')}]`);
  const { webapp, runtimeVersion = 'V8' } = manifest;
  if (runtimeVersion !== 'V8') {
    throw refused(
      `Expected one of [V8, STABLE, DEPRECATED_ES5] for "runtimeVersion", but was "${runtimeVersion}"`,
    );
  }
  if (webapp && !(ACCESS.has(webapp.access) && EXECUTE_AS.has(webapp.executeAs)))
    throw badRequest();
  return manifest;
}

function acceptFile(file: unknown): ScriptFile {
  const { name, type, source } = (file ?? {}) as ScriptFile;
  const known = type === 'SERVER_JS' || type === 'HTML' || type === 'JSON';
  if (!known || !name || typeof source !== 'string') throw badRequest();
  return { name, type, source };
}

function parseManifest(source: string): Manifest {
  try {
    return JSON.parse(source);
  } catch {
    throw refused('not valid JSON');
  }
}

function refused(why: string) {
  return badRequest(`"appsscript.json" has errors: Invalid manifest: ${why}`);
}

function checkSyntax({ name, source }: ScriptFile): void {
  try {
    new VmScript(source, { filename: name });
  } catch (error) {
    const line = /:(\d+)\n/.exec((error as Error).stack ?? '')?.[1] ?? '1';
    throw badRequest(`Syntax error: ${error} line: ${line} file: ${name}`);
  }
}
