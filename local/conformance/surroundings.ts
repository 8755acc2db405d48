/** What a run on Google needs from outside, so that a test can hand it another Google and another person. */
import type { HttpAnswer } from '../apps-script/conformance/place';
import type { Surroundings as OfClasp } from '../deploy/surroundings';

/** One HTTP request; nothing is followed. */
export interface Sent {
  method: 'GET' | 'POST' | 'HEAD';
  url: string;
  contentType?: string;
  body?: string;
}

export interface Surroundings extends Pick<OfClasp, 'env' | 'clasp'> {
  /** A folder that git does not see: the suite is built there, and what was made at Google is noted. */
  folder: string;
  /** The page to write. */
  page: string;
  /** Where Google serves web apps. */
  webAppRoot: string;
  /** Only the cases of these names are asked; all when left out. */
  only?: ReadonlySet<string>;
  /** The day, for the page. */
  today: string;
  /** Tells the person at the keyboard. */
  say(text: string): void;
  /** Asks the person; gives what was typed. */
  ask(question: string): Promise<string>;
  send(request: Sent): Promise<HttpAnswer>;
  /** Requests that are under way at the same time. */
  sendTogether(requests: Sent[]): Promise<HttpAnswer[]>;
  /** Opens a page in a browser and leaves it open for as long as the promise takes; false where there is no browser. */
  browse(address: string, until: Promise<unknown>): Promise<boolean>;
  pause(ms: number): Promise<void>;
  /** Fires when the person wants to stop. */
  stopped: AbortSignal;
}
