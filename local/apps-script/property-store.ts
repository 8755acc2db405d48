/** PropertiesService: small values by key, within Google's limits of size. */
import { guard } from './guard';
import type { Run } from './run';
import type { PropertyScope } from './saved-state';

const MAX_VALUE_BYTES = 9 * 1024;
const MAX_STORE_BYTES = 500 * 1024;
const STORAGE = 'https://www.googleapis.com/auth/script.storage';
const FULL =
  'You have exceeded the property storage quota. Please remove some properties and try again.';

/** The bytes that a store takes up, keys and values. */
function storedBytes(store: Map<string, string>): number {
  let bytes = 0;
  for (const [key, value] of store) bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  return bytes;
}

class PropertiesService {
  readonly #run: Run;
  constructor(run: Run) {
    this.#run = run;
  }
  getScriptProperties() {
    return this.#open('script');
  }
  getUserProperties() {
    return this.#open('user');
  }
  getDocumentProperties() {
    return this.#open('document');
  }
  #open(scope: PropertyScope): Properties {
    const run = this.#run;
    if (run.record.as === 'simple' && !run.world.quirks.simpleTriggersMayUseProperties) {
      throw run.notPermitted('PropertiesService.getProperties', [STORAGE]);
    }
    return guard(run, 'Properties', new Properties(run, scope));
  }
}

class Properties {
  readonly #run: Run;
  readonly #scope: PropertyScope;
  readonly #name: string;
  constructor(run: Run, scope: PropertyScope, name = 'Properties') {
    this.#run = run;
    this.#scope = scope;
    this.#name = name;
  }
  get #store(): Map<string, string> {
    return this.#run.world.properties[this.#scope];
  }
  #call<T>(what: string, effect: () => T, keys: () => number = () => 1): T {
    const { getPropertiesCounts } = this.#run.world.quirks;
    return this.#run.call('properties', `${what} (${this.#scope})`, () => {
      this.#run.use('properties', getPropertiesCounts === 'each key' ? keys() : 1);
      return effect();
    });
  }
  getProperty(key: string): string | null {
    return this.#call(`getProperty ${key}`, () => this.#store.get(String(key)) ?? null);
  }
  getProperties(): Record<string, string> {
    return this.#call(
      'getProperties',
      () => Object.fromEntries(this.#store),
      () => this.#store.size,
    );
  }
  getKeys(): string[] {
    return this.#call('getKeys', () => [...this.#store.keys()]);
  }
  setProperty(key: string, value: string): this {
    this.#call(`setProperty ${key}`, () => this.#put({ [String(key)]: value }));
    return this.#again();
  }
  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    const keys = Object.keys(properties);
    this.#call(
      `setProperties ${keys.join(', ')}`,
      () => this.#put(properties, deleteAllOthers),
      () => keys.length,
    );
    return this.#again();
  }
  deleteProperty(key: string): this {
    this.#call(`deleteProperty ${key}`, () => void this.#store.delete(String(key)));
    return this.#again();
  }
  deleteAllProperties(): this {
    this.#call('deleteAllProperties', () => this.#store.clear());
    return this.#again();
  }
  /** All or nothing. */
  #put(properties: Record<string, string>, deleteAllOthers = false): void {
    const next = new Map(deleteAllOthers ? [] : this.#store);
    for (const [key, value] of Object.entries(properties)) {
      if (key === '') throw this.#run.exception('Argument cannot be empty: key');
      if (Buffer.byteLength(String(value)) > MAX_VALUE_BYTES) throw this.#run.exception(FULL);
      next.set(key, String(value));
    }
    if (storedBytes(next) > MAX_STORE_BYTES) throw this.#run.exception(FULL);
    this.#store.clear();
    for (const [key, value] of next) this.#store.set(key, value);
  }
  #again(): this {
    return guard(this.#run, this.#name, this);
  }
}

/** The globals `ScriptProperties` and `UserProperties`, which Google advises against and still has. */
export function oldProperties(run: Run, scope: 'script' | 'user'): object {
  const name = scope === 'script' ? 'ScriptProperties' : 'UserProperties';
  return guard(run, name, new Properties(run, scope, name));
}

/** The global `PropertiesService` of one execution. */
export function propertiesService(run: Run): object {
  return guard(run, 'PropertiesService', new PropertiesService(run));
}
