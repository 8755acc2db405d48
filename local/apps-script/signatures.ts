/** Which arguments Google's methods take, read from the published types of Apps Script. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One parameter; its type as it is written there, without namespaces. */
export interface Parameter {
  type: string;
  optional: boolean;
  rest: boolean;
}

/** A method of a class. */
export interface Method {
  /** Each form that it may be called in. */
  forms: Parameter[][];
  /** The type of what it gives. */
  gives: string;
}

/** A class of a service. */
export interface ServiceClass {
  /** As Google's errors name it: "SpreadsheetApp.Range", "Utilities". */
  label: string;
  /** By the method's name. */
  methods: Map<string, Method>;
}

/** An enum: how Google's errors name it, and its names in their order. */
export interface Enum {
  label: string;
  names: string[];
}

interface Signatures {
  classes: Map<string, ServiceClass>;
  enums: Map<string, Enum>;
  /** Names for other types. */
  aliases: Map<string, string>;
}

/** The published types by file, namespace and the global that stands before a class's name in errors. */
const SERVICES: [file: string, namespace: string, global: string][] = [
  ['base', 'Base', ''],
  ['cache', 'Cache', 'CacheService'],
  ['charts', 'Charts', 'Charts'],
  ['content', 'Content', 'ContentService'],
  ['html', 'HTML', 'HtmlService'],
  ['jdbc', 'JDBC', 'Jdbc'],
  ['lock', 'Lock', 'LockService'],
  ['mail', 'Mail', 'MailApp'],
  ['properties', 'Properties', 'PropertiesService'],
  ['script', 'Script', 'ScriptApp'],
  ['spreadsheet', 'Spreadsheet', 'SpreadsheetApp'],
  ['url-fetch', 'URL_Fetch', 'UrlFetchApp'],
  ['utilities', 'Utilities', 'Utilities'],
];

/** Methods that Google's reference has and the published types lack; none of them takes anything. */
const NOT_IN_TYPES: [className: string, method: string, gives: string][] = [
  ['Range', 'getColumnIndex', 'Integer'],
];

let known: Signatures | undefined;

/** All that the types tell; read once. @throws when @types/google-apps-script is not installed */
export function signatures(): Signatures {
  known ??= readAll();
  return known;
}

function readAll(): Signatures {
  const folder = path.dirname(require.resolve('@types/google-apps-script/package.json'));
  const read: Signatures = { classes: new Map(), enums: new Map(), aliases: new Map() };
  for (const [file, , global] of SERVICES) {
    const name = path.join(folder, `google-apps-script.${file}.d.ts`);
    const text = readFileSync(name, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    readDeclarations(text, global, read);
  }
  for (const [className, method, gives] of NOT_IN_TYPES) {
    read.classes.get(className)?.methods.set(method, { forms: [[]], gives });
  }
  return read;
}

/** The types indent by four spaces: a declaration ends at the brace that stands under its first letter. */
function readDeclarations(text: string, global: string, into: Signatures): void {
  // Which texts are taken, Google says only when it has them: the types' own lists are for editors.
  for (const [, name = '', type = ''] of text.matchAll(/^ {8}type (\w+) =([^;]*);/gm)) {
    into.aliases.set(name, bareType(type.replace(/"[^"]*"/g, 'string')).replace(/^\|\s*/, ''));
  }
  const declarations =
    /^ {8}(?:interface|enum) (\w+)[^{]*\{([\s\S]*?)^ {8}\}|^ {8}(?:interface|enum) (\w+)[^{\n]*\{\}$/gm;
  for (const [whole, name, body] of text.matchAll(declarations)) {
    if (name === undefined || body === undefined) continue;
    const label = labelOf(global, name);
    const names = () => body.match(/\w+(?=\s*[,=]|\s*$)/gm) ?? [];
    if (/^\s*enum/.test(whole)) into.enums.set(name, { label, names: names() });
    else into.classes.set(name, { label, methods: methodsIn(body) });
  }
}

function labelOf(global: string, name: string): string {
  return global === '' || global === name ? name : `${global}.${name}`;
}

function methodsIn(body: string): Map<string, Method> {
  const methods = new Map<string, Method>();
  for (const { index, 0: begin, 1: name = '' } of body.matchAll(/^ {12}\s?(\w+)\(/gm)) {
    const rest = body.slice(index + begin.length);
    const [list = ''] = splitAt(rest, ')');
    const method = methods.get(name) ?? { forms: [], gives: givenType(rest, list) };
    method.forms.push(splitAt(list, ',').filter(Boolean).map(parameter));
    methods.set(name, method);
  }
  return methods;
}

/** The type that stands behind the list of parameters. */
function givenType(text: string, list: string): string {
  const after = text.slice(text.indexOf(list) + list.length);
  return bareType(/^[\s,]*\)\s*:\s*([^;]*)/.exec(after)?.[1] ?? 'void');
}

/** Cuts at a sign that stands in no bracket; ')' ends the text. */
function splitAt(text: string, sign: ',' | ')'): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (depth === 0 && letter === sign) {
      if (sign === ')') return parts;
      parts.push('');
      continue;
    }
    if ('([{<'.includes(letter)) depth++;
    if (')]}>'.includes(letter)) depth--;
    parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

function parameter(text: string): Parameter {
  const [, dots, , optional, type = 'any'] = /^(\.\.\.)?(\w+)(\?)?:\s*([\s\S]*)$/.exec(text) ?? [];
  return { type: bareType(type), optional: optional !== undefined, rest: dots !== undefined };
}

/** A type without the namespaces before its names. */
function bareType(type: string): string {
  return type.trim().replace(/\b[A-Z]\w*\.(?=\w)/g, '');
}
