/** Which column of a list holds what: guessed from its heading and its cells. */
import { readPhone } from '../../../program/phone';
import type { Table } from './table';

/** 0-based columns; -1 for none. */
export interface Columns {
  phone: number;
  name: number;
  /** The rest of the name, where it stands apart. */
  rest: number;
  invitedBy: number;
}

/** What a list is read by. */
export interface Layout {
  columns: Columns;
  /** Whether its first row is a heading. */
  heading: boolean;
}

/** So many rows are looked at. */
const LOOKED_AT = 50;

const PHONE =
  /phone|mobil|cell|whats|\btel|number|num[eé]ro|número|telefon|handy|телефон|номер|nomor|फ़ोन|هاتف|جوال/i;
const NAME = /name|nombre|\bnom\b|nome|имя|client|customer|contact|नाम|اسم/i;
const REST = /last|sur|family|apellido|nachname|cognome|sobrenome|фамилия|nom de famille/i;
const INVITED_BY = /invit|refer|recommend|recomend|empfohl|einge|parrain|indic|приглас|рекоменд/i;

/** Guesses; the owner can change it. */
export function layoutOf(table: Table): Layout {
  const [first = []] = table;
  const heading = first.length > 0 && !first.some((cell) => readPhone(cell));
  const body = table.slice(heading ? 1 : 0, LOOKED_AT);
  const heads = heading ? first : [];
  const width = Math.max(0, ...table.slice(0, LOOKED_AT).map((row) => row.length));
  const all = Array.from({ length: width }, (_, at) => at);
  const phones = (at: number) => body.filter((row) => readPhone(row[at] ?? '')).length;
  const is = (at: number, pattern: RegExp) => pattern.test(heads[at] ?? '');
  const invitedBy = all.find((at) => is(at, INVITED_BY)) ?? -1;
  const others = all.filter((at) => at !== invitedBy);
  const most = Math.max(0, ...others.map(phones));
  const named = others.find((at) => is(at, PHONE) && phones(at) > 0);
  const phone = named ?? others.find((at) => most > 0 && phones(at) === most) ?? -1;
  const words = others.filter((at) => at !== phone);
  const rest = words.find((at) => is(at, REST)) ?? -1;
  const wordy = (at: number) => body.some((row) => /\p{L}{2}/u.test(row[at] ?? ''));
  const name =
    words.find((at) => at !== rest && is(at, NAME)) ??
    words.find((at) => at !== rest && !heading && wordy(at)) ??
    -1;
  return { columns: { phone, name, rest, invitedBy }, heading };
}

/** What a column is called in a choice. */
export function columnName(table: Table, at: number, heading: boolean): string {
  const title = heading ? table[0]?.[at] : '';
  const example = table[heading ? 1 : 0]?.[at] ?? '';
  return title || `Column ${at + 1}${example ? ` (${example.slice(0, 30)})` : ''}`;
}
