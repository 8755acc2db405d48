/** Reads a statement as the JDBC driver of PostgreSQL does: finds its question marks, and refuses a second statement. */

/** A statement with numbered parameters in place of its question marks. */
interface Numbered {
  sql: string;
  parameters: number;
  /** Another statement follows the first one. */
  isSeveral: boolean;
}

/** What a question mark or a semicolon means nothing in: texts, names, comments (nested ones apart), dollar quotes. */
const QUIET =
  /\b[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|(?<![\w$])\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$/y;

/** @param withParameters whether question marks are parameters; `??` is then an operator's single one */
export function numbered(sql: string, withParameters: boolean): Numbered {
  let text = '';
  let parameters = 0;
  let end = -1;
  for (let at = 0; at < sql.length; ) {
    const quiet = quietAt(sql, at);
    if (quiet) text += quiet;
    else if (withParameters && sql.startsWith('??', at)) text += '?';
    else if (withParameters && sql[at] === '?') text += `$${++parameters}`;
    else text += sql[at];
    if (!quiet && sql[at] === ';' && end < 0) end = text.length;
    at += quiet ? quiet.length : withParameters && sql.startsWith('??', at) ? 2 : 1;
  }
  const rest = end < 0 ? '' : withoutComments(text.slice(end));
  return { sql: text, parameters, isSeveral: /[^\s;]/.test(rest) };
}

/** The first words of a statement, in small letters. */
export function beginning(sql: string): string {
  return withoutComments(sql).trim().toLowerCase();
}

/** Text, name, comment or dollar quote that begins here; undefined when none does. */
function quietAt(sql: string, at: number): string | undefined {
  if (sql.startsWith('/*', at)) return sql.slice(at, endOfComment(sql, at));
  QUIET.lastIndex = at;
  return QUIET.exec(sql)?.[0];
}

/** Comments lie within each other. */
function endOfComment(sql: string, at: number): number {
  let depth = 0;
  for (let i = at; i < sql.length; i++) {
    if (sql.startsWith('/*', i)) depth++;
    else if (sql.startsWith('*/', i)) depth--;
    else continue;
    i++;
    if (depth === 0) return i + 1;
  }
  return sql.length;
}

function withoutComments(sql: string): string {
  let text = '';
  for (let at = 0; at < sql.length; ) {
    const quiet = quietAt(sql, at);
    const isComment = quiet !== undefined && /^(?:--|\/\*)/.test(quiet);
    text += isComment ? ' ' : (quiet ?? sql[at]);
    at += quiet?.length ?? 1;
  }
  return text;
}
