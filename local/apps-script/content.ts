/** ContentService: text that Google serves from a one-time address, behind a 302. */
import { enumeration, guard } from './guard';
import type { Run } from './run';

const MIME_TYPES = {
  TEXT: 'text/plain',
  JSON: 'application/json',
  JAVASCRIPT: 'application/javascript',
  XML: 'text/xml',
  CSV: 'text/csv',
  ATOM: 'application/atom+xml',
  RSS: 'application/rss+xml',
  ICAL: 'text/calendar',
  VCARD: 'text/vcard',
};

class ContentService {
  readonly #run: Run;
  readonly MimeType: object;
  constructor(run: Run) {
    this.#run = run;
    this.MimeType = enumeration(run, 'ContentService.MimeType', Object.keys(MIME_TYPES));
  }
  createTextOutput(content: unknown = '') {
    return guard(this.#run, 'TextOutput', new TextOutput(this.#run, String(content)));
  }
}

const OUTPUT = Symbol('text output');

/** Text that a script gives as the web app's answer. */
class TextOutput {
  readonly #run: Run;
  readonly [OUTPUT] = true;
  #content: string;
  #mimeType = 'TEXT';
  #fileName: string | null = null;
  constructor(run: Run, content: string) {
    this.#run = run;
    this.#content = content;
  }
  getContent(): string {
    return this.#content;
  }
  setContent(content: string): this {
    this.#content = String(content);
    return this.#again();
  }
  append(content: string): this {
    this.#content += String(content);
    return this.#again();
  }
  clear(): this {
    return this.setContent('');
  }
  getMimeType(): string {
    return this.#mimeType;
  }
  setMimeType(mimeType: string): this {
    if (!(mimeType in MIME_TYPES)) {
      throw this.#run.badArguments('ContentService.TextOutput.setMimeType', [mimeType]);
    }
    this.#mimeType = mimeType;
    return this.#again();
  }
  /** The echo then offers the text as a file, which nobody sees who reads it by a program. */
  downloadAsFile(name: string): this {
    this.#fileName = String(name);
    return this.#again();
  }
  getFileName(): string | null {
    return this.#fileName;
  }
  #again(): this {
    return guard(this.#run, 'TextOutput', this);
  }
}

/** Whether the web app's function has returned text. */
export function isTextOutput(value: unknown): value is TextOutput {
  return typeof value === 'object' && value !== null && OUTPUT in value;
}

/** The global `ContentService` of one execution. */
export function contentService(run: Run): object {
  return guard(run, 'ContentService', new ContentService(run));
}
