/** Whoever is to be forgotten: their rows, all that they are known by, and what is to stand in its place. */
import type { ClientBook } from '../../program/base';
import { isBack, isForgottenId } from '../../program/forgotten';
import type { Client, Forgetting } from '../../program/model';
import { keyOf, keysOf, keysOfContact } from '../../program/people';
import { canonicalPhone, isPhone } from '../../program/phone';
import type { Gone } from '../../program/rewards/forgetting';
import { type Swap, tracePattern } from '../../sheet/traces';
import { openClients } from '../books';
import type { Script } from '../program';
import { isByReading } from '../tabs';
import { forgottenAs } from './forgotten';

export class Whom {
  readonly book: ClientBook;
  /** Their rows, mostly one; without the one of somebody who has come back since. */
  readonly rows: Client[];
  /** Every number and id that they were known by. */
  readonly keys: string[];
  /** What their rows are known by from now on, the one that stands in other rows first. */
  readonly ids: string[];
  /** What finds their keys in a text. */
  readonly pattern: string;

  /** One search, few reads. */
  constructor(
    readonly forgetting: Forgetting,
    private readonly script: Script,
  ) {
    const { from, keys, token } = forgetting;
    const { store, services } = script;
    this.book = openClients(script);
    const given = distinct([...keysOfContact(from), ...keys]);
    const asForgotten = (some: string[]) => forgottenAs(distinct(some), store, services);
    const wanted = [...given, ...asForgotten(given)];
    const { people } = this.book.find([{ contact: from }, ...wanted.map((key) => ({ key }))]);
    const found = this.book
      .read([...new Set(people)])
      .filter((row) => keysOf(row).some((key) => wanted.includes(canonical(key))));
    const back = found.filter((row) => isBack(row, token));
    this.rows = found.filter((row) => !back.includes(row));
    const theirs = distinct([...this.rows.flatMap(keysOf), ...given]);
    // Whoever is back is known by these again.
    this.keys = back.length ? [] : theirs.filter((key) => !isForgottenId(key));
    const first = this.rows.map(keyOf).filter((key) => key && !isForgottenId(key));
    const before = this.rows.flatMap(({ ids }) => ids.filter(isForgottenId));
    this.ids = distinct([...before, ...asForgotten([...first, ...this.keys])]);
    this.pattern = tracePattern(this.keys);
  }

  /** How they are taken out of texts. @param by what comes in their place */
  swap(by = this.by): Swap {
    return { pattern: this.pattern, by, byReading: isByReading(this.script.store) };
  }

  /** What stands in their place in other rows. */
  get by(): string {
    return this.ids[0] ?? '';
  }

  /** They, as the ledger has to know them. @param friends everybody whom they have invited, by their keys */
  gone(friends: Client[]): Gone {
    const names = [this.forgetting.from.name ?? '', ...this.rows.map(({ name }) => name)];
    const inviterNames = friends.map(({ inviterName }) => inviterName);
    return {
      traces: new RegExp(this.pattern, 'gi'),
      by: this.by,
      names: [...new Set([...names, ...inviterNames, ...this.keys])].filter(Boolean),
      friends: new Set(friends.flatMap(keysOf)),
    };
  }
}

function canonical(key: string): string {
  return isPhone(key) ? canonicalPhone(key) : key;
}

function distinct(keys: string[]): string[] {
  return [...new Set(keys.filter(Boolean).map(canonical))];
}
