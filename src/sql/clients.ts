/** The table of clients as the base: what a message is about comes with one statement, and one statement writes what was decided. */
import type { Base, Found, Question, Row, Told } from '../program/base';
import type { Client } from '../program/model';
import { refInNotice, waitsFor } from '../program/notice';
import { TO_LOOK_AT } from '../program/rewards/counts';
import { type ClientCells, cellsOf, clientOf, GIVEN, keysToFind } from './client-cells';
import { type Database, parsedOr } from './database';
import { factsOf, formsOf } from './facts';

/** What a message of a client says again each time: nobody's decision stands on it. */
const HEARD: (keyof Client)[] = ['lastMessage'];

/** What every message may write without the lock: whoever writes it writes the same. */
const UNLOCKED: (keyof Client)[] = ['lastMessage', 'ids', 'phone', 'name'];

/** So many rows of a block are read, the newest: the others are only counted. */
const BLOCK_ROWS = 60;

const SAVE = 'select sheet_referrals.save_clients(?::jsonb)';

/** What is known of a row besides its client. */
interface Place {
  row: Row;
  version: number;
  own: Record<string, string>;
}

/** A row's number is its id and one: where a tab has its header there is nobody. */
export class SqlClients implements Base {
  protected readonly rows = new Map<Row, Client>();
  protected readonly places = new Map<Client, Place>();
  private readonly changed = new Map<Client, Partial<Client>>();
  private readonly added: Client[] = [];
  private readonly renamed: [from: string, to: string][] = [];
  private readonly told: [which: Told, notice: string][] = [];
  /** Keys under which nobody was invited; and those of which that was asked. */
  private readonly childless = new Set<string>();
  private readonly askedChildless = new Set<string>();
  /** The newest row when one looked. */
  private last = Number.MAX_SAFE_INTEGER;

  constructor(protected readonly database: Database) {}

  find(questions: Question[]): Found {
    const facts = factsOf(questions, this.database);
    for (const cells of facts.rows) this.know(cells);
    this.last = facts.last;
    for (const key of facts.known) if (!facts.inviters.includes(key)) this.childless.add(key);
    const rows = (ids: number[]) => ids.map((id) => id + 1);
    return {
      people: rows(facts.people),
      notices: rows(facts.notices),
      invitees: rows(facts.invitees),
    };
  }

  /** Of whomever one has looked for it is known whether they have invited anybody. */
  findInvitees(keys: string[]): Row[] {
    if (keys.every((key) => this.childless.has(key))) {
      for (const key of keys) this.askedChildless.add(key);
      return [];
    }
    const forms = keys.flatMap(formsOf);
    return this.ids(
      "from sheet_referrals.clients where invited_by <> '' and invited_by = any (array(select jsonb_array_elements_text(?::jsonb)))",
      JSON.stringify(forms),
    );
  }

  findToCount(): Row[] {
    // As the index has it; what else the owner has written there is nothing to look at.
    const some = parsedOr<[number, string][]>(
      this.database.ask(
        `select json_agg(json_build_array(id, counts) order by id)::text from sheet_referrals.clients
        where counts <> '' and counts !~ '^(yes: |no: |not yet$)'`,
      ),
      [],
    );
    const isMeant = new RegExp(`^${TO_LOOK_AT}$`, 'i');
    return some.flatMap(([id, counts]) => (isMeant.test(counts) ? [id + 1] : []));
  }

  counted(invitees: Row[]): Map<string, Set<Row>> {
    const counted = new Map<string, Set<Row>>();
    if (!invitees.length) return counted;
    const some = parsedOr<[number, string][]>(
      this.database.ask(
        `select json_agg(json_build_array(id, invited_by))::text from sheet_referrals.clients
        where counts like 'yes: %' and id = any (array(select jsonb_array_elements_text(?::jsonb)::bigint))`,
        JSON.stringify(invitees.map((row) => row - 1)),
      ),
      [],
    );
    for (const [id, key] of some) counted.set(key, (counted.get(key) ?? new Set()).add(id + 1));
    return counted;
  }

  lastRow(): Row {
    return (
      Number(this.database.ask('select coalesce(max(id), 0)::text from sheet_referrals.clients')) +
      1
    );
  }

  rowOf(client: Client): Row {
    return this.places.get(client)?.row ?? 0;
  }

  read(rows: Row[]): Client[] {
    return this.readMany(rows);
  }

  readMany(rows: Row[]): Client[] {
    const missing = [...new Set(rows)].filter((row) => !this.rows.has(row));
    if (missing.length) {
      const cells = this.database.ask(
        `select json_agg(${GIVEN})::text from sheet_referrals.clients c
        where c.id = any (array(select jsonb_array_elements_text(?::jsonb)::bigint))`,
        JSON.stringify(missing.map((row) => row - 1)),
      );
      for (const one of parsedOr<ClientCells[]>(cells, [])) this.know(one);
    }
    return rows.flatMap((row) => this.rows.get(row) ?? []);
  }

