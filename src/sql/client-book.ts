/** The table of clients as whoever looks after people needs it: rows one after the other, rows as they are shown, and forgetting. */
import type { ClientBook, Row, ShownRows, Traces } from '../program/base';
import type { Client } from '../program/model';
import { canonicalKey } from '../program/phone';
import { type ClientCells, GIVEN } from './client-cells';
import { SqlClients } from './clients';
import { parsedOr } from './database';
import { formsOf } from './facts';
import { postgresPattern } from './pattern';
import { CLIENTS_SHOWN, shownIn } from './shown';

const HOLDS = 'c.notice ~* v.p or c.note ~* v.p or c.checked ~* v.p';

/**
 * Everything at once, in everybody's rows: the rows that name them, the notices that wait for them, and texts.
 * Gives the versions that the rows have then.
 */
const TAKE_OUT = `
with v as (
  select j->>'pattern' p, j->>'by' by, j->>'notice' waited,
    array(select jsonb_array_elements_text(j->'keys')) keys
  from (select ?::jsonb j) asked
),
done as (
  update sheet_referrals.clients c set
    inviter_name = case when c.invited_by = any (v.keys) then '' else c.inviter_name end,
    invited_by = case when c.invited_by = any (v.keys) then regexp_replace(c.invited_by, v.p, v.by, 'gi') else c.invited_by end,
    notice = case when c.waits_for = any (v.keys) then v.waited else regexp_replace(c.notice, v.p, v.by, 'gi') end,
    note = regexp_replace(c.note, v.p, v.by, 'gi'),
    checked = regexp_replace(c.checked, v.p, v.by, 'gi'),
    version = c.version + 1, changed = nextval('sheet_referrals.changes')
  from v
  where (c.invited_by <> '' and c.invited_by = any (v.keys)) or c.waits_for = any (v.keys) or ${HOLDS}
  returning c.id, c.version
)
select json_agg(json_build_array(id, version))::text from done`;

export class SqlClientBook extends SqlClients implements ClientBook {
  private readonly cleared = new Set<Client>();

  /** Their row is read along with it. */
  rowOfKey(key: string): Row {
    return this.find([{ key }]).people[0] ?? 0;
  }

  readFrom(row: Row, count: number): Client[] {
    const text = this.database.ask(
      `select json_agg(${GIVEN} order by c.id)::text from sheet_referrals.clients c
      where c.id >= ?::bigint and c.id < ?::bigint`,
      String(row - 1),
      String(row - 1 + count),
    );
    const cells = parsedOr<ClientCells[]>(text, []);
    for (const one of cells) this.know(one);
    return cells.flatMap(({ id }) => this.rows.get(id + 1) ?? []);
  }

  inviters(keys: string[]): Set<string> {
    const text = this.database.ask(
      `select json_agg(distinct invited_by)::text from sheet_referrals.clients
      where invited_by <> '' and invited_by = any (array(select jsonb_array_elements_text(?::jsonb)))`,
      JSON.stringify(keys.flatMap(formsOf)),
    );
    return new Set(parsedOr<string[]>(text, []).map(canonicalKey));
  }

  naming(pattern: string): Row[] {
    const text = this.database.ask(
      `select json_agg(c.id order by c.id)::text from sheet_referrals.clients c, (select ?::text p) v where ${HOLDS}`,
      postgresPattern(pattern),
    );
    return parsedOr<number[]>(text, []).map((id) => id + 1);
  }

  asShown(rows: Row[], timeZone: string): ShownRows {
    const ids = JSON.stringify(rows.map((row) => row - 1));
    const where = 'id = any (array(select jsonb_array_elements_text(?::jsonb)::bigint))';
    return shownIn(this.database, CLIENTS_SHOWN, timeZone, where, ids);
  }

  takeOut({ keys, pattern, by, notice }: Traces): void {
    const traces = { keys: keys.flatMap(formsOf), pattern: postgresPattern(pattern), by, notice };
    const done = parsedOr<[number, number][]>(
      this.database.ask(TAKE_OUT, JSON.stringify(traces)),
      [],
    );
    for (const [id, version] of done) {
      const client = this.rows.get(id + 1);
      const place = client && this.places.get(client);
      if (place) place.version = version;
    }
  }

  clear(client: Client): void {
    this.cleared.add(client);
  }

  protected override changeOf(client: Client, set: Partial<Client>) {
    const own = this.cleared.has(client) ? { own: {} } : {};
    return super.changeOf(client, set).map((one) => ({ ...one, set: { ...one.set, ...own } }));
  }
}
