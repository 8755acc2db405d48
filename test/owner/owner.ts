/** The owner at the menu and the pages: calls what the pages call, on the built bundle. */
import type { Answer, OwnerApi, WireClient } from '../../src/owner/wire';
import type { Business } from '../support/business';

type Script = Business['script'];

/** What a page may call, called as a page does. */
type Owner = OwnerApi;

/** The owner of a business, with the sidebar open. */
export function ownerOf({ script }: Pick<Business, 'script'>): Owner {
  const pass = openSidebar(script);
  return new Proxy({} as Owner, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        asked(script, String(name), args, pass),
  });
}

/** Asks as a page does. @throws what the script throws, and what it answers as an error, with its code */
export function asked(script: Script, name: string, args: unknown[], ...pass: unknown[]): unknown {
  const answer = script.page('ownerCall', [name, args, ...pass]) as Answer<unknown>;
  if (!('error' in answer)) return answer.value;
  const { code, text } = answer.error;
  throw new Error(text, { cause: { code } });
}

/** Opens the sidebar. @returns the pass that it carries */
export function openSidebar(script: Script): string {
  script.run('listReferrals', [], 'menu');
  return passIn(script.ui.sidebar?.html ?? '');
}

/** The pass in a page. */
export function passIn(html: string): string {
  // A page is long: no pattern is tried at each of its characters.
  const [, rest = ''] = html.split(' data-pass="', 2);
  return rest.slice(0, Math.max(rest.indexOf('"'), 0));
}

/** The values of a client by name, as far as tests look at them. */
export function fieldsOf([row, phone, name, invitedBy, , joined, , notice, code]: WireClient) {
  return { row, phone, name, invitedBy, joined, notice, code };
}

/** Fills the Clients tab with so many rows; every tenth client has invited the nine after them. */
export function fillClients(shop: Pick<Business, 'script'>, count: number): void {
  const { script } = shop;
  const joined = new Date(script.clock.now - 3 * 24 * 60 * 60 * 1000);
  const phone = (index: number) => String(491510000000 + index);
  const rows = Array.from({ length: count }, (_, index) => {
    const inviter = index - (index % 10);
    const invited = index !== inviter;
    return {
      Phone: phone(index),
      Name: `Client ${index}`,
      'Invited by': invited ? phone(inviter) : '',
      "Inviter's name": invited ? `Client ${inviter}` : '',
      Joined: joined,
      'Last message': joined,
      Notice: invited ? `sent 2026-05-29 12:00 #t${index.toString(36)}.n0` : '',
      'Messenger id': phone(index),
    };
  });
  script.spreadsheet.fill('Clients', rows, 2);
}

/** Puts so many people into the database: all but ten have come by the link of one of these, a minute after the other. */
export function fillDatabase({ script }: Pick<Business, 'script'>, count: number): void {
  const first = script.clock.now - count * 60_000;
  script.database.query(`insert into sheet_referrals.clients (phone, name, invited_by, inviter_name, joined, code, ids)
    select (447700000000 + n)::text, 'Client ' || n || case when n % 1000 = 7 then ' O''Neil' else '' end,
      case when n > 10 then (447700000000 + n % 10 + 1)::text else '' end, case when n > 10 then 'Client' else '' end,
      ${first} + n * 60000::bigint, 'code' || n, (447700000000 + n)::text from generate_series(1, ${count}) n`);
  script.database.query(
    'insert into sheet_referrals.client_keys select phone, id from sheet_referrals.clients',
  );
}

/** Puts so many rewards into the database, all given a minute after the other; every thousandth is a coupon for Zoë. */
export function fillLedger({ script }: Pick<Business, 'script'>, count: number): void {
  const first = script.clock.now - count * 60_000;
  script.database.query(`insert into sheet_referrals.rewards
    (key, who, name, for_whom, side, reward, state, known, since, given_on, coupon)
    select 'inviter:' || 447200000000 + n, (447300000000 + n)::text, case when n % 1000 = 7 then 'Zoë' else 'Eve' end,
      'Client ' || n, 'inviter', case when n % 1000 = 7 then 'Coupon' else 'Free coffee' end, 'given', 'given',
      moment, moment, case when n % 1000 = 7 then '20%-' || n else '' end
    from (select n, ${first} + n * 60000::bigint as moment from generate_series(1, ${count}) n) days`);
}

/** Fills the Rewards tab with so many rows, in the states that `stateOf` gives them by their number. */
export function fillRewards(
  shop: Pick<Business, 'script'>,
  count: number,
  stateOf: (n: number) => string,
): void {
  const { script } = shop;
  const day = new Date(script.clock.now - 24 * 60 * 60 * 1000);
  const rows = Array.from({ length: count }, (_, n) => {
    const state = stateOf(n);
    return {
      Key: `inviter:${447_200_000_000 + n}`,
      Who: String(447_300_000_000 + (n % 1000)),
      Name: `Inviter ${n % 1000}`,
      For: `Friend ${n}`,
      Side: 'inviter',
      Reward: 'Free coffee',
      State: state,
      Why: 'bought on 2026-05-31',
      Since: day,
      'Ready on': day,
      'Given on': state === 'given' ? day : '',
      Coupon: '',
      Told: 'sent 2026-05-31 12:00 #abc.r0',
      Known: state,
    };
  });
  script.spreadsheet.fill('Rewards', rows, 2);
}
