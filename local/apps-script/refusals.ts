/** The errors that a script meets, made in its own realm and in Google's words. */
import { classLabel } from './arguments';
import { handleName, isDate, type Realm } from './realm';
import { listed } from './scopes';
import type { Execution } from './types';

const NOT_PERMITTED = 'You do not have permission to call';

export class Refusals {
  realm!: Realm;
  constructor(readonly record: Execution) {}

  /** Nobody knows who called: a request of the web app, or a call from a page that it served. */
  get isAnonymous(): boolean {
    return this.record.as === 'webApp' || this.record.as === 'visitor';
  }

  /** Google's exception. */
  exception(message: string): Error {
    const error = new this.realm.Error(message);
    error.name = 'Exception';
    return error;
  }

  /** The error for what the stand-in does not have; noted in the execution even if the script catches it. */
  lacks(what: string): Error {
    this.record.missing ??= [];
    this.record.missing.push(what);
    return new this.realm.Error(`${what} is not part of the local Apps Script`);
  }

  /** Google's exception for arguments that no form of the method takes. */
  badArguments(method: string, args: unknown[]): Error {
    const kinds = args.map(kindOf);
    return this.exception(
      `The parameters (${kinds.join(',')}) don't match the method signature for ${method}.`,
    );
  }

  /** Google's exception for a method that the execution has no right to; `needed`: the scopes, one of which it wants. */
  notPermitted(method: string, needed: string[], words = NOT_PERMITTED): Error {
    return this.exception(`${words} ${method}. Required permissions: ${listed(needed)}`);
  }
}

/** How Google's errors call what an argument is. */
function kindOf(arg: unknown): string {
  if (arg === null || arg === undefined) return 'null';
  if (typeof arg === 'string') return 'String';
  if (Array.isArray(arg)) return 'number[]';
  if (isDate(arg)) return 'Date';
  const name = handleName(arg);
  if (name !== undefined) return classLabel(name);
  return typeof arg === 'object' || typeof arg === 'function' ? '(class)' : typeof arg;
}
