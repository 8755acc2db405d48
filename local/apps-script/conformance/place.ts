/** A place where the suite is at work: the stand-in, or Google. */

export interface HttpRequest {
  method: 'GET' | 'POST' | 'HEAD';
  /** Without the key, which the place adds. */
  query: string;
  /** After the web app's own address. */
  path?: string;
  body?: string;
  contentType?: string;
}

/** An answer; nothing was followed. Header names are in lower case. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  location?: string;
  body: string;
}

export interface Place {
  /** The web app's address. */
  readonly address: string;
  /** With it the suite's web app does what it is asked. */
  readonly key: string;
  /** Whether the suite has a database to connect to. */
  readonly hasDatabase: boolean;
  /** A request of the web app by somebody who is not signed in. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
  /** Asks for the address of a 302. */
  follow(location: string, method: 'GET' | 'POST'): Promise<HttpAnswer>;
  /** Requests that are under way at the same time; the first comes first. */
  together(requests: HttpRequest[]): Promise<HttpAnswer[]>;
  /** Lets time pass. */
  wait(ms: number): Promise<void>;
  /**
   * Opens a page of the web app in a browser, which runs its client code.
   *
   * @returns false where there is no browser
   */
  browse(query: string): Promise<boolean>;
  /** What a request takes, in milliseconds, when the script has so much more code to load; only where that is real time. */
  weigh?(kilobytes: number): Promise<number>;
  /**
   * What needs a hand: the sheet is opened, x typed into A1 of its first tab, and both menu items clicked.
   *
   * @returns false when there is nobody to do it
   */
  byHand(): Promise<boolean>;
}
