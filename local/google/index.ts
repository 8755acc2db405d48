/** A Google for clasp, on this machine: sign-in, Drive, the Apps Script API and the deployed web apps over plain HTTP. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Account, type User } from './account';
import { readManifest } from './content';
import { driveApi } from './drive-api';
import { Editor } from './editor';
import type { ApiError } from './errors';
import { scriptApi, type Ways } from './script-api';
import { HttpServer } from './server';
import { signIn } from './sign-in';
import { WebApps } from './web-apps';

export * from './account';
export * as errors from './errors';

export class LocalGoogle {
  readonly account = new Account();
  readonly ways: Ways = { endClosed: 'none' };
  readonly webApps: WebApps;
  readonly editor = new Editor(this.account);
  /** Who sits at the browser that a sign-in opens. */
  person: User | undefined;
  readonly #server: HttpServer;

  /** Starts a Google that knows nobody. Close it when done. */
  static async start(): Promise<LocalGoogle> {
    const google = new LocalGoogle();
    await google.#server.listen();
    return google;
  }

  private constructor() {
    const root = () => this.root;
    this.webApps = new WebApps(this.account, root);
    const routes = {
      ...signIn(this.account, () => this.person),
      ...driveApi(this.account),
      ...scriptApi(this.account, this.ways, root),
      ...this.webApps.routes,
    };
    this.#server = new HttpServer(routes, (token) =>
      this.account.users.find(({ accessToken }) => accessToken === token),
    );
  }

  /** Where all of it is reached. */
  get root(): string {
    return this.#server.root;
  }

  /** The requests that came in, oldest first: `METHOD /path`. */
  get requests(): readonly string[] {
    return this.#server.log;
  }

  async close(): Promise<void> {
    await this.#server.close();
    this.webApps.close();
  }

  /** Answers every request of a route with this error until `undefined` is given. A route is `METHOD /path` with `*` for ids. */
  refuse(route: string, error: ApiError | undefined): void {
    if (error) this.#server.interferences.set(route, () => error);
    else this.#server.interferences.delete(route);
  }

  /** Carries the next request of a route out and runs `then` before it is answered; it never is when `then` gives `no answer`. */
  once(route: string, then: () => 'answer' | 'no answer'): void {
    this.#server.afterEffects.set(route, () => {
      this.#server.afterEffects.delete(route);
      return then() === 'no answer';
    });
  }

  /** What the owner does at the first click in the sheet: approves what the pushed manifest asks for. */
  approve(scriptId: string): void {
    const script = this.account.scripts.find((one) => one.scriptId === scriptId);
    if (!script) throw new Error(`There is no script ${scriptId}.`);
    const { oauthScopes = [] } = readManifest(script.files);
    script.approved = [...new Set([...script.approved, ...oauthScopes])];
  }

  /** What the owner does in *Manage deployments*: opens the web app to anyone. */
  openToAnyone(deploymentId: string): void {
    const deployments = this.account.scripts.flatMap((script) => script.deployments);
    const found = deployments.find((deployment) => deployment.deploymentId === deploymentId);
    if (!found) throw new Error(`There is no deployment ${deploymentId}.`);
    found.access = 'ANYONE_ANONYMOUS';
  }

  /**
   * *File → Make a copy* of a sheet with its script. The cells come along; properties, triggers and approvals do not.
   *
   * @returns the id of the copy's script
   */
  makeACopy(scriptId: string, { email }: User): string {
    const copy = this.editor.copyOf(scriptId, email);
    this.webApps.copySheet(scriptId, copy);
    return copy.scriptId;
  }

  /**
   * The environment that makes the real clasp, run as a child process, talk to this Google.
   *
   * @param folder where its sign-in is kept; not inside the project
   * @param user who is signed in already, if anybody
   */
  claspEnvironment(folder: string, user?: User): NodeJS.ProcessEnv {
    const auth = path.join(folder, 'clasprc.json');
    mkdirSync(folder, { recursive: true });
    if (user) writeFileSync(auth, JSON.stringify({ tokens: { default: credentials(user) } }));
    return {
      clasp_config_auth: auth,
      NODE_OPTIONS: `--import ${pathToFileURL(path.join(__dirname, 'preload.mjs')).href}`,
      LOCAL_GOOGLE: this.root,
    };
  }
}

function credentials({ accessToken, refreshToken }: User) {
  return {
    type: 'authorized_user',
    client_id: 'local',
    client_secret: 'local',
    access_token: accessToken,
    refresh_token: refreshToken,
    expiry_date: 32503680000000,
  };
}
