/** The table of rewards as the ledger: found by keys and people, and written by one statement. */
import type { Row, Told } from '../program/base';
import type { Clock } from '../program/facts';
import type { ToLookOver } from '../program/rewards/book';
import { COUPON_NAMES, isDue, TO_BE_TOLD } from '../program/rewards/ledger';
import type { Reward } from '../program/rewards/model';
import { type Database, parsedOr } from './database';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Which field stands in which column. */
const COLUMNS: Record<keyof Reward, string> = {
  key: 'key',
  who: 'who',
  name: 'name',
  for: 'for_whom',
  side: 'side',
  reward: 'reward',
  state: 'state',
  why: 'why',
  since: 'since',
  readyOn: 'ready_on',
  givenOn: 'given_on',
  coupon: 'coupon',
  told: 'told',
  known: 'known',
};

/** The columns of the program's own fields. */
export const REWARD_COLUMNS: readonly string[] = Object.values(COLUMNS);

const FIELDS = Object.keys(COLUMNS) as (keyof Reward)[];

/** The columns that a row is given with. */
export const GIVEN = `json_build_object('id', id, 'version', version, ${FIELDS.map(
  (field) => `'${field}', ${COLUMNS[field]}`,
).join(', ')})`;

/** The texts of a list in JSON, as an array. */
const LIST = 'any (array(select jsonb_array_elements_text(?::jsonb)))';

const OWNERS = "known <> '' and lower(trim(state)) <> known";

/** Whether what is given is a code. */
export const IS_COUPON = `lower(trim(reward)) in (${COUPON_NAMES.map((name) => `'${name}'`).join(', ')})`;

/** A row as the database gives it. */
export type Cells = Reward & { id: number; version: number };

/** A row's number is its id and one, as that of a client. */
export class SqlRewards {
  protected readonly rows = new Map<Row, Reward>();
  protected readonly places = new Map<Reward, { row: Row; version: number }>();
  private readonly changed = new Map<Reward, Set<keyof Reward>>();
  private readonly remarks = new Map<Reward, string>();
  private readonly added: Reward[] = [];
  /** Those that were added and written: where they stand is asked when one of them is changed once more. */
  private readonly stored: Reward[] = [];

  constructor(protected readonly database: Database) {}

  findRewards(keys: string[], people: string[]): Reward[] {
    if (!keys.length && !people.length) return [];
    return this.select(`(key <> '' and key = ${LIST}) or who = ${LIST}`, list(keys), list(people));
  }

  findTold(which: Told[]): Reward[] {
    const refs = which.flatMap((one) => ('ref' in one ? one.ref : []));
    const awaited = which.flatMap((one) => ('ref' in one ? [] : one.waitingFor));
    if (!which.length) return [];
    return this.select(`told_ref = ${LIST} or waits_for = ${LIST}`, list(refs), list(awaited));
  }

  lookOver(clock: Clock, most: number): ToLookOver {
    const some = String(most + 1);
    const owners = this.select(`${OWNERS} order by id limit ?::int`, some);
    const soon = String(clock.now + DAY_MS);
    const ripe = this.select(
      `known = 'waiting' and not (${OWNERS}) and ready_on <= ?::bigint order by id limit ?::int`,
      soon,
      some,
    ).filter(({ readyOn }) => readyOn !== null && isDue(readyOn, clock));
    this.select(`known = 'ready' and ${IS_COUPON} order by id limit ?::int`, String(most));
    return {
      owners: owners.slice(0, most),
      due: ripe.slice(0, most),
      more: owners.length > most || ripe.length > most,
    };
  }

  toBeTold(most: number): { anybody: boolean; soon: Reward[] } {
    const anybody =
      this.database.ask(
        'select count(*)::text from (select 1 from sheet_referrals.rewards where waits_for is not null order by waits_for limit 1) as found',
      ) !== '0';
    if (!anybody) return { anybody, soon: [] };
    const soon = this.select(
      'waits_for is not null and told ~ ? order by id limit ?::int',
      `^${TO_BE_TOLD}$`,
      String(most),
    );
    return { anybody, soon };
  }

  readThere(rows: Row[]): Reward[] {
    const ids = rows.map((row) => row - 1);
    return this.select(
      'id = any (array(select jsonb_array_elements_text(?::jsonb)::bigint))',
      JSON.stringify(ids),
    );
  }

  rowOf(reward: Reward): Row {
    return this.places.get(reward)?.row ?? 0;
  }

  known(): Reward[] {
    return [...this.rows.values(), ...this.stored, ...this.added];
  }

