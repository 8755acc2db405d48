/** What a deployment needs from outside, so that a test can hand it another folder, another Google and another build. */
import type { RunClasp } from './clasp-process';

export interface Surroundings {
  /** The top of the project. */
  root: string;
  /** The environment that clasp runs in, and in which npm leaves the options that it kept. */
  env: NodeJS.ProcessEnv;
  /** Where Google serves web apps. */
  webAppRoot: string;
  /** Makes `dist/`. @throws when the code does not build */
  build(): Promise<unknown>;
  /** Runs the project's tests; false when one fails. */
  test(): Promise<boolean>;
  /** Tells the person at the keyboard. */
  say(text: string): void;
  /** Runs clasp; as a child process unless given. */
  clasp?: RunClasp;
  /** Waits, between two looks at the web app. */
  pause(ms: number): Promise<void>;
}
