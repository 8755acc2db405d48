/** Where people stand in the table, as far as somebody has asked for their keys. */
import type { Index, Row } from '../program/base';
import { canonicalPhone, isPhone } from '../program/phone';
import { askByIndex, type Database, parsedOr } from './database';
import { formsOf } from './facts';

/** Keys of one statement. */
const AT_ONCE = 5000;

const ROWS = `
with wanted as (select array(select jsonb_array_elements_text($1)) keys)
select json_agg(json_build_array(key, id))::text from (
  select key, client id from sheet_referrals.client_keys where key = any ((select keys from wanted)::text[])
  union select phone, id from sheet_referrals.clients where phone <> '' and phone = any ((select keys from wanted)::text[])
) found`;

export class SqlIndex implements Index {
  private readonly rows = new Map<string, Row>();
  private readonly asked = new Set<string>();

  /** @param keys those that one will ask for: they are looked up together */
  constructor(
    keys: string[],
    private readonly database: Database,
  ) {
    this.ask(keys);
  }

  row(key: string): Row {
    if (!this.asked.has(key)) this.ask([key]);
    return this.rows.get(key) ?? 0;
  }

  update(): void {
    this.rows.clear();
    this.ask([...this.asked]);
  }

  private ask(keys: string[]): void {
    for (const key of keys) this.asked.add(key);
    const forms = [...new Set(keys.filter(Boolean).flatMap(formsOf))];
    for (let from = 0; from < forms.length; from += AT_ONCE) {
      const some = forms.slice(from, from + AT_ONCE);
      for (const [key, id] of parsedOr<[string, number][]>(
        askByIndex(this.database, ROWS, some),
        [],
      )) {
        const canonical = isPhone(key) ? canonicalPhone(key) : key;
        this.rows.set(canonical, Math.min(id + 1, this.rows.get(canonical) ?? id + 1));
      }
    }
  }
}
