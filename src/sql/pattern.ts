/** Regular expressions that Java and JavaScript read alike, as PostgreSQL reads them. */

const WORD = '[0-9A-Za-z_]';

/** PostgreSQL has no `\b`, and to it every letter of the world belongs to a word. */
const IN_POSTGRES: Record<string, string> = {
  b: `(?:(?<!${WORD})(?=${WORD})|(?<=${WORD})(?!${WORD}))`,
  W: '[^0-9A-Za-z_]',
};

/** @param source what stands for itself in it is escaped, as `escaped` does it */
export function postgresPattern(source: string): string {
  return source.replace(/\\(.)/g, (all, escaped: string) => IN_POSTGRES[escaped] ?? all);
}
