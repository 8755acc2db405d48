/** The database that was put in when the suite was built: cases that need one connect to it. */

/** How Jdbc is given it. */
export interface DatabaseAddress {
  /** `jdbc:postgresql://host:port/name?ssl=true`. */
  url: string;
  user: string;
  password: string;
}

declare const SUITE_DATABASE: DatabaseAddress | null;

/** Read where it is used: outside of the built script there is none. */
export const suiteDatabase = () => SUITE_DATABASE;
