/** Takes a formula apart into a tree. */
import { CellError } from './values';

export type Node =
  | { kind: 'value'; value: number | string | boolean | CellError }
  | { kind: 'range'; sheet?: string; area: string }
  | { kind: 'call'; name: string; args: (Node | null)[] }
  | { kind: 'operation'; sign: string; left: Node; right: Node }
  | { kind: 'negative' | 'percent'; of: Node };

interface Token {
  kind: 'number' | 'text' | 'range' | 'gone' | 'name' | 'sign' | 'end';
  text: string;
}

const AREA =
  '\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d*)?|\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}\\d*|\\$?\\d+:\\$?\\d+';
const TOKENS = new RegExp(
  [
    '\\s+',
    `(?<range>(?:(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\d_]*)!)(?:${AREA})|(?:${AREA})(?![\\w(]))`,
    '(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:E[+-]?\\d+)?)',
    '(?<gone>#REF!)',
    '(?<text>"(?:[^"]|"")*")',
    '(?<name>[\\p{L}_][\\p{L}\\d_.]*)',
    '(?<sign><=|>=|<>|[-+*/^&=<>%(),;])',
  ].join('|'),
  'uyi',
);

/** From the loosest to the tightest. */
const LEVELS = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

/** @throws Error when it cannot be read */
export function parseFormula(formula: string): Node {
  return new Parser(tokensOf(formula.replace(/^=/, ''))).whole();
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.length) {
    const at = TOKENS.lastIndex;
    const match = TOKENS.exec(text);
    if (!match) throw new Error(text.slice(at, at + 20));
    const found = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined);
    if (found) tokens.push({ kind: found[0] as Token['kind'], text: String(found[1]) });
  }
  return [...tokens, { kind: 'end', text: '' }];
}

class Parser {
  #at = 0;
  constructor(private readonly tokens: Token[]) {}

  whole(): Node {
    const node = this.#level(0);
    if (this.#next.kind !== 'end') throw new Error(this.#next.text);
    return node;
  }

  get #next(): Token {
    return this.tokens[this.#at] as Token;
  }

  #take(sign: string): boolean {
    const found = this.#next.kind === 'sign' && this.#next.text === sign;
    if (found) this.#at++;
    return found;
  }

  #level(level: number): Node {
    const signs = LEVELS[level];
    if (!signs) return this.#signed();
    let left = this.#level(level + 1);
    for (;;) {
      const sign = signs.find((entry) => this.#take(entry));
      if (!sign) return left;
      left = { kind: 'operation', sign, left, right: this.#level(level + 1) };
    }
  }

  #signed(): Node {
    if (this.#take('-')) return { kind: 'negative', of: this.#signed() };
    if (this.#take('+')) return this.#signed();
    let node = this.#primary();
    while (this.#take('%')) node = { kind: 'percent', of: node };
    return node;
  }

  #primary(): Node {
    const { kind, text } = this.#next;
    this.#at++;
    if (kind === 'number') return { kind: 'value', value: Number(text) };
    if (kind === 'text') return { kind: 'value', value: text.slice(1, -1).replaceAll('""', '"') };
    if (kind === 'range') return rangeNode(text);
    if (kind === 'gone') return { kind: 'value', value: new CellError(text) };
    if (kind === 'sign' && text === '(') {
      const inner = this.#level(0);
      if (!this.#take(')')) throw new Error(this.#next.text);
      return inner;
    }
    if (kind !== 'name') throw new Error(text);
    if (this.#take('(')) return { kind: 'call', name: text.toUpperCase(), args: this.#args() };
    if (/^(?:true|false)$/i.test(text)) return { kind: 'value', value: /^true$/i.test(text) };
    return { kind: 'call', name: `the name ${text}`, args: [] };
  }

  /** Arguments that are left out are null. Locales with a decimal comma part them by semicolons. */
  #args(): (Node | null)[] {
    const args: (Node | null)[] = [];
    if (this.#take(')')) return args;
    for (;;) {
      const isEmpty = this.#next.kind === 'sign' && [',', ';', ')'].includes(this.#next.text);
      args.push(isEmpty ? null : this.#level(0));
      if (this.#take(')')) return args;
      if (!this.#take(',') && !this.#take(';')) throw new Error(this.#next.text);
    }
  }
}

function rangeNode(text: string): Node {
  const match = /^(?:'((?:[^']|'')+)'|([^!]+))!(.*)$/s.exec(text);
  if (!match) return { kind: 'range', area: text };
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? '';
  return { kind: 'range', sheet, area: match[3] ?? '' };
}
