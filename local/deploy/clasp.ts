/** The steps of clasp: a command, and what it printed. */
import { projectFile } from './clasp-json';
import { type ClaspRun, runClasp } from './clasp-process';
import { ClaspFailed, Failure } from './failure';
import type { Surroundings } from './surroundings';

/** Somebody who signs in may have to look for a password. */
const SIGN_IN_LIMIT_MS = 900_000;

interface RunOptions {
  /** The project file to use instead of the deployment's own. */
  project?: string;
  /** Where clasp's trace goes. */
  trace?: string;
}

/** Where clasp runs, and with what. */
type Around = Pick<Surroundings, 'root' | 'env' | 'clasp'>;

export class Clasp {
  readonly #surroundings: Around;

  constructor(surroundings: Around) {
    this.#surroundings = surroundings;
  }

  /**
   * Runs a command with `--json` and gives what it printed.
   *
   * @throws ClaspFailed when clasp ends with an error, or ends well and prints nothing: that is how a
   *   push that it left out looks ("Skipping push.", exit 0)
   */
  async json<T>(command: string, args: string[] = [], options: RunOptions = {}): Promise<T> {
    const project = options.project ?? projectFile(this.#surroundings.root);
    const { exitCode, out, said } = await this.#run({
      args: [command, '--json', '--project', project, ...args],
      trace: options.trace,
    });
    if (exitCode !== 0) throw new ClaspFailed(command, said || out);
    if (!out.trim()) throw skipped(command, said);
    return JSON.parse(out) as T;
  }

  /**
   * Runs a command that prints no JSON.
   *
   * @returns what it printed
   * @throws ClaspFailed when it ends with an error
   */
  async plain(command: string, args: string[] = [], options: RunOptions = {}): Promise<string> {
    const project = options.project ?? projectFile(this.#surroundings.root);
    const { exitCode, out, said } = await this.#run({
      args: [command, '--project', project, ...args],
    });
    if (exitCode !== 0) throw new ClaspFailed(command, said || out);
    return out;
  }

  /**
   * Lets somebody sign in: clasp opens the browser, and waits until Google sends it back.
   *
   * @param invite gets the address of Google's page, for those whose browser does not open
   * @returns what clasp said in the end
   * @throws ClaspFailed when it did not come to a sign-in
   */
  async login(invite: (address: string) => void): Promise<string> {
    let heard = '';
    let invited = false;
    const { exitCode, out, said } = await this.#run({
      args: ['login'],
      hear: (text) => {
        heard += text;
        const address = /(https?:\S+)\s/.exec(heard)?.[1];
        if (invited || !address) return;
        invited = true;
        invite(address);
      },
      timeLimitMs: SIGN_IN_LIMIT_MS,
    });
    if (exitCode !== 0) throw new ClaspFailed('login', said);
    return out.trim().split('\n').at(-1) ?? '';
  }

  #run(run: Omit<ClaspRun, 'cwd' | 'env'>) {
    const { root, env, clasp = runClasp } = this.#surroundings;
    return clasp({ cwd: root, env, ...run });
  }
}

function skipped(command: string, said: string): Failure {
  return new Failure(
    `clasp ended well but did nothing: it left the ${command} out (“Skipping push.”).\n(clasp ${command} said: ${said.trim() || 'nothing'})`,
    [
      'Nothing has changed at Google. Somebody may have edited the manifest in the script editor.',
      'Run the same command again.',
    ],
  );
}
