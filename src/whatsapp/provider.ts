/** What the program needs of whoever carries its messages; one file per provider implements it. */
import type { Address, Limits, Outgoing, Reason, Received } from '../program/model';

/** A webhook's request, as far as Apps Script shows it. */
export interface WebhookRequest {
  contentType: string;
  body: string;
  /** The first value of every query and form field. */
  parameter: Record<string, string>;
}

/** A request for `UrlFetchApp.fetchAll`. */
export interface HttpRequest {
  url: string;
  method: 'get' | 'post';
  headers: Record<string, string>;
  contentType?: string;
  payload?: string;
}

/** What came back; status 0 when nothing did. */
export interface HttpAnswer {
  status: number;
  body: string;
}

/** Whether a message was taken. */
export type Verdict = { accepted: true } | { accepted: false; reason: Reason };

export interface Provider {
  limits: Limits;
  /**
   * Takes a webhook apart.
   *
   * @throws {NotReadable} when the body is none of this provider's
   */
  read(request: WebhookRequest): Received[];
  /** Puts a message into the provider's words. */
  write(message: Outgoing): HttpRequest;
  /** Tells the sender that their message was read; null where the provider cannot. */
  seen(messageKey: string, typing: boolean): HttpRequest | null;
  /**
   * Where a pressed button waits for a sign that it was noticed: that sign, or null when it was no button. Missing where
   * buttons do not wait.
   */
  pressed?(messageKey: string): HttpRequest | null;
  /** Reads the answer to {@link Provider.write}. */
  judge(answer: HttpAnswer): Verdict;
  /**
   * Where somebody may write under either of two ids, and nothing in a webhook ties them: asks for the id that is not
   * known yet; null when both are known, or there is nothing to ask by. Missing where the provider has no such ids.
   */
  identify?(known: Address): HttpRequest | null;
  /** Reads the answer to {@link Provider.identify}: the other id; null when there is none, or none yet. */
  identified?(answer: HttpAnswer): string | null;
}

/** A webhook that is none of the connected provider's, or that is for another account. */
export class NotReadable extends Error {}
