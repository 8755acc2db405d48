/** Wraps every service object so that what the stand-in lacks throws, and nothing works in a dead execution. */
import { fitForms, givenEnum, methodLabel, methodOf, ordinalOf, takesEnums } from './arguments';
import { enumEntry, toEntries, toNames } from './enums';
import { asHandle, toRealm } from './realm';
import type { Run } from './run';
import { scopesOf } from './scopes';

/** Asked by the engine, by test tools and by inspectors; none of them is a service call. */
const ASKED_BY_TOOLS = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
  'valueOf',
  'prototype',
]);

/**
 * Makes a service object fit for a script. The string-named methods and own properties of `target` are the service;
 * keep everything else in #private or symbol-named members.
 *
 * @throws (on use, in the script) Google's exceptions for a missing permission and for arguments that no form of the
 * method takes; `<name>.<member> is not part of the local Apps Script`
 */
export function guard<T extends object>(run: Run, name: string, target: T): T {
  const proxy = new Proxy(target, {
    get(_, key) {
      if (typeof key === 'symbol') return Reflect.get(target, key);
      if (key === 'toString') return () => name;
      if (ASKED_BY_TOOLS.has(key)) return undefined;
      if (!(key in target) || key in Object.prototype) throw run.lacks(`${name}.${key}`);
      const member = Reflect.get(target, key) as unknown;
      if (typeof member !== 'function') return member;
      const needed = scopesOf(name, key);
      const method = methodOf(name, key);
      return (...args: unknown[]) => {
        run.refuseIfOver();
        if (needed) run.authorize(`${name}.${key}`, needed, args);
        if (method && !fitForms(method.forms, args)) {
          throw run.badArguments(methodLabel(name, key), args);
        }
        const plain = method && takesEnums(method) ? args.map(toNames) : args;
        const given = toRealm(run.realm, member.apply(target, plain));
        const of = method && givenEnum(method);
        return of ? toEntries(given, (entry) => entryOf(run, of.label, entry)) : given;
      };
    },
  });
  return asHandle(proxy, name);
}

/** An enum of a service: reading a name that it lacks throws. `label`: as Google's errors name it. */
export function enumeration(run: Run, label: string, names: readonly string[]): object {
  const entries = {};
  for (const name of names) {
    // Made when it is asked for: most executions ask for none.
    const get = () => entryOf(run, label, name);
    Object.defineProperty(entries, name, { get, enumerable: true, configurable: true });
  }
  return guard(run, label, entries);
}

/** One entry of an enum. */
export function entryOf(run: Run, label: string, name: string): object {
  return enumEntry(run, label, name, ordinalOf(label, name));
}

/** Google's globals that the stand-in does not have: naming one is allowed, using it throws. */
export function absent(run: Run, name: string): object {
  const refuse = () => {
    throw run.lacks(name);
  };
  return new Proxy(() => undefined, { get: refuse, set: refuse, apply: refuse, construct: refuse });
}
