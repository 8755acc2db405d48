/** A request to a provider in words. */

/** What a request is for, and to whom it goes ('' when to nobody). */
export interface Described {
  what: string;
  to: string;
}
