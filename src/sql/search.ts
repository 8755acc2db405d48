/** What the owner searches for, in a base that no page can hold: one statement, answered by indexes. */
import type { Row } from '../program/base';
import type { Client } from '../program/model';
import { canonicalPhone, phoneForms, readPhone, withoutPhonePunctuation } from '../program/phone';
import { plainText } from '../program/text';
import { type ClientCells, clientOf, GIVEN } from './client-cells';
import { askByIndex, type Database, parsedOr } from './database';

/** As many as a list shows. */
const MOST = 50;

/** Fewer digits than this are in too many numbers. */
const FEWEST_DIGITS = 3;

/** Somebody who was found. */
interface Found {
  client: Client;
  row: Row;
  /** How many they have invited. */
  invited: number;
}

/** A number is looked for by its beginning and its end (no digit comes after a colon), a name by how its words begin. */
const SEARCH = `
with v as (select
  array(select jsonb_array_elements_text($1->'keys')) keys, $1->>'code' code, $1->>'begins' begins, $1->>'ends' ends,
  $1->>'words' words),
found as (
  select client id from sheet_referrals.client_keys where key = any ((select keys from v)::text[])
  union select id from sheet_referrals.clients where code <> '' and code = (select code from v)
  union (select id from sheet_referrals.clients
    where phone <> '' and phone ~>=~ (select begins from v) and phone ~<~ (select begins || ':' from v) limit ${MOST})
  union (select id from sheet_referrals.clients
    where phone <> '' and reverse(phone) ~>=~ (select ends from v) and reverse(phone) ~<~ (select ends || ':' from v) limit ${MOST})
  union (select id from sheet_referrals.clients
    where to_tsvector('simple', sheet_referrals.plain(name)) @@ to_tsquery('simple', (select sheet_referrals.plain(words) from v)) limit ${MOST})
)
select json_agg(one)::text from (
  select json_build_object('cells', ${GIVEN}, 'invited', (
    select count(*) from sheet_referrals.clients f where f.invited_by <> ''
      and f.invited_by = any (array(select key from sheet_referrals.client_keys k where k.client = c.id))
  )) one
  from sheet_referrals.clients c where c.id = any (array(select id from found)) order by id desc limit ${MOST}
) newest`;

/** @param typed a name or its beginning, a number or its beginning or end, a code, an id */
export function searchIn(database: Database, typed: string): Found[] {
  const found = parsedOr<{ cells: ClientCells; invited: number }[]>(
    askByIndex(database, SEARCH, askedFor(typed.trim())),
    [],
  );
  return found.map(({ cells, invited }) => ({
    client: clientOf(cells),
    row: cells.id + 1,
    invited,
  }));
}

function askedFor(typed: string) {
  const phone = readPhone(typed);
  const compact = withoutPhonePunctuation(plainText(typed)).replace(/^\+|^00/, '');
  const digits = /^\d+$/.test(compact) ? compact : '';
  // A number as it is written within the country: without the zero in front it is the end of the whole one.
  const end = digits.replace(/^0+/, '');
  const isLong = (some: string) => some.length >= FEWEST_DIGITS;
  return {
    keys: [...(phone ? [...phoneForms(phone), phone] : []), typed],
    code: typed,
    begins: isLong(digits) ? (phone ? canonicalPhone(phone) : digits) : null,
    ends: isLong(end) ? [...end].reverse().join('') : null,
    words: wordsIn(typed),
  };
}

/** Each word as the beginning of one in the name. */
function wordsIn(typed: string): string {
  const words = plainText(typed).replace(/['\\]/g, ' ').split(/\s+/).filter(Boolean);
  return words.map((word) => `'${word}':*`).join(' & ');
}
