/** Reads the text of QUERY: select, where, group by, order by, limit, offset and label of its language. */

/** A column, or something summed up from it. `column` counts from 0. */
export interface Term {
  column: number;
  sum?: 'sum' | 'count' | 'avg' | 'min' | 'max';
}

export type Literal = string | number | boolean | { date: string };

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'null'; column: number }
  | { kind: 'compare'; column: number; sign: string; value: Literal };

export interface Query {
  /** undefined: all columns. */
  select?: Term[];
  where?: Condition;
  groupBy: number[];
  orderBy: { term: Term; ascending: boolean }[];
  limit: number;
  offset: number;
  labels: { term: Term; text: string }[];
}

/** What QUERY knows and is not computed here. */
export class NotHere extends Error {}

const CLAUSES = ['select', 'where', 'group', 'order', 'limit', 'offset', 'label'];
const ELSEWHERE = [
  'pivot',
  'format',
  'options',
  'skipping',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
];
ELSEWHERE.push('quarter', 'dayofweek', 'now', 'datediff', 'todate', 'upper', 'lower', 'like');
ELSEWHERE.push('datetime', 'timestamp', 'timeofday');
const SUMS = ['sum', 'count', 'avg', 'min', 'max'];

/** @param columnOf the place of a column by its name such as "B" or "Col2"; undefined when there is none. @throws NotHere, or Error when it cannot be read */
export function readQuery(text: string, columnOf: (name: string) => number | undefined): Query {
  return new Reader(text, columnOf).query();
}

class Reader {
  readonly #words: string[];
  #at = 0;
  constructor(
    text: string,
    private readonly columnOf: (name: string) => number | undefined,
  ) {
    this.#words =
      text.match(
        /'[^']*'|"[^"]*"|`[^`]*`|<=|>=|!=|<>|[<>=(),*]|-?\d+(?:\.\d+)?|[\p{L}_][\p{L}\d_]*|\S/gu,
      ) ?? [];
  }

  query(): Query {
    const query: Query = { groupBy: [], orderBy: [], limit: Infinity, offset: 0, labels: [] };
    let last = -1;
    while (this.#at < this.#words.length) {
      const clause = this.#word();
      if (ELSEWHERE.includes(clause)) throw new NotHere(clause);
      const place = CLAUSES.indexOf(clause);
      if (place <= last) throw new Error(clause);
      last = place;
      this.#at++;
      this.#clause(clause, query);
    }
    return query;
  }

  #clause(clause: string, query: Query): void {
    if (clause === 'select') {
      if (!this.#took('*')) query.select = this.#list(() => this.#term());
    } else if (clause === 'where') query.where = this.#either();
    else if (clause === 'group') {
      this.#must('by');
      query.groupBy = this.#list(() => this.#column());
    } else if (clause === 'order') {
      this.#must('by');
      query.orderBy = this.#list(() => {
        const term = this.#term();
        const ascending = !this.#took('desc');
        if (ascending) this.#took('asc');
        return { term, ascending };
      });
    } else if (clause === 'label') {
      query.labels = this.#list(() => ({ term: this.#term(), text: this.#text() }));
    } else query[clause as 'limit' | 'offset'] = this.#count();
  }

  #word(): string {
    return (this.#words[this.#at] ?? '').toLowerCase();
  }

  #took(word: string): boolean {
    const found = this.#word() === word;
    if (found) this.#at++;
    return found;
  }

  #must(word: string): void {
    if (!this.#took(word))
      throw new Error(this.#words[this.#at] ?? `the end, in the place of ${word}`);
  }

  #list<T>(one: () => T): T[] {
    const all = [one()];
    while (this.#took(',')) all.push(one());
    return all;
  }

  #term(): Term {
    const word = this.#word();
    if (this.#words[this.#at + 1] !== '(') return { column: this.#column() };
    if (!SUMS.includes(word)) throw new NotHere(word);
    this.#at += 2;
    const column = this.#column();
    this.#must(')');
    return { column, sum: word as 'sum' };
  }

  #column(): number {
    const name = (this.#words[this.#at] ?? '').replace(/^`(.*)`$/, '$1');
    if (ELSEWHERE.includes(name.toLowerCase())) throw new NotHere(name.toLowerCase());
    const column = this.columnOf(name);
    if (column === undefined) throw new Error(name || 'the end');
    this.#at++;
    return column;
  }

  #text(): string {
    const word = this.#words[this.#at] ?? '';
    if (!/^['"]/.test(word)) throw new Error(word || 'the end');
    this.#at++;
    return word.slice(1, -1);
  }

  #count(): number {
    const word = this.#words[this.#at] ?? '';
    if (!/^\d+$/.test(word)) throw new Error(word || 'the end');
    this.#at++;
    return Number(word);
  }

  #either(): Condition {
    const parts = [this.#both()];
    while (this.#took('or')) parts.push(this.#both());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'or', parts };
  }

  #both(): Condition {
    const parts = [this.#one()];
    while (this.#took('and')) parts.push(this.#one());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'and', parts };
  }

  #one(): Condition {
    if (this.#took('not')) return { kind: 'not', of: this.#one() };
    if (this.#took('(')) {
      const inner = this.#either();
      this.#must(')');
      return inner;
    }
    if (this.#words[this.#at + 1] === '(') throw new NotHere(this.#word());
    const column = this.#column();
    if (this.#took('is')) {
      const isNot = this.#took('not');
      this.#must('null');
      const isNull: Condition = { kind: 'null', column };
      return isNot ? { kind: 'not', of: isNull } : isNull;
    }
    return { kind: 'compare', column, sign: this.#sign(), value: this.#literal() };
  }

  #sign(): string {
    const word = this.#word();
    if (ELSEWHERE.includes(word)) throw new NotHere(word);
    this.#at++;
    if (word === 'starts' || word === 'ends') {
      this.#must('with');
      return word;
    }
    if (word === '<>') return '!=';
    if (!['=', '!=', '<', '>', '<=', '>=', 'contains', 'matches'].includes(word))
      throw new Error(word);
    return word;
  }

  #literal(): Literal {
    const word = this.#words[this.#at] ?? '';
    if (/^-?\d/.test(word)) {
      this.#at++;
      return Number(word);
    }
    if (this.#took('true')) return true;
    if (this.#took('false')) return false;
    if (this.#took('date')) return { date: this.#text() };
    if (this.columnOf(word) !== undefined) throw new NotHere('a comparison of two columns');
    return this.#text();
  }
}
