/** What a run has found, as a page for readers and in a few lines for the terminal. */
import { QUIRKS } from '../quirks';
import { CLAIMS, type Finding, told } from './compare';

/** Where and when the suite was run. */
interface Ran {
  /** On Google when there is a date, else on the stand-in. */
  date?: string;
  findings: Record<string, Finding[]>;
}

const MOST_SHOWN = 160;

/** Begins the page of a run on Google. */
export const LIVE_MARK = 'Asked of Google on ';
const STAND_IN_MARK = '**Stand-in only: nobody has run it live yet.**';

/** The whole page, in Markdown. */
export function toMarkdown(ran: Ran): string {
  const { date, findings } = ran;
  const parts = [
    '# Conformance',
    'What the suite in `local/apps-script/conformance` was answered. Made by `npm run conformance`: run it again instead of editing this page.',
    date
      ? `${LIVE_MARK}${date}.`
      : `${STAND_IN_MARK} \`npm run conformance -- --live\` asks Google.`,
    summary(findings),
    differences(findings),
    unknowns(findings),
    ...Object.entries(findings).map(([subject, list]) => answers(subject, list)),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** One sentence of figures. */
export function summary(findings: Record<string, Finding[]>): string {
  const all = Object.values(findings).flat();
  const count = (outcome: Finding['outcome']) =>
    all.filter((finding) => finding.outcome === outcome).length;
  return `${all.length} cases: ${count('as expected')} answered as expected, ${count('different')} otherwise, ${count('not asked')} not asked.`;
}

/** What differs, and what it means: a paragraph for each. */
export function toldDifferences(findings: Record<string, Finding[]>): string[] {
  return of(findings, 'different').map(({ claim, answer }) => {
    const row = claim.settles ? `\nThe row of quirks.ts to correct: ${claim.settles}.` : '';
    return `${claim.name}\nAnswer: ${short(answer)}\nExpected (${claim.sure}): ${told(claim)}\nWhat it means: ${claim.means}${row}`;
  });
}

function differences(findings: Record<string, Finding[]>): string {
  const found = toldDifferences(findings);
  if (found.length === 0) return '';
  const items = found.map((text) => `- ${escaped(text).replace(/\n/g, '<br>')}`);
  return `## What differs\n\n${items.join('\n')}`;
}

/** The table of what nobody knows, with the cases that settle it. */
function unknowns(findings: Record<string, Finding[]>): string {
  const claims = Object.values(CLAIMS).flat();
  const rows = Object.entries(QUIRKS).map(([name, { value, google, source }]) => {
    const settling = claims.filter(({ settles }) => settles === name);
    const means = [...new Set(settling.map((claim) => claim.means))].join(' ');
    const asked = settling.length === 0 ? 'no case can see it' : outcomeOf(findings, settling);
    return row(`\`${name}\``, code(value), google, asked, source, means);
  });
  const head = row(
    'Row of quirks.ts',
    'The stand-in',
    'Google',
    'Here',
    'Source',
    'If Google differs',
  );
  return `## What nobody knows\n\n${head}\n${rule(6)}\n${rows.join('\n')}`;
}

function outcomeOf(findings: Record<string, Finding[]>, claims: { name: string }[]): string {
  const names = new Set(claims.map(({ name }) => name));
  const mine = Object.values(findings).flat();
  const outcomes = mine.filter(({ claim }) => names.has(claim.name)).map(({ outcome }) => outcome);
  return [...new Set(outcomes)].join(', ');
}

function answers(subject: string, list: Finding[]): string {
  const rows = list.map(({ claim, outcome, answer, why }) => {
    const given = outcome === 'not asked' ? (why ?? '') : code(answer);
    const mark = outcome === 'different' ? `**otherwise**; expected ${code(told(claim))}` : outcome;
    return row(escaped(claim.name), given, mark, claim.sure);
  });
  return `## ${subject}\n\n${row('Case', 'Answer', '', 'How sure')}\n${rule(4)}\n${rows.join('\n')}`;
}

function of(findings: Record<string, Finding[]>, outcome: Finding['outcome']): Finding[] {
  return Object.values(findings)
    .flat()
    .filter((finding) => finding.outcome === outcome);
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** In code, for a cell of a table. */
function code(value: unknown): string {
  const text = short(typeof value === 'string' ? JSON.stringify(value) : value);
  return `\`${text.replace(/`/g, '’').replace(/\|/g, '\\|')}\``;
}

const escaped = (text: string) => text.replace(/[\\`*_|<[]/g, '\\$&').replace(/\\([<[])/g, '\\$1');
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const rule = (columns: number) => `|${' --- |'.repeat(columns)}`;
