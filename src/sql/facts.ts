/** The one statement that finds everybody whom a few questions are about, and reads their rows along with it. */
import type { Question } from '../program/base';
import { isPhone, phoneForms } from '../program/phone';
import { type ClientCells, clientOf, GIVEN, keysToFind } from './client-cells';
import { askByIndex, type Database, parsedOr } from './database';

/** Of the rows that answer with notices or as invitees so many come along, the newest; of the others only where they are. */
const ROWS_READ = 60;

/** What was found; all of it by ids, the newest last. */
interface Facts {
  people: number[];
  notices: number[];
  invitees: number[];
  /** Keys under which somebody was invited, among those that were asked for and those of the people. */
  inviters: string[];
  /** Every key about which that is known. */
  known: string[];
  /** People, everybody above them, and the newest of the others. */
  rows: ClientCells[];
  /** The newest row of all. */
  last: number;
}

const NOTHING: Facts = {
  people: [],
  notices: [],
  invitees: [],
  inviters: [],
  known: [],
  rows: [],
  last: 0,
};

/** What the statement is asked. */
interface Asked {
  keys: string[];
  codes: string[];
  inviters: string[];
  awaited: string[];
  tokens: string[];
  refs: string[];
}

/**
 * `union` ends the way up where somebody has been met before. Whoever stands in two rows is found in both: by their keys,
 * which lead to one, and by their number. Every step goes from a few known values into one table, so that an index is all
 * that it can go by: a join might read a whole table first, where nothing is known of it yet.
 */
const FACTS = `
with recursive
wanted as (select
  array(select jsonb_array_elements_text($1->'keys')) keys,
  array(select jsonb_array_elements_text($1->'codes')) codes,
  array(select jsonb_array_elements_text($1->'inviters')) inviters,
  array(select jsonb_array_elements_text($1->'awaited')) awaited,
  array(select jsonb_array_elements_text($1->'tokens')) tokens,
  array(select jsonb_array_elements_text($1->'refs')) refs),
people as (
  select client id from sheet_referrals.client_keys where key = any ((select keys from wanted)::text[])
  union select id from sheet_referrals.clients where phone <> '' and phone = any ((select keys from wanted)::text[])
  union select id from sheet_referrals.clients where code <> '' and code = any ((select codes from wanted)::text[])
),
above as (
  select id, invited_by from sheet_referrals.clients where id = any (array(select id from people))
  union
  select next.* from above cross join lateral (
    select id, invited_by from sheet_referrals.clients
    where id = (select client from sheet_referrals.client_keys where key = above.invited_by) offset 0
  ) next
),
notices as (
  select id from sheet_referrals.clients where waits_for = any ((select awaited from wanted)::text[])
  union select id from sheet_referrals.clients where notice_token = any ((select tokens from wanted)::text[])
  union select id from sheet_referrals.clients where notice_ref = any ((select refs from wanted)::text[])
),
invitees as (
  select id from sheet_referrals.clients where invited_by <> '' and invited_by = any ((select inviters from wanted)::text[])
),
wholes as (
  select id from above
  union (select id from notices order by id desc limit ${ROWS_READ})
  union (select id from invitees order by id desc limit ${ROWS_READ})
)
select json_build_object(
  'people', (select coalesce(json_agg(id order by id), '[]') from people),
  'notices', (select coalesce(json_agg(id order by id), '[]') from notices),
  'invitees', (select coalesce(json_agg(id order by id), '[]') from invitees),
  'inviters', (select coalesce(json_agg(key), '[]') from (
    select unnest(keys) key from wanted
    union select key from sheet_referrals.client_keys where client = any (array(select id from people))
  ) known where exists (
    select 1 from sheet_referrals.clients where invited_by <> '' and invited_by = known.key offset 0)),
  'rows', (select coalesce(json_agg(${GIVEN} order by c.id), '[]') from sheet_referrals.clients c where id = any (array(select id from wholes))),
  'last', (select coalesce(max(id), 0) from sheet_referrals.clients)
)::text`;

/** Everything about some questions: one statement, one row. */
export function factsOf(questions: Question[], database: Database): Facts {
  const asked: Asked = { keys: [], codes: [], inviters: [], awaited: [], tokens: [], refs: [] };
  for (const question of questions) add(question, asked);
  const facts = parsedOr(askByIndex(database, FACTS, asked), NOTHING);
  const people = facts.rows.filter(({ id }) => facts.people.includes(id)).map(clientOf);
  return { ...facts, known: [...asked.keys, ...people.flatMap(keysToFind)] };
}

function add(question: Question, asked: Asked): void {
  if ('key' in question) asked.keys.push(...formsOf(question.key));
  else if ('contact' in question) asked.keys.push(...keysIn(question.contact));
  else if ('inviteesOf' in question) asked.inviters.push(...keysIn(question.inviteesOf));
  else if ('code' in question) asked.codes.push(question.code);
  else if ('waitingFor' in question) asked.awaited.push(...question.waitingFor);
  else if ('takenUpBy' in question) asked.tokens.push(question.takenUpBy);
  else asked.refs.push(question.ref);
}

/** A key of *Invited by* in every form: a number's, or the id as it is. */
export function formsOf(key: string): string[] {
  return isPhone(key) ? phoneForms(key) : [key];
}

function keysIn({ waId, userId }: { waId?: string; userId?: string }): string[] {
  return [...(waId ? [...phoneForms(waId), waId] : []), ...(userId ? [userId] : [])];
}
