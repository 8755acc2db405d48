/**
 * Patterns that are made when they are first needed. A literal with `\p{…}` is looked up in Unicode's tables whenever the
 * code is loaded, which is for every message, whether the pattern is needed or not.
 */
export function pattern(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
