/** CacheService: values that expire by the clock, within Google's limits, and may be forgotten at any time. */
import { guard } from './guard';
import type { Run } from './run';
import type { CacheEntry, CacheScope } from './saved-state';

const MAX_KEY_CHARACTERS = 250;
const MAX_VALUE_BYTES = 100 * 1024;
const MAX_ITEMS = 1000;
/** When a cache is over-full, Google keeps this many of the items that live longest. */
const KEPT_ITEMS = 900;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;

class CacheService {
  readonly #run: Run;
  constructor(run: Run) {
    this.#run = run;
  }
  getScriptCache() {
    return guard(this.#run, 'Cache', new Cache(this.#run, 'script'));
  }
  getUserCache() {
    return guard(this.#run, 'Cache', new Cache(this.#run, 'user'));
  }
  getDocumentCache() {
    return guard(this.#run, 'Cache', new Cache(this.#run, 'document'));
  }
}

class Cache {
  readonly #run: Run;
  readonly #scope: CacheScope;
  constructor(run: Run, scope: CacheScope) {
    this.#run = run;
    this.#scope = scope;
  }
  get #entries(): Map<string, CacheEntry> {
    return this.#run.world.caches[this.#scope];
  }
  #call<T>(what: string, effect: () => T): T {
    return this.#run.call('cache', `${what} (${this.#scope})`, effect);
  }
  get(key: string): string | null {
    return this.#call(`get ${key}`, () => this.#read(key));
  }
  getAll(keys: string[]): Record<string, string> {
    return this.#call(`getAll ${keys.join(', ')}`, () => {
      const found: Record<string, string> = {};
      for (const key of keys) {
        const value = this.#read(key);
        if (value !== null) found[key] = value;
      }
      return found;
    });
  }
  put(key: string, value: string, expirationInSeconds = DEFAULT_SECONDS): null {
    return this.#change(`put ${key}`, () => this.#write({ [key]: value }, expirationInSeconds));
  }
  putAll(values: Record<string, string>, expirationInSeconds = DEFAULT_SECONDS): null {
    return this.#change(`putAll ${Object.keys(values).join(', ')}`, () =>
      this.#write(values, expirationInSeconds),
    );
  }
  remove(key: string): null {
    return this.#change(`remove ${key}`, () => this.#entries.delete(this.#checked(key)));
  }
  removeAll(keys: string[]): null {
    return this.#change(`removeAll ${keys.join(', ')}`, () => {
      for (const key of keys) this.#entries.delete(this.#checked(key));
    });
  }
  /** Google's cache gives null, not undefined, for a change. */
  #change(what: string, effect: () => unknown): null {
    return this.#call(what, () => {
      effect();
      return null;
    });
  }
  #checked(key: string): string {
    const text = String(key);
    if (text === '') throw this.#run.exception('Argument cannot be empty: key');
    if (text.length > MAX_KEY_CHARACTERS) throw this.#run.exception('Argument too large: key');
    return text;
  }
  #read(key: string): string | null {
    const entry = this.#entries.get(this.#checked(key));
    return entry && entry.expiresAt > this.#run.now() ? entry.value : null;
  }
  #write(values: Record<string, string>, seconds: number): void {
    const life = Math.max(1, Math.min(Number(seconds), MAX_SECONDS)) * 1000;
    for (const [key, value] of Object.entries(values)) {
      const name = this.#checked(key);
      if (value === null || value === undefined) {
        throw this.#run.exception('Argument cannot be null: value');
      }
      if (Buffer.byteLength(String(value)) > MAX_VALUE_BYTES) {
        throw this.#run.exception('Argument too large: value');
      }
      this.#entries.set(name, { value: String(value), expiresAt: this.#run.now() + life });
    }
    if (this.#entries.size > MAX_ITEMS) this.#evict();
  }
  #evict(): void {
    const byLife = [...this.#entries].sort(([, a], [, b]) => b.expiresAt - a.expiresAt);
    for (const [key] of byLife.slice(KEPT_ITEMS)) this.#entries.delete(key);
  }
}

/** The global `CacheService` of one execution. */
export function cacheService(run: Run): object {
  return guard(run, 'CacheService', new CacheService(run));
}
