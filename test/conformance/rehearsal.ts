/** A run on Google rehearsed: the real clasp, a Google on this machine, and a person who does as the command says. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage } from '../../local/apps-script/conformance/browser';
import { OUTSIDE } from '../../local/apps-script/conformance/cases/outside';
import { playOwner } from '../../local/apps-script/conformance/owner';
import { inside, toHttp, userHtml } from '../../local/apps-script/conformance/stand-in';
import { MARKS, PAGE_CLAIMS, SUBJECTS } from '../../local/apps-script/conformance/suite';
import { send } from '../../local/conformance/http';
import { live } from '../../local/conformance/live';
import type { Sent, Surroundings } from '../../local/conformance/surroundings';
import { runClasp } from '../../local/deploy/clasp-process';
import { LocalGoogle, type User } from '../../local/google';
import { runHosted } from '../../local/google/clasp-host';

/** Some of every context: of the script by itself, from outside, and of the owner's hand. */
const FEW = new Set(
  [SUBJECTS.TextFinder, OUTSIDE, PAGE_CLAIMS, MARKS].flatMap((claims = []) =>
    claims.slice(0, 2).map(({ name }) => name),
  ),
);

export class Rehearsal {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'rehearsal-'));
  readonly said: string[] = [];
  readonly stop = new AbortController();
  /** What the person types at each question; does what is asked for when left out. */
  answer = (question: string): string => {
    if (question.startsWith('Go on?')) return 'y';
    this.#doByHand();
    return '';
  };

  static async open({ signedIn = true } = {}): Promise<Rehearsal> {
    const google = await LocalGoogle.start();
    const owner = google.account.addUser('owner@example.com');
    return new Rehearsal(google, owner, signedIn);
  }

  private constructor(
    readonly google: LocalGoogle,
    readonly owner: User,
    private readonly signedIn: boolean,
  ) {}

  /** Set by a test that wants a process of its own for what is traced, as in life. */
  claspAlone = false;

  /** Set by a test that is about all of the answers; others ask a few. */
  asksAll = false;

  /** The one that a script at this Google finds; '' for none. */
  database = 'postgres://shop:local-password@db.example.com:5432/shop';

  /** `npm run conformance -- --live`. @returns its exit code */
  run(): Promise<number> {
    return live(this.#surroundings());
  }

  get told(): string {
    return this.said.join('\n');
  }

  /** The page that the run has written. */
  get page(): string {
    return readFileSync(path.join(this.folder, 'conformance.md'), 'utf8');
  }

  /** What there is at Google, and not in the trash. */
  get left() {
    const { spreadsheets, scripts } = this.google.account;
    const served = scripts.flatMap(({ deployments }) => deployments);
    return {
      sheets: spreadsheets.filter(({ trashed }) => !trashed).map(({ name }) => name),
      webApps: served.filter(({ versionNumber }) => versionNumber !== undefined).length,
    };
  }

  get #script() {
    return this.google.account.scripts.at(-1)!;
  }
  get #running() {
    const served = this.#script.deployments.find(
      ({ versionNumber }) => versionNumber !== undefined,
    );
    return this.google.webApps.behind(served?.deploymentId ?? '');
  }

  /** The person opens the sheet, approves, types and clicks. */
  #doByHand(): void {
    this.google.approve(this.#script.scriptId);
    playOwner(this.google.webApps.inTheSheet(this.#script.scriptId));
  }

  #surroundings(): Surroundings {
    const home = path.join(this.folder, 'home');
    const user = this.signedIn ? this.owner : undefined;
    return {
      folder: path.join(this.folder, '.local', 'conformance'),
      page: path.join(this.folder, 'conformance.md'),
      env: {
        ...process.env,
        CI: '',
        CONFORMANCE_DATABASE: this.database,
        ...this.google.claspEnvironment(home, user),
      },
      ...(this.asksAll ? {} : { only: FEW }),
      webAppRoot: this.google.root,
      today: '2026-01-02',
      clasp: (run) => (this.claspAlone && run.trace ? runClasp(run) : runHosted(run)),
      say: (text) => this.said.push(text),
      ask: async (question) => this.answer(question),
      send: (request) => this.#send(request),
      sendTogether: async (requests) => {
        const asks = requests.map((request) => () => this.#request(request));
        return inside(this.#running, asks).map(toHttp);
      },
      browse: async (address) => {
        const { body } = await send({ method: 'GET', url: address });
        const script = this.#running;
        const page = script.webPage({ status: 200, headers: {}, body });
        openPage({ html: userHtml({ body }), functions: page.functions, run: page.run });
        return true;
      },
      pause: async (ms) => {
        this.google.webApps.inTheSheet(this.#script.scriptId).advance(ms);
      },
      stopped: this.stop.signal,
    };
  }

  /** Over HTTP, as in life; but the texts of executions at once, which HTTP cannot bring about here, are not on the net. */
  async #send(request: Sent) {
    const isOnTheNet = request.url.startsWith(this.google.root);
    return isOnTheNet ? send(request) : toHttp(this.#request(request));
  }

  #request({ method, url, contentType, body = '' }: Sent) {
    const headers: Record<string, string> = contentType ? { 'content-type': contentType } : {};
    const known = url.replace(this.google.root, 'https://script.google.com');
    return this.#running.request({ method, url: known, headers, body });
  }
}
