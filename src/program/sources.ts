/**
 * Sources: inviters that are no people. A poster or a flyer has a code and a link as a client has; rows name it by its
 * code, and nobody is told, asked or rewarded.
 */
import { isSourceCode, newSourceCode } from './codes';
import { hasLinks, linkOf } from './link';
import type { Client } from './model';
import { keyOf } from './people';
import type { Settings } from './settings';

/** One row of the tab *Sources*, as it stands there. */
export interface Source {
  name: string;
  code: string;
  /** The link, or what is wrong with the code. */
  link: string;
  /** How many have come by it. */
  referrals: string;
}

/** What *Notice* says of a referral that no person has made. */
export const NO_PERSON = 'a source is no person';

/** A source as whoever came by it has it for an inviter. */
export function inviterFrom({ name, code }: Pick<Source, 'name' | 'code'>): Client {
  return {
    phone: '',
    name,
    invitedBy: '',
    inviterName: '',
    joined: null,
    lastMessage: null,
    notice: '',
    note: '',
    code,
    ids: [code],
    stopped: null,
    counts: '',
    check: '',
  };
}

/** Whether an inviter is a source. */
export function isSource(inviter: Client): boolean {
  return isSourceCode(keyOf(inviter));
}

/** The link that is printed; '' while nobody knows where it leads. */
export function sourceLink(code: string, settings: Settings): string {
  return hasLinks(settings) ? linkOf({ phone: '', code }, settings) : '';
}

/**
 * What a row lacks: a code where there is a name without one, its link as it is now, and the number of its referrals.
 *
 * @param above the rows above it, as they are by now
 * @param counts how many came by each code
 */
export function completed(
  source: Source,
  above: readonly Source[],
  counts: ReadonlyMap<string, number>,
  settings: Settings,
  random: () => number,
): Partial<Source> {
  const code = source.code || (source.name ? newSourceCode(random) : '');
  if (!code) return {};
  const wrong = whyNoCode(code, above);
  if (wrong) return { link: wrong };
  const link = sourceLink(code, settings);
  return { code, link, referrals: String(counts.get(code) ?? 0) };
}

function whyNoCode(code: string, above: readonly Source[]): string {
  const remedy = 'Empty the cell Code, and a new one is made.';
  if (!isSourceCode(code)) return `This is not the code of a source. ${remedy}`;
  return above.some((one) => one.code === code) ? `A row above has the same code. ${remedy}` : '';
}
