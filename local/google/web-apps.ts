/** The deployed web apps: the files of the deployed version, run by the local Apps Script, at Google's paths. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalAppsScript } from '../apps-script';
import type { Account, Deployment, Script, ScriptFile } from './account';
import { Reply, type Request, type Routes } from './server';

const EXTENSIONS = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' } as const;

export class WebApps {
  readonly #account: Account;
  readonly #root: () => string;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'web-apps-'));
  readonly #running = new Map<string, { files: ScriptFile[]; script: LocalAppsScript }>();
  #folders = 0;
  readonly #echoes = new Map<string, string>();

  constructor(account: Account, root: () => string) {
    this.#account = account;
    this.#root = root;
  }

  readonly routes: Routes = {
    'GET /macros/s/*/exec': (request) => this.#serve(request, 'GET'),
    'POST /macros/s/*/exec': (request) => this.#serve(request, 'POST'),
    'GET /macros/echo': ({ query }) => {
      const text = this.#echoes.get(query.get('user_content_key') ?? '');
      return text === undefined ? notThere() : new Reply(200, text);
    },
  };

  /**
   * The script behind a deployment as it runs now: its properties, its spreadsheet, its executions.
   *
   * @throws Error when no deployment has this id
   */
  behind(deploymentId: string): LocalAppsScript {
    const found = this.#find(deploymentId);
    if (!found) throw new Error(`No web app is deployed as ${deploymentId}.`);
    return this.#run(found.script, filesOf(found.script, found.deployment), found.deployment);
  }

  /**
   * The script as the sheet's menu and its pages run it: the files last pushed, whatever the web app serves.
   *
   * @throws Error when there is no such script
   */
  inTheSheet(scriptId: string): LocalAppsScript {
    const script = this.#account.scripts.find((candidate) => candidate.scriptId === scriptId);
    if (!script) throw new Error(`There is no script ${scriptId}.`);
    return this.#run(script, script.files);
  }

  /** Removes the files of the versions that ran. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #serve(request: Request, method: 'GET' | 'POST'): Reply {
    const found = this.#find(request.params[0] ?? '');
    if (!found || found.deployment.access === undefined) return notThere();
    if (found.deployment.access !== 'ANYONE_ANONYMOUS') return loginPage(request);
    const files = filesOf(found.script, found.deployment);
    const script = this.#run(found.script, files, found.deployment);
    const { queryString, contentType, body } = request;
    const answer =
      method === 'GET' ? script.get(queryString) : script.post({ queryString, contentType, body });
    const location = Object.entries(answer.headers).find(([name]) => /^location$/i.test(name))?.[1];
    if (answer.status !== 302 || location === undefined) {
      return new Reply(answer.status, answer.body, answer.headers);
    }
    const key = `${this.#echoes.size + 1}`;
    this.#echoes.set(key, script.echo(location) ?? '');
    return new Reply(302, '', { location: `${this.#root()}/macros/echo?user_content_key=${key}` });
  }

  #find(deploymentId: string): { script: Script; deployment: Deployment } | undefined {
    for (const script of this.#account.scripts) {
      const deployment = script.deployments.find((one) => one.deploymentId === deploymentId);
      if (deployment) return { script, deployment };
    }
    return undefined;
  }

  /** Other files go on with what the ones before have written: the sheet and the properties are the script's. */
  #run(script: Script, files: ScriptFile[], deployment?: Deployment): LocalAppsScript {
    const { scriptId } = script;
    const before = this.#running.get(scriptId);
    if (before?.files === files) return before.script;
    const folder = path.join(this.#folder, String(++this.#folders));
    writeFiles(folder, files);
    const state = before?.script.save();
    const running = new LocalAppsScript({
      folder,
      scriptId,
      ...(deployment && {
        webAppUrl: `https://script.google.com/macros/s/${deployment.deploymentId}/exec`,
      }),
      ...(state && { state }),
    });
    this.#running.set(scriptId, { files, script: running });
    return running;
  }
}

function filesOf({ versions }: Script, { versionNumber }: Deployment): ScriptFile[] {
  return versions.find((one) => one.versionNumber === versionNumber)?.files ?? [];
}

function writeFiles(folder: string, files: ScriptFile[]): void {
  for (const { name, type, source } of files) {
    const file = path.join(folder, `${name}${EXTENSIONS[type]}`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, source);
  }
}

function loginPage(request: Request): Reply {
  const goOn = encodeURIComponent(`https://script.google.com/macros/s/${request.params[0]}/exec`);
  const page = `<!doctype html><html><head><title>Sign in - Google Accounts</title></head><body><form action="https://accounts.google.com/v3/signin/identifier?continue=${goOn}"></form></body></html>`;
  return new Reply(200, page, { 'content-type': 'text/html; charset=utf-8' });
}

function notThere(): Reply {
  const page =
    '<!doctype html><html><head><title>Page Not Found</title></head><body><p>Sorry, unable to open the file at this time.</p></body></html>';
  return new Reply(404, page, { 'content-type': 'text/html; charset=utf-8' });
}
