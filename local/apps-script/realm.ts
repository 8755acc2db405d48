/** The JavaScript world of one execution: its own Error, Array and Date, and a clock that follows the stand-in's. */
import vm from 'node:vm';
import { silenceRejections } from './silent-rejections';

/** Constructors of the execution's vm context, so that `instanceof` works in the script. */
export interface Realm {
  context: vm.Context;
  Error: ErrorConstructor;
  Array: ArrayConstructor;
  Object: ObjectConstructor;
  Date: DateConstructor;
}

/**
 * The clock's Date has a prototype of its own above the native one. To write over the native one's constructor would be
 * simpler, but then V8 looks through every context that is still in memory.
 */
const PREPARE = new vm.Script(`(function (now, random) {
  const Native = Date;
  const Clocked = function (...given) {
    if (!new.target) return new Native(now()).toString();
    return Reflect.construct(Native, given.length === 0 ? [now()] : given, new.target);
  };
  const hidden = (value) => ({ value, writable: true, configurable: true });
  const prototype = Object.create(Native.prototype, { constructor: hidden(Clocked) });
  Object.defineProperties(Clocked, {
    ...Object.getOwnPropertyDescriptors(Native),
    now: hidden(() => now()),
    prototype: { value: prototype, writable: false },
  });
  globalThis.Date = Clocked;
  Math.random = () => random();
  return { Error, Array, Object, Date: Clocked };
})`);
const PROMISES = new vm.Script('Promise.prototype');
const NOTHING = new vm.Script('0');

/** Makes an empty context. `now` and `random` stand behind Date and Math.random, so that an execution can be repeated exactly; `textBecomesCode`: see Quirks. */
export function createRealm(
  now: () => number,
  random: () => number,
  textBecomesCode: boolean,
): Realm {
  const context = vm.createContext(
    {},
    { microtaskMode: 'afterEvaluate', codeGeneration: { strings: textBecomesCode, wasm: true } },
  );
  const prepare = PREPARE.runInContext(context) as (
    now: () => number,
    random: () => number,
  ) => Omit<Realm, 'context'>;
  silenceRejections(PROMISES.runInContext(context) as object);
  return { context, ...prepare(now, random) };
}

/** Runs the promise jobs that the script has left behind, as the engine does before an execution ends. */
export function drainPromises(realm: Realm, returned: unknown): void {
  const silent = () => undefined;
  if (isPromise(returned)) returned.then(silent, silent);
  NOTHING.runInContext(realm.context);
}

function isPromise(value: unknown): value is Promise<unknown> {
  return Object.prototype.toString.call(value) === '[object Promise]';
}

const handles = new WeakMap<object, string>();

/** Marks an object of a service's class: it goes to the script as it is, and is never copied. */
export function asHandle<T extends object>(service: T, className: string): T {
  handles.set(service, className);
  return service;
}

/** The class of a service's object; undefined for anything else. */
export function handleName(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? handles.get(value) : undefined;
}

const entries = new WeakMap<object, string>();

/** Marks a handle as the entry of an enum, by its name. */
export function asEntry(entry: object, name: string): void {
  entries.set(entry, name);
}

/** The name of an enum's entry; undefined for anything else. */
export function entryName(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? entries.get(value) : undefined;
}

/** Whether a value is a Date of whatever realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** Copies arrays, plain objects and dates into the execution's realm; service objects pass. */
export function toRealm(realm: Realm, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || handles.has(value)) return value;
  if (Array.isArray(value)) {
    const copy = new realm.Array(value.length);
    for (let i = 0; i < value.length; i++) copy[i] = toRealm(realm, value[i]);
    return copy;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Date.prototype) return new realm.Date((value as Date).getTime());
  if (prototype !== Object.prototype && prototype !== null) return value;
  return realm.Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, toRealm(realm, entry)]),
  );
}

/** The other way: arrays, plain objects and dates of the script as ours; an enum's entry as its name. */
export function fromRealm(realm: Realm, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (handles.has(value)) return entryName(value) ?? value;
  if (Array.isArray(value)) return Array.from(value, (entry) => fromRealm(realm, entry));
  if (isDate(value)) return new Date(value.getTime());
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== realm.Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, fromRealm(realm, entry)]),
  );
}
