/** A clone in a temporary folder, a Google on this machine, and somebody who deploys from one to the other. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ClaspRun, runClasp } from '../../local/deploy/clasp-process';
import type { Notes } from '../../local/deploy/notes';
import { run } from '../../local/deploy/run';
import { LocalGoogle, type User } from '../../local/google';
import { runHosted } from '../../local/google/clasp-host';

const repository = path.resolve(__dirname, '..', '..');

const TRACKED = ['.clasp.json', 'appsscript.json', 'appsscript.wide.json', 'package.json'];

interface Outcome {
  exitCode: number | null;
  said: string;
}

interface Killing {
  args?: string[];
  claspSurvives?: boolean;
  following?: string;
}

export class Place {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'deploy-'));
  readonly root = path.join(this.folder, 'clone');
  /** Set by a test to let the project's own tests fail. */
  testsPass = true;
  /** Set by a test that wants commands of clasp to have processes of their own, as in life. */
  claspAlone: (run: ClaspRun) => boolean = () => false;
  /** Set by a test in which clasp hears other words than the deployment says. */
  heardByClasp = (args: string[]): string[] => args;
  /** How often the project's tests have been run. */
  testRuns = 0;

  static async open({ signedIn = true, apiEnabled = true } = {}): Promise<Place> {
    const google = await LocalGoogle.start();
    const owner = google.account.addUser('owner@example.com', { apiEnabled });
    const place = new Place(google, owner, signedIn);
    place.release('0.1.0', 'The first version.');
    return place;
  }

  private constructor(
    readonly google: LocalGoogle,
    readonly owner: User,
    signedIn: boolean,
  ) {
    for (const name of TRACKED) {
      cpSync(path.join(repository, name), path.join(this.root, name));
    }
    this.env = {
      ...process.env,
      CI: '',
      ...google.claspEnvironment(path.join(this.folder, 'home'), signedIn ? owner : undefined),
      BROWSER: this.browser(),
    };
  }

  env: NodeJS.ProcessEnv;

  /** Puts a release into the clone: its CHANGELOG, and in the bundle a line that tells the releases apart. */
  release(version: string, news: string): void {
    writeFileSync(
      path.join(this.root, 'CHANGELOG.md'),
      `# Changelog\n\n## [${version}]\n\n### Added\n- ${news}\n`,
    );
    cpSync(path.join(repository, 'dist'), path.join(this.root, 'dist'), { recursive: true });
    const code = path.join(this.root, 'dist', 'Code.js');
    writeFileSync(code, `${readFileSync(code, 'utf8')}\n// ${version}\n`);
  }

  /** Puts these files where a build puts them, and nothing else. */
  holds(files: Record<string, string>): void {
    const dist = path.join(this.root, 'dist');
    rmSync(dist, { recursive: true, force: true });
    mkdirSync(dist);
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dist, name), text);
  }

  /** `npm run deploy -- …` in the clone. */
  async deploy(...args: string[]): Promise<Outcome> {
    const said: string[] = [];
    const exitCode = await run(args, {
      root: this.root,
      env: this.env,
      webAppRoot: this.google.root,
      build: async () => undefined,
      test: async () => {
        this.testRuns++;
        return this.testsPass;
      },
      say: (text) => said.push(text),
      clasp: (claspRun) => this.clasp({ ...claspRun, args: this.heardByClasp(claspRun.args) }),
      pause: async () => undefined,
    });
    return { exitCode, said: said.join('\n') };
  }

  /** A command that is heard gets a process of its own. */
  private clasp(claspRun: ClaspRun) {
    const alone = this.claspAlone(claspRun) || claspRun.hear;
    return alone ? runClasp(claspRun) : runHosted(claspRun);
  }

  /**
   * The same in a process of its own, which is killed as soon as Google has carried out a request of this route.
   *
   * @param following only a request counts that follows one of this route
   */
  async deployKilledAfter(
    route: string,
    { args = [], claspSurvives = false, following }: Killing = {},
  ): Promise<void> {
    const child = this.start(args);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    let killed = false;
    const kill = () => {
      killed = true;
      process.kill(claspSurvives ? child.pid! : -child.pid!, 'SIGKILL');
      return claspSurvives ? 'answer' : 'no answer';
    };
    const wait = () => {
      this.google.once(route, kill);
      return 'answer' as const;
    };
    if (following) this.google.once(following, wait);
    else wait();
    await ended;
    if (!killed) throw new Error(`The deployment ended before any ${route}.`);
  }

  private start(args: string[]): ChildProcess {
    const settings = { root: this.root, webAppRoot: this.google.root, env: this.env, args };
    return spawn(
      process.execPath,
      ['--require', require.resolve('tsx/cjs'), path.join(__dirname, 'deploy-process.ts')],
      {
        env: { ...process.env, DEPLOY_SETTINGS: JSON.stringify(settings) },
        stdio: 'ignore',
        detached: true,
      },
    );
  }

  /** What clasp says of making the sheet and the script. */
  get creationTrace(): string {
    return readFileSync(path.join(this.root, '.local', 'deploy', 'creation.log'), 'utf8');
  }

  /** The owner opens the sheet and approves what the script asks for. */
  approve(): void {
    for (const { scriptId } of this.google.account.scripts) this.google.approve(scriptId);
  }

  get notes(): Notes {
    return JSON.parse(readFileSync(path.join(this.root, '.deploy.json'), 'utf8'));
  }

  set notes(notes: Notes) {
    writeFileSync(path.join(this.root, '.deploy.json'), JSON.stringify(notes));
  }

  /** Whether the files that git knows are as they came. */
  get untouched(): boolean {
    const text = (root: string, name: string) => readFileSync(path.join(root, name), 'utf8');
    return TRACKED.every((name) => text(this.root, name) === text(repository, name));
  }

  edit(file: string, change: (text: string) => string): void {
    const full = path.join(this.root, file);
    writeFileSync(full, change(readFileSync(full, 'utf8')));
  }

  /** What the files last pushed say of the script and its web app's address. */
  get handedOver(): string | undefined {
    const files = this.google.account.scripts[0]?.files ?? [];
    return files.flatMap(({ source }) => source.match(/deployed\([^)]*\)/) ?? [])[0];
  }

  /** What there is at Google: how many sheets, scripts, versions, and deployments that serve one. */
  get counts() {
    const { spreadsheets, scripts } = this.google.account;
    return {
      sheets: spreadsheets.length,
      scripts: scripts.length,
      versions: scripts.flatMap((script) => script.versions).length,
      deployments: this.deployments.length,
    };
  }

  get deployments() {
    const all = this.google.account.scripts.flatMap((script) => script.deployments);
    return all.filter(({ versionNumber }) => versionNumber !== undefined);
  }

  /** The files of the clone, those that git ignores included, that hold one of the owner's tokens. */
  filesWithSecrets(): string[] {
    const secrets = [this.owner.accessToken, this.owner.refreshToken];
    return readdirSync(this.root, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(this.root, name))
      .filter((file) => statSync(file).isFile())
      .filter((file) => secrets.some((secret) => readFileSync(file, 'utf8').includes(secret)));
  }

  /** What a test gives clasp for a browser: it opens the page and goes where the page leads. */
  private browser(): string {
    const file = path.join(this.folder, 'browser');
    const open = 'fetch(process.argv[1]).then((page) => page.text())';
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' -e '${open}' "$1"\n`);
    chmodSync(file, 0o755);
    return file;
  }
}
