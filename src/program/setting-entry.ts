/** What a setting is: a row of the Settings tab, and what is asked of its value. */

export interface SettingEntry {
  /** The key under which the program asks for the value; those of the clients' texts begin with `text.`. */
  key: string;
  /** What it is called in the tab. */
  name: string;
  /** The default. */
  value: string;
  about: string;
  /** A regular expression that a usable value matches, upper or lower case. */
  pattern?: string;
  /** A check that no pattern can make. */
  check?: 'phone' | 'phones' | 'invitation' | 'invitations' | 'text';
  /** What is said of a value that fails the pattern or the check for a phone. */
  problem?: string;
  /** The placeholders that a text may hold. */
  placeholders?: readonly string[];
  /** A text that is not one client's alone: no column of a client's row may be named in it. */
  sameForAll?: boolean;
  /** Whether a text may be left empty. */
  mayBeEmpty?: boolean;
  /** The longest a text may be, in characters, for the strictest provider. */
  limit?: number;
  /** Whose setting it is; missing where it is everybody's. */
  providers?: readonly string[];
}

/** Settings that stand together, below a heading of theirs. */
interface SettingGroup {
  name: string;
  about: string;
  settings: readonly SettingEntry[];
}

export interface Catalogue {
  /** In the order of the tab. */
  groups: readonly SettingGroup[];
  /** Those of all groups. */
  settings: readonly SettingEntry[];
  problems: Record<string, string>;
}

/** Whether the value of a setting that is yes or no is yes. */
export function isYes(value: string): boolean {
  return /^(yes|true)$/i.test(value);
}
