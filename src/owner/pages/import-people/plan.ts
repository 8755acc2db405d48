/** What an import would do: each line of the list is new, known, there twice, or cannot be read. */
import { canonicalPhone, isPhone, readPhone } from '../../../program/phone';
import type { Listed } from '../../wire';
import type { Step } from '../components/progress';
import { type CountryCode, readListed } from '../shared/number';
import type { Layout } from './columns';
import type { Table } from './table';

type Kind = 'new' | 'known' | 'double' | 'unreadable';

/** One line of the list. */
export interface Line {
  /** As it is counted in the list, from 1. */
  number: number;
  kind: Kind;
  /** What stands there for the number, and the digits it was read as. */
  text: string;
  phone: string;
  name: string;
  /** The inviter's digits; '' for nobody. */
  invitedBy: string;
  /** Why it cannot be read, as the rest of a sentence; '' where it can. */
  why: string;
}

export interface Plan extends Record<Kind, Line[]> {
  /** Those of the new ones whose inviter is themselves, or neither in the base nor in the list. */
  withoutInviter: Line[];
}

/** Lines that are read before the page is drawn again. */
const AT_ONCE = 500;

/**
 * Reads the list.
 *
 * @param known gives those among some canonical digits who are in the base, in the order of their rows
 * @returns null when the owner has stopped it
 */
export async function planOf(
  table: Table,
  layout: Layout,
  country: CountryCode,
  known: (phones: string[]) => Promise<string[]>,
  step: Step,
): Promise<Plan | null> {
  const lines: Line[] = [];
  const first = layout.heading ? 1 : 0;
  for (let at = first; at < table.length; at++) {
    if ((at - first) % AT_ONCE === 0) {
      const words = `${at.toLocaleString()} of ${table.length.toLocaleString()} lines read`;
      if (!step(at, table.length, words)) return null;
      await drawn();
    }
    lines.push(lineOf(table[at] ?? [], at + 1, layout, country));
  }
  const asked = new Set(lines.flatMap(({ phone, invitedBy }) => [phone, invitedBy]));
  const base = new Map((await known([...asked].filter(isPhone))).map((phone, at) => [phone, at]));
  const plan: Plan = { new: [], known: [], double: [], unreadable: [], withoutInviter: [] };
  const seen = new Set<string>();
  for (const line of lines) {
    if (line.kind === 'new') {
      if (seen.has(line.phone)) line.kind = 'double';
      else if (base.has(line.phone)) line.kind = 'known';
      seen.add(line.phone);
    }
    plan[line.kind].push(line);
  }
  const here = new Set(plan.new.map(({ phone }) => phone));
  plan.withoutInviter = plan.new.filter(
    ({ phone, invitedBy }) =>
      invitedBy && (phone === invitedBy || !(base.has(invitedBy) || here.has(invitedBy))),
  );
  plan.new = invitersFirst(plan.new, base);
  return plan;
}

/** Those who are added, as the script takes them. */
export function listedOf({ phone, name, invitedBy }: Line): Listed {
  return [phone, name, invitedBy];
}

function lineOf(row: string[], number: number, { columns }: Layout, country: CountryCode): Line {
  const cell = (at: number) => (row[at] ?? '').trim().replace(/^'/, '');
  const text = cell(columns.phone);
  const read = readListed(text, country);
  const bad = 'problem' in read;
  const inviter = cell(columns.invitedBy);
  const name = [cell(columns.name), cell(columns.rest)].filter(Boolean).join(' ');
  const invitedBy = inviter && invitersDigits(inviter, country);
  return {
    number,
    text,
    name,
    invitedBy,
    kind: bad ? 'unreadable' : 'new',
    phone: bad ? '' : canonicalPhone(read.digits),
    why: bad ? (text ? read.problem : 'has no number') : '',
  };
}

/** What is no number is handed on as it is: the note of the row says then whom the list names. */
function invitersDigits(text: string, country: CountryCode): string {
  const read = readListed(text, country);
  if (!('problem' in read)) return canonicalPhone(read.digits);
  const phone = readPhone(text);
  return phone ? canonicalPhone(phone) : text;
}

/**
 * Inviters before their friends: whoever is added finds their inviter there. Friends of one inviter stand together, so
 * that few rows of the base have to be read for them; everybody else keeps the order of the list. Where a list goes in a
 * circle, whoever comes first in it stays without an inviter.
 *
 * @param base everybody's place in the base
 */
function invitersFirst(lines: Line[], base: Map<string, number>): Line[] {
  const byPhone = new Map(lines.map((line) => [line.phone, line]));
  const depths = new Map<Line, number>();
  for (const line of lines) {
    const way = new Set<Line>();
    let at: Line | undefined = line;
    while (at && !depths.has(at) && !way.has(at)) {
      way.add(at);
      at = byPhone.get(at.invitedBy);
    }
    const upwards = [...way].reverse();
    const ofBase = base.has(upwards[0]?.invitedBy ?? '');
    let depth = (at && depths.get(at)) ?? (ofBase ? 0 : -1);
    for (const one of upwards) {
      depth = one.invitedBy ? depth + 1 : 0;
      depths.set(one, depth);
    }
  }
  const place = ({ invitedBy }: Line) =>
    base.get(invitedBy) ?? base.size + (byPhone.get(invitedBy)?.number ?? 0);
  return [...lines].sort(
    (a, b) =>
      (depths.get(a) ?? 0) - (depths.get(b) ?? 0) ||
      (depths.get(a) ? place(a) - place(b) : 0) ||
      a.number - b.number,
  );
}

/** Lets the browser draw and the owner press *Stop*. */
function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
