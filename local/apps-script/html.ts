/** HtmlService: pages and templates with real scriptlets. */
import path from 'node:path';
import vm from 'node:vm';
import { textOfFile } from './file-text';
import { enumeration, guard } from './guard';
import { asHandle } from './realm';
import type { Run } from './run';

class HtmlService {
  readonly #run: Run;
  readonly SandboxMode: object;
  readonly XFrameOptionsMode: object;
  constructor(run: Run) {
    this.#run = run;
    this.SandboxMode = enumeration(run, 'HtmlService.SandboxMode', [
      'IFRAME',
      'NATIVE',
      'EMULATED',
    ]);
    this.XFrameOptionsMode = enumeration(run, 'HtmlService.XFrameOptionsMode', [
      'ALLOWALL',
      'DEFAULT',
    ]);
  }
  createHtmlOutput(html: unknown = '') {
    return output(this.#run, String(html));
  }
  createHtmlOutputFromFile(name: string) {
    return output(this.#run, htmlFile(this.#run, name));
  }
  createTemplate(html: string) {
    return template(this.#run, String(html));
  }
  createTemplateFromFile(name: string) {
    return template(this.#run, htmlFile(this.#run, name));
  }
}

function htmlFile(run: Run, name: string): string {
  const file = path.join(run.world.options.folder, `${String(name).replace(/\.html$/, '')}.html`);
  try {
    return textOfFile(file);
  } catch {
    throw run.exception(`No HTML file named ${name} was found.`);
  }
}

const OUTPUT = Symbol('html output');
/** Whether pages of other sites may show it in a frame. */
export const MAY_BE_FRAMED = Symbol('may be framed');
const META_TAGS = new Set([
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
]);

/** A page, or a piece of one. */
export class HtmlOutput {
  readonly #run: Run;
  readonly [OUTPUT] = true;
  [MAY_BE_FRAMED] = false;
  #html: string;
  #title = '';
  #width = 0;
  #height = 0;
  readonly #meta: { name: string; content: string }[] = [];
  constructor(run: Run, html: string) {
    this.#run = run;
    this.#html = html;
  }
  getContent(): string {
    return this.#html;
  }
  setContent(html: string): this {
    this.#html = String(html);
    return this.#again();
  }
  append(html: string): this {
    this.#html += String(html);
    return this.#again();
  }
  appendUntrusted(text: string): this {
    return this.append(escapeHtml(String(text)));
  }
  clear(): this {
    return this.setContent('');
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): this {
    this.#title = String(title);
    return this.#again();
  }
  getWidth(): number {
    return this.#width;
  }
  setWidth(width: number): this {
    this.#width = Number(width);
    return this.#again();
  }
  getHeight(): number {
    return this.#height;
  }
  setHeight(height: number): this {
    this.#height = Number(height);
    return this.#again();
  }
  addMetaTag(name: string, content: string): this {
    if (!META_TAGS.has(name)) {
      throw this.#run.exception('The meta tag you specified is not allowed in this context.');
    }
    this.#meta.push({ name, content: String(content) });
    return this.#again();
  }
  getMetaTags(): object[] {
    return this.#meta.map(({ name, content }) =>
      guard(this.#run, 'HtmlOutputMetaTag', { getName: () => name, getContent: () => content }),
    );
  }
  setXFrameOptionsMode(mode: string): this {
    this[MAY_BE_FRAMED] = mode === 'ALLOWALL';
    return this.#again();
  }
  /** Without effect, as at Google. */
  setSandboxMode(_mode: string): this {
    return this.#again();
  }
  #again(): this {
    return guard(this.#run, 'HtmlOutput', this);
  }
}

function output(run: Run, html: string): HtmlOutput {
  return guard(run, 'HtmlOutput', new HtmlOutput(run, html));
}

/** Whether a value of the script is a page. */
export function isHtmlOutput(value: unknown): value is HtmlOutput {
  return typeof value === 'object' && value !== null && OUTPUT in value;
}

/** A template: the script may set any property on it; the scriptlets see them as variables. */
function template(run: Run, source: string): object {
  const variables: Record<string, unknown> = {};
  const methods = guard(run, 'HtmlTemplate', {
    evaluate: () => output(run, evaluate(run, source, variables)),
    getRawContent: () => source,
    getCode: () => compile(source),
  });
  const proxy = new Proxy(methods, {
    get: (_, key) => {
      if (typeof key === 'symbol') return undefined;
      if (key in variables || key === 'toJSON' || key === 'then') return variables[key];
      return Reflect.get(methods, key);
    },
    set: (_, key, value) => {
      variables[String(key)] = value;
      return true;
    },
  });
  return asHandle(proxy, 'HtmlTemplate');
}

function evaluate(run: Run, source: string, variables: Record<string, unknown>): string {
  const names = Object.keys(variables);
  const code = `(function (${['__out', '__escape', ...names].join(',')}) {${compile(source)}\n})`;
  const parts: string[] = [];
  const page = vm.runInContext(code, run.realm.context) as (...args: unknown[]) => void;
  page(
    (part: unknown) => parts.push(String(part)),
    (part: unknown) => escapeHtml(String(part)),
    ...names.map((name) => variables[name]),
  );
  return parts.join('');
}

/** `<? code ?>`, `<?= escaped ?>`, `<?!= as it is ?>`. */
function compile(source: string): string {
  return source
    .split(/(<\?!?=?[\s\S]*?\?>)/)
    .map((piece) => {
      const scriptlet = /^<\?(!?=)?([\s\S]*)\?>$/.exec(piece);
      if (!scriptlet) return piece && `__out(${JSON.stringify(piece)});`;
      const [, print, code = ''] = scriptlet;
      if (!print) return `${code}\n`;
      return print === '=' ? `__out(__escape(${code}));` : `__out(${code});`;
    })
    .join('');
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** The global `HtmlService` of one execution. */
export function htmlService(run: Run): object {
  return guard(run, 'HtmlService', new HtmlService(run));
}
