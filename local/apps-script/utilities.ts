/** Utilities: time, text and digests, as far as scripts commonly use them. */
import { createHash, createHmac } from 'node:crypto';
import { makeBlob, toBuffer, toBytes } from './blob';
import { enumeration, guard } from './guard';
import type { Run } from './run';
import { offset } from './serial';

const DIGESTS: Record<string, string> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** Of text that is digested or signed, unless the script says otherwise. */
const DIGEST_CHARSET = 'US_ASCII';

class Utilities {
  readonly #run: Run;
  readonly DigestAlgorithm: object;
  readonly Charset: object;
  constructor(run: Run) {
    this.#run = run;
    this.DigestAlgorithm = enumeration(run, 'Utilities.DigestAlgorithm', Object.keys(DIGESTS));
    this.Charset = enumeration(run, 'Utilities.Charset', ['US_ASCII', 'UTF_8']);
  }
  sleep(milliseconds: number): void {
    if (milliseconds > 300_000) throw this.#run.exception('sleep: too long; the most is 300000');
    this.#run.spend(Math.max(0, milliseconds));
  }
  formatDate(date: Date, timeZone: string, format: string): string {
    if (Object.prototype.toString.call(date) !== '[object Date]') {
      throw this.#run.badArguments('Utilities.formatDate', [date, timeZone, format]);
    }
    return formatDate(this.#run, date.getTime(), timeZone, format);
  }
  formatString(template: string, ...args: unknown[]): string {
    return formatString(this.#run, template, args);
  }
  getUuid(): string {
    const hex = Array.from({ length: 32 }, () => Math.floor(this.#run.random() * 16).toString(16));
    hex[12] = '4';
    hex[16] = '89ab'[Math.floor(this.#run.random() * 4)] ?? '8';
    return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
  base64Encode(data: string | number[], charset?: string): string {
    return toBuffer(data, charset).toString('base64');
  }
  base64EncodeWebSafe(data: string | number[], charset?: string): string {
    return this.base64Encode(data, charset).replace(/\+/g, '-').replace(/\//g, '_');
  }
  /** The charset says how the text was written, which base64 does not care about. */
  base64Decode(encoded: string, _charset?: string): number[] {
    if (/[^A-Za-z0-9+/=\s]/.test(encoded)) throw this.#run.exception('Could not decode string.');
    return toBytes(Buffer.from(encoded, 'base64'));
  }
  base64DecodeWebSafe(encoded: string, _charset?: string): number[] {
    return this.base64Decode(encoded.replace(/-/g, '+').replace(/_/g, '/'));
  }
  computeDigest(algorithm: string, value: string | number[], charset = DIGEST_CHARSET): number[] {
    const bytes = toBuffer(value, charset);
    return toBytes(createHash(this.#digest(algorithm)).update(bytes).digest());
  }
  computeHmacSha256Signature(
    value: string | number[],
    key: string | number[],
    charset = DIGEST_CHARSET,
  ): number[] {
    const hmac = createHmac('sha256', toBuffer(key, charset));
    return toBytes(hmac.update(toBuffer(value, charset)).digest());
  }
  newBlob(data: string | number[], contentType?: string | null, name: string | null = null) {
    const ownType = Array.isArray(data) ? null : 'text/plain';
    const parts = { bytes: toBuffer(data), contentType: contentType ?? ownType, name };
    return makeBlob(this.#run, parts);
  }
  #digest(algorithm: string): string {
    const found = DIGESTS[String(algorithm)];
    if (!found) throw this.#run.lacks(`Utilities.DigestAlgorithm.${algorithm}`);
    return found;
  }
}

/** A moment in a time zone, after a Java date pattern. */
function formatDate(run: Run, ms: number, timeZone: string, format: string): string {
  const shift = zoneOffset(run, ms, timeZone);
  const at = new Date(ms + shift);
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(at);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const zone = (colon: string) => {
    const minutes = Math.abs(shift / 60_000);
    return `${shift < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${colon}${pad(minutes % 60, 2)}`;
  };
  const tokens: Record<string, (size: number) => string> = {
    y: (size) => (size === 2 ? pad(at.getUTCFullYear() % 100, 2) : pad(at.getUTCFullYear(), size)),
    M: (size) =>
      size > 2 ? name({ month: size === 3 ? 'short' : 'long' }) : pad(at.getUTCMonth() + 1, size),
    d: (size) => pad(at.getUTCDate(), size),
    H: (size) => pad(at.getUTCHours(), size),
    h: (size) => pad(at.getUTCHours() % 12 || 12, size),
    m: (size) => pad(at.getUTCMinutes(), size),
    s: (size) => pad(at.getUTCSeconds(), size),
    S: (size) => pad(at.getUTCMilliseconds(), size),
    a: () => (at.getUTCHours() < 12 ? 'AM' : 'PM'),
    E: (size) => name({ weekday: size > 3 ? 'long' : 'short' }),
    u: () => String(at.getUTCDay() || 7),
    Z: () => zone(''),
    X: (size) => (shift === 0 ? 'Z' : zone(size === 3 ? ':' : '')),
    z: () => (shift === 0 ? 'GMT' : `GMT${zone(':')}`),
  };
  return format.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (token, quoted?: string, letter?: string) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
      const write = tokens[letter ?? ''];
      if (!write) throw run.lacks(`Utilities.formatDate pattern letter ${letter}`);
      return write(token.length);
    },
  );
}

function zoneOffset(run: Run, ms: number, timeZone: string): number {
  const fixed = /^(?:GMT|UTC)([+-])(\d{1,2}):?(\d{2})?$/.exec(timeZone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return (fixed[1] === '-' ? -1 : 1) * minutes * 60_000;
  }
  try {
    return offset(ms, timeZone === 'GMT' ? 'UTC' : timeZone);
  } catch {
    throw run.exception(`Invalid argument: timeZone. Should be of type: String`);
  }
}

/** %s, %d, %05d, %.2f, %x, %% as in C. */
function formatString(run: Run, template: string, args: unknown[]): string {
  let next = 0;
  return template.replace(
    /%([-0]*)(\d*)(?:\.(\d+))?([a-z%])/gi,
    (_, flags, width, places, kind) => {
      if (kind === '%') return '%';
      const value = args[next++];
      let text: string;
      if (kind === 's') text = String(value);
      else if (kind === 'd' || kind === 'i') text = String(Math.trunc(Number(value)));
      else if (kind === 'f')
        text = Number(value).toFixed(places === undefined ? 6 : Number(places));
      else if (kind === 'x') text = Math.trunc(Number(value)).toString(16);
      else throw run.lacks(`Utilities.formatString %${kind}`);
      if (flags.includes('-')) return text.padEnd(Number(width));
      return text.padStart(Number(width), flags.includes('0') ? '0' : ' ');
    },
  );
}

/** The global `Utilities` of one execution. */
export function utilities(run: Run): object {
  return guard(run, 'Utilities', new Utilities(run));
}