  add(reward: Reward): void {
    this.added.push(reward);
  }

  change(reward: Reward, set: Partial<Reward>): void {
    const isNew = this.added.includes(reward);
    const news = (Object.keys(set) as (keyof Reward)[]).filter(
      (field) => set[field] !== reward[field],
    );
    Object.assign(reward, set);
    if (isNew || !news.length) return;
    this.place(reward);
    this.changed.set(reward, new Set([...(this.changed.get(reward) ?? []), ...news]));
  }

  remark(rewards: Reward[], text: string): void {
    for (const reward of rewards) {
      this.place(reward);
      this.remarks.set(reward, text);
    }
    this.save();
  }

  /** One statement, all or nothing. @throws {Conflict} when somebody else has changed one of them, or added the same */
  save(): void {
    const rewards = [...new Set([...this.changed.keys(), ...this.remarks.keys()])];
    if (!rewards.length && !this.added.length) return;
    const work = {
      changed: rewards.map((reward) => ({
        id: this.rowOf(reward) - 1,
        version: this.places.get(reward)?.version ?? 0,
        set: { ...cellsOf(reward, this.changed.get(reward) ?? []), ...this.remarkOf(reward) },
      })),
      added: this.added.map((reward) => cellsOf(reward, FIELDS)),
    };
    this.database.run('select sheet_referrals.save_rewards(?::jsonb)', JSON.stringify(work));
    for (const reward of rewards) {
      const place = this.places.get(reward);
      if (place) place.version++;
    }
    this.changed.clear();
    this.remarks.clear();
    this.stored.push(...this.added.splice(0));
  }

  rename(from: string, to: string): void {
    this.database.run(
      `update sheet_referrals.rewards set
        who = case when who = v.a then v.b else who end,
        told = case when waits_for = v.a then 'waits for ' || v.b || substr(told, 11 + length(v.a)) else told end,
        key = case
          when key like 'milestone:' || v.a || ':%' then 'milestone:' || v.b || substr(key, 11 + length(v.a))
          when key = 'inviter:' || v.a then 'inviter:' || v.b
          when key = 'friend:' || v.a then 'friend:' || v.b
          else key end,
        changed = nextval('sheet_referrals.changes')
      from (select ?::text a, ?::text b) v
      where who = v.a or waits_for = v.a
        or key in ('inviter:' || v.a, 'friend:' || v.a) or key like 'milestone:' || v.a || ':%'`,
      from,
      to,
    );
  }

  hint(): number {
    return 1;
  }

  /** Finds out where a reward stands that this book has added. */
  private place(reward: Reward): void {
    const at = this.stored.indexOf(reward);
    if (at < 0) return;
    this.stored.splice(at, 1);
    for (const cells of this.cells("key <> '' and key = ?", reward.key)) this.know(cells, reward);
  }

  protected select(where: string, ...values: string[]): Reward[] {
    return this.cells(where, ...values).map((cells) => this.know(cells));
  }

  private cells(where: string, ...values: string[]): Cells[] {
    const text = this.database.ask(
      `select json_agg(one)::text from (select ${GIVEN} one from sheet_referrals.rewards where ${where}) as found`,
      ...values,
    );
    return parsedOr<Cells[]>(text, []);
  }

  /** @param as what stands for it already */
  private know({ id, version, ...fields }: Cells, as?: Reward): Reward {
    const row = id + 1;
    const reward = this.rows.get(row) ?? as ?? fields;
    this.rows.set(row, reward);
    if (!this.places.has(reward)) this.places.set(reward, { row, version });
    return reward;
  }

  private remarkOf(reward: Reward): Record<string, string> {
    const remark = this.remarks.get(reward);
    return remark === undefined ? {} : { remark };
  }

  /** Writes into *Told* what became of a message: one statement. */
  static tell(database: Database, which: Told, told: string): void {
    const refs = 'ref' in which ? [which.ref] : [];
    const awaited = 'ref' in which ? [] : which.waitingFor;
    database.run(
      `update sheet_referrals.rewards
      set told = ?, version = version + 1, changed = nextval('sheet_referrals.changes')
      where told_ref = ${LIST} or waits_for = ${LIST}`,
      told,
      list(refs),
      list(awaited),
    );
  }
}

/** Fields as columns. */
export function cellsOf(reward: Reward, fields: Iterable<keyof Reward>): Record<string, unknown> {
  return Object.fromEntries([...fields].map((field) => [COLUMNS[field], reward[field]]));
}

function list(texts: string[]): string {
  return JSON.stringify(texts);
}
