/** Java's regular expressions, as TextFinder takes them, in JavaScript's words. */

/** Thrown for what Java knows and this translation does not. */
export class UnknownRegex extends Error {}

const REPLACEMENTS: Record<string, string> = {
  '\\A': '^',
  '\\Z': '$',
  '\\z': '$',
  '\\h': '[ \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  '\\p{Alpha}': '[A-Za-z]',
  '\\p{Digit}': '[0-9]',
  '\\p{Alnum}': '[A-Za-z0-9]',
  '\\p{Upper}': '[A-Z]',
  '\\p{Lower}': '[a-z]',
  '\\p{Space}': '\\s',
  '\\p{IsAlphabetic}': '\\p{Alphabetic}',
  '\\e': '\\x1b',
  '\\a': '\\x07',
};

/**
 * Translates a Java regular expression.
 *
 * @throws UnknownRegex for possessive quantifiers, atomic groups, class intersections and flags other than a leading (?i)
 * @throws SyntaxError when it is no regular expression
 */
export function fromJava(source: string, flags: string): RegExp {
  let body = source.replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, text: string) => escapeRegex(text));
  let wanted = flags;
  const inline = /^\(\?([a-zA-Z]+)\)/.exec(body);
  if (inline) {
    if (inline[1] !== 'i') throw new UnknownRegex(`(?${inline[1]})`);
    wanted = wanted.includes('i') ? wanted : `${wanted}i`;
    body = body.slice(inline[0].length);
  }
  const unknown = /(?:^|[^\\])([*+?}]\+|\(\?>|&&\[|\(\?[a-zA-Z-]+[):])/.exec(body);
  if (unknown) throw new UnknownRegex(unknown[1] ?? '');
  body = body.replace(/\\p\{[^}]*\}|\\./g, (token) => REPLACEMENTS[token] ?? token);
  try {
    return new RegExp(body, `${wanted}u`);
  } catch {
    // JavaScript is stricter about needless backslashes under the u flag than Java is.
    return new RegExp(body, wanted);
  }
}

/** A regular expression's source that matches the text itself. */
export function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
