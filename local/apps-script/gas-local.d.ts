/** The one function of gas-local that the stand-in uses; the package brings no types of its own. */
declare module 'gas-local' {
  /** Loads every .js of a folder, alphabetically, into one vm context made of `globals`; gives that context. */
  export function require(
    folder: string,
    globals: object,
    options?: { filter?: (file: string) => boolean },
  ): Record<string, unknown>;
}
