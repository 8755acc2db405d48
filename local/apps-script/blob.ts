/** Bytes as Apps Script gives them, the charsets in which text becomes bytes, and Blobs. */
import { guard } from './guard';
import type { Run } from './run';

/** Bytes as Apps Script gives them: signed. */
export function toBytes(buffer: Buffer): number[] {
  return Array.from(buffer, (byte) => (byte > 127 ? byte - 256 : byte));
}

/** Text or signed bytes as bytes. In US_ASCII every other letter becomes a question mark. */
export function toBuffer(data: string | number[], charset = 'UTF_8'): Buffer {
  if (Array.isArray(data)) return Buffer.from(Array.from(data, (byte) => byte & 255));
  const text = String(data);
  return Buffer.from(charset === 'US_ASCII' ? text.replace(/[^\0-\x7f]/gu, '?') : text);
}

const ENCODINGS: Record<string, BufferEncoding> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'us-ascii': 'ascii',
  'iso-8859-1': 'latin1',
  'utf-16le': 'utf16le',
};

function decode(run: Run, buffer: Buffer, charset: string): string {
  const encoding = ENCODINGS[charset.toLowerCase()];
  if (!encoding) throw run.lacks(`the charset ${charset}`);
  return buffer.toString(encoding);
}

/** What Blob and HTTPResponse do with bytes: `getContentText` and `getDataAsString`. */
export function textOf(run: Run, bytes: string | Buffer, charset?: string): string {
  if (charset === undefined) return String(bytes);
  return decode(run, Buffer.from(bytes as string), charset);
}

interface BlobParts {
  bytes: Buffer;
  contentType: string | null;
  name: string | null;
}

class Blob {
  readonly #run: Run;
  #parts: BlobParts;
  constructor(run: Run, parts: BlobParts) {
    this.#run = run;
    this.#parts = parts;
  }
  getBytes(): number[] {
    return toBytes(this.#parts.bytes);
  }
  getDataAsString(charset?: string): string {
    return textOf(this.#run, this.#parts.bytes, charset);
  }
  getContentType(): string | null {
    return this.#parts.contentType;
  }
  setContentType(contentType: string | null): this {
    return this.#set({ contentType });
  }
  getName(): string | null {
    return this.#parts.name;
  }
  setName(name: string): this {
    return this.#set({ name: String(name) });
  }
  setBytes(data: number[]): this {
    return this.#set({ bytes: toBuffer(data) });
  }
  setDataFromString(text: string, charset = 'UTF-8'): this {
    const encoding = ENCODINGS[charset.toLowerCase()];
    if (!encoding) throw this.#run.lacks(`the charset ${charset}`);
    return this.#set({ bytes: Buffer.from(text, encoding) });
  }
  copyBlob(): object {
    return makeBlob(this.#run, this.#parts);
  }
  #set(part: Partial<BlobParts>): this {
    this.#parts = { ...this.#parts, ...part };
    return guard(this.#run, 'Blob', this);
  }
}

/** A Blob of the script. */
export function makeBlob(run: Run, parts: BlobParts): object {
  return guard(run, 'Blob', new Blob(run, parts));
}
