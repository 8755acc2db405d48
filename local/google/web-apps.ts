/** The deployed web apps: the files of the deployed version, run by the local Apps Script, at Google's paths. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  compute,
  LocalAppsScript,
  type Outside,
  type OutsideAnswer,
  type OutsideRequest,
  type Quirks,
  type SavedState,
} from '../apps-script';
import type { Account, Deployment, Script, ScriptFile } from './account';
import { readManifest } from './content';
import { Reply, type Routes } from './server';

const EXTENSIONS = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' } as const;

/** What runs of a script: the files of a version, or those last pushed. */
interface Code {
  files: ScriptFile[];
  /** What the script is told of its own address. */
  webAppUrl: string;
}

export class WebApps {
  /** What the scripts reach with UrlFetchApp, beside the web apps here. */
  outside: Outside = () => ({ fault: 'dns' });
  /** How this Google is where nobody knows for sure. */
  quirks: Partial<Quirks> = {};
  readonly #account: Account;
  readonly #root: () => string;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'web-apps-'));
  readonly #folders = new Map<ScriptFile[], string>();
  readonly #running = new Map<string, { script: LocalAppsScript; code: Code }>();
  readonly #echoes = new Map<string, string>();
  readonly #copied = new Map<string, SavedState>();

  constructor(account: Account, root: () => string) {
    this.#account = account;
    this.#root = root;
  }

  readonly routes: Routes = {
    'GET /macros/s/*/exec': ({ params: [id = ''], ...request }) =>
      this.#serve(id, { ...request, method: 'GET' }),
    'POST /macros/s/*/exec': ({ params: [id = ''], ...request }) =>
      this.#serve(id, { ...request, method: 'POST' }),
    'HEAD /macros/s/*/exec': () => new Reply(403, ''),
    'GET /macros/s/*/exec/*': ({ params: [id = ''] }) => loginPage(id),
    'POST /macros/echo': () => new Reply(405, ''),
    'GET /macros/echo': ({ query }) => this.#echo(query.get('user_content_key') ?? ''),
  };

  /**
   * The script behind a deployment as it runs now: its properties, its spreadsheet, its executions.
   *
   * @throws Error when no deployment has this id
   */
  behind(deploymentId: string): LocalAppsScript {
    const found = this.#find(deploymentId);
    if (!found) throw new Error(`No web app is deployed as ${deploymentId}.`);
    return this.#run(found.script, deployed(found.script, found.deployment));
  }

  /**
   * The script as the sheet's menu, its pages and its triggers run it: the files last pushed, whatever the web app serves.
   *
   * @throws Error when there is no such script
   */
  inTheSheet(scriptId: string): LocalAppsScript {
    const script = this.#account.scripts.find((candidate) => candidate.scriptId === scriptId);
    if (!script) throw new Error(`There is no script ${scriptId}.`);
    const head = script.deployments.find(({ versionNumber }) => versionNumber === undefined);
    const webAppUrl = `https://script.google.com/macros/s/${head?.deploymentId}/dev`;
    return this.#run(script, { files: script.files, webAppUrl });
  }