  readBlock(rows: Row[]): void {
    this.readMany([...rows].sort((a, b) => a - b).slice(-BLOCK_ROWS));
  }

  known(): Client[] {
    return [...this.rows.values(), ...this.added];
  }

  /** What the window showed in one of the owner's columns when it was last looked at. */
  shown(client: Client, heading: string): string {
    const own = this.places.get(client)?.own ?? {};
    const wanted = heading.trim().toLowerCase();
    return Object.entries(own).find(([name]) => name.trim().toLowerCase() === wanted)?.[1] ?? '';
  }

  /** Every row that was found is known already. */
  assume(): void {}

  add(client: Client): void {
    this.added.push(client);
  }

  change(client: Client, set: Partial<Client>): void {
    const fields = (Object.keys(set) as (keyof Client)[]).filter(
      (field) => String(client[field]) !== String(set[field]),
    );
    const news = Object.fromEntries(fields.map((field) => [field, set[field]]));
    Object.assign(client, set);
    if (fields.length) this.changed.set(client, { ...this.changed.get(client), ...news });
  }

  tell(which: Told, notice: string): void {
    this.told.push([which, notice]);
    for (const client of this.known()) {
      if (!isMeant(client, which)) continue;
      client.notice = notice;
      // What waits since just now is written after those who are told: it must not say any more that it waits.
      const set = this.changed.get(client);
      if (set && 'notice' in set) set.notice = notice;
    }
  }

  renameInviter(from: string, to: string): void {
    this.renamed.push([from, to]);
  }

  needsLock(): boolean {
    if (this.told.length || this.added.length || this.renamed.length) return true;
    const fields = [...this.changed.values()].flatMap(
      (set) => Object.keys(set) as (keyof Client)[],
    );
    return fields.some((field) => !UNLOCKED.includes(field));
  }

  /** One statement, all or nothing. @throws {Conflict} when others have changed meanwhile what was read */
  save(): void {
    const changes = [...this.changed].flatMap(([client, set]) => this.changeOf(client, set));
    const isHeard = ({ step }: { step: number }) => step === 0;
    const work = {
      seen: [...this.places.values()].map(({ row, version }) => [row - 1, version]),
      childless: [...this.askedChildless],
      renamed: this.renamed,
      told: this.told.map(([which, notice]) => toldWork(which, notice, this.last)),
      changed: changes.filter((one) => !isHeard(one)),
      heard: changes.filter(isHeard),
      added: this.added.map((client) => ({ set: cellsOf(client), keys: keysToFind(client) })),
    };
    const isNothing =
      !changes.length && !this.added.length && !this.told.length && !this.renamed.length;
    if (isNothing) return;
    if (!this.needsLock() && changes.every(isHeard)) work.seen = [];
    this.database.run(SAVE, JSON.stringify(work));
    for (const list of [this.added, this.told, this.renamed]) list.length = 0;
    for (const [client] of this.changed) this.follow(client);
    this.changed.clear();
  }

  /** Gives notices a new text without looking for their rows first: one statement. */
  static tell(database: Database, which: Told, notice: string): void {
    const told = [toldWork(which, notice, Number.MAX_SAFE_INTEGER)];
    const nothing = { seen: [], childless: [], renamed: [], changed: [], heard: [], added: [] };
    database.run(SAVE, JSON.stringify({ ...nothing, told }));
  }

  protected changeOf(client: Client, set: Partial<Client>) {
    const row = this.rowOf(client);
    if (!row) return [];
    const step = (Object.keys(set) as (keyof Client)[]).every((field) => HEARD.includes(field))
      ? 0
      : 1;
    const keys = 'phone' in set || 'ids' in set ? { keys: keysToFind(client) } : {};
    return [{ id: row - 1, step, set: cellsOf(set), ...keys }];
  }

  /** A row that was just written is of a later version by now. */
  private follow(client: Client): void {
    const place = this.places.get(client);
    const set = this.changed.get(client) ?? {};
    const isNews = (Object.keys(set) as (keyof Client)[]).some((field) => !HEARD.includes(field));
    if (place && isNews) place.version++;
  }

  protected know(cells: ClientCells): void {
    const row = cells.id + 1;
    if (this.rows.has(row)) return;
    const client = clientOf(cells);
    this.rows.set(row, client);
    this.places.set(client, { row, version: cells.version, own: cells.own });
  }

  private ids(from: string, value: string): Row[] {
    const ids = this.database.ask(`select json_agg(id order by id)::text ${from}`, value);
    return parsedOr<number[]>(ids, []).map((id) => id + 1);
  }
}

function isMeant({ notice }: Client, which: Told): boolean {
  if ('ref' in which) return refInNotice(notice) === which.ref;
  return which.waitingFor.some((key) => waitsFor(notice, key));
}

/** @param upTo the id of the newest row that is meant: what came later was not told of */
function toldWork(which: Told, notice: string, upTo: number) {
  const ref = 'ref' in which ? which.ref : '';
  const waitingFor = 'ref' in which ? [] : which.waitingFor;
  return { ref, waitingFor, notice, upTo };
}