  /** Gives a copy of a script the cells of the original's spreadsheet. */
  copySheet(from: string, { scriptId, parentId = '' }: Script): void {
    const { book, now, nextId } = this.inTheSheet(from).save();
    const nothing = { script: {}, user: {}, document: {} };
    this.#copied.set(scriptId, {
      version: 1,
      now,
      nextId,
      book: { ...book, id: parentId },
      properties: nothing,
      caches: nothing,
      triggers: [],
    });
  }

  /** A request from the internet to a web app's own address at Google, or to where its answer leads. */
  fetch(request: OutsideRequest): OutsideAnswer {
    return this.#fetched(request);
  }

  /** Removes the files of the versions that ran. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #serve(deploymentId: string, request: WebRequest): Reply {
    const found = this.#find(deploymentId);
    if (!found || found.deployment.access === undefined) return notThere();
    if (found.deployment.access !== 'ANYONE_ANONYMOUS') return loginPage(deploymentId);
    const { script } = found;
    const code = deployed(script, found.deployment);
    const { oauthScopes = [] } = readManifest(code.files);
    if (oauthScopes.some((scope) => !script.approved.includes(scope))) return notApproved();
    const before = this.#running.get(script.scriptId)?.code;
    const answer = ask(this.#run(script, code), request);
    if (before) this.#run(script, before);
    const location = Object.entries(answer.headers).find(([name]) => /^location$/i.test(name))?.[1];
    if (answer.status !== 302 || location === undefined) {
      return new Reply(answer.status, answer.body, answer.headers);
    }
    const key = `${this.#echoes.size + 1}`;
    this.#echoes.set(key, this.#running.get(script.scriptId)?.script.echo(location) ?? '');
    return new Reply(302, '', { location: `${this.#root()}/macros/echo?user_content_key=${key}` });
  }

  #echo(key: string): Reply {
    const text = this.#echoes.get(key);
    return text === undefined ? notThere() : new Reply(200, text);
  }

  #find(deploymentId: string): { script: Script; deployment: Deployment } | undefined {
    for (const script of this.#account.scripts) {
      const deployment = script.deployments.find((one) => one.deploymentId === deploymentId);
      if (deployment) return { script, deployment };
    }
    return undefined;
  }

  /** The sheet and the properties are the script's, whichever of its code runs. */
  #run({ scriptId, parentId, approved }: Script, code: Code): LocalAppsScript {
    const folder = this.#folderOf(code.files);
    const options = { folder, webAppUrl: code.webAppUrl, scopes: approved };
    const state = this.#copied.get(scriptId);
    const script =
      this.#running.get(scriptId)?.script ??
      new LocalAppsScript({
        ...options,
        scriptId,
        ...(parentId && { spreadsheetId: parentId }),
        outside: (request) => this.#fetched(request),
        formulas: compute,
        ...(state && { state }),
      });
    script.use(options);
    Object.assign(script.quirks, this.quirks);
    this.#running.set(scriptId, { script, code });
    return script;
  }

  /** What a script fetches: the web apps are at Google's own address for it. */
  #fetched(request: OutsideRequest): OutsideAnswer {
    const { method, url, headers, body } = request;
    const [address = '', queryString = ''] = url.split('?');
    const own = address.replace(this.#root(), 'https://script.google.com');
    const id = /^https:\/\/script\.google\.com\/macros\/s\/([\w-]+)\/exec$/.exec(own)?.[1];
    const contentType = headers['content-type'] ?? '';
    if (id) {
      const {
        status,
        headers,
        body: text,
      } = this.#serve(id, { method, queryString, contentType, body });
      return { status, headers, body: text, tookMs: this.#lastTookMs(id) };
    }
    if (address !== `${this.#root()}/macros/echo`) return this.outside(request);
    return this.#echo(new URLSearchParams(queryString).get('user_content_key') ?? '');
  }

  /** Whoever fetches a web app waits for as long as its execution takes. */
  #lastTookMs(deploymentId: string): number {
    const scriptId = this.#find(deploymentId)?.script.scriptId ?? '';
    return this.#running.get(scriptId)?.script.executions.at(-1)?.modelledMs ?? 0;
  }

  #folderOf(files: ScriptFile[]): string {
    const known = this.#folders.get(files);
    if (known) return known;
    const folder = path.join(this.#folder, String(this.#folders.size));
    writeFiles(folder, files);
    this.#folders.set(files, folder);
    return folder;
  }
}

interface WebRequest {
  method: string;
  queryString: string;
  contentType: string;
  body: string;
}

function ask(script: LocalAppsScript, { method, queryString, contentType, body }: WebRequest) {
  return method === 'GET'
    ? script.get(queryString)
    : script.post({ queryString, contentType, body });
}

function deployed({ versions }: Script, { deploymentId, versionNumber }: Deployment): Code {
  const files = versions.find((one) => one.versionNumber === versionNumber)?.files ?? [];
  return { files, webAppUrl: `https://script.google.com/macros/s/${deploymentId}/exec` };
}

function writeFiles(folder: string, files: ScriptFile[]): void {
  for (const { name, type, source } of files) {
    const file = path.join(folder, `${name}${EXTENSIONS[type]}`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, source);
  }
}

function loginPage(deploymentId: string): Reply {
  const goOn = encodeURIComponent(`https://script.google.com/macros/s/${deploymentId}/exec`);
  const page = `<!doctype html><html><head><title>Sign in - Google Accounts</title></head><body><form action="https://accounts.google.com/v3/signin/identifier?continue=${goOn}"></form></body></html>`;
  return new Reply(200, page, { 'content-type': 'text/html; charset=utf-8' });
}

/** Until the owner has approved every scope of the version, nothing of it runs. */
function notApproved(): Reply {
  const page =
    '<!doctype html><html><head><title>Error</title></head><body><p>Authorization is required to perform that action.</p></body></html>';
  return new Reply(200, page, { 'content-type': 'text/html; charset=utf-8' });
}

function notThere(): Reply {
  const page =
    '<!doctype html><html><head><title>Page Not Found</title></head><body><p>Sorry, unable to open the file at this time.</p></body></html>';
  return new Reply(404, page, { 'content-type': 'text/html; charset=utf-8' });
}
