/**
 * What the tab Numbers is made of: formulas of the sheet's own. Arguments are parted by semicolons, which Sheets takes in
 * every country, and dates are compared as plain numbers.
 */
import type { TabName } from './tabs';

/** What is written together, as soon as there is what it is made of. */
type PartName = 'clients' | 'rewards';

/** Cells side by side and one below another, from a cell on; texts, and formulas with `{Tab.Heading}` for a column. */
export interface Block {
  row: number;
  column: number;
  cells: string[][];
  format?: string;
}

export interface Part {
  name: PartName;
  /** What has to be there. */
  reads: [TabName, string[]][];
  blocks: Block[];
}

/** The first row of the tables below the charts. */
export const TABLES = 20;
export const WEEKS = 12;
export const LINES = 10;
/** A code of a source, as {@link file://../program/codes.ts} makes them: no person is called so. */
const SOURCE = "Col1 matches '[2-9a-z]{3}[2-9][a-z][2-9a-z]{3}'";
const BY_INVITER = "HSTACK({Clients.Invited by};{Clients.Inviter's name})";

/** One pass over the clients; nothing where there is nobody. */
function most(select: string, where: string): string {
  const named = select.replace(/[^,]+(?:\([^)]*\))?/g, (term) => `${term.trim()} ''`);
  return `=IFERROR(QUERY(${BY_INVITER};"select ${select} where Col1 is not null and ${where} group by Col1 order by count(Col1) desc, max(Col2) limit ${LINES} label ${named}";1);"")`;
}

/** Each line of a table, counted from its first row. */
function lines(count: number, line: (row: number) => string[]): string[][] {
  return Array.from({ length: count }, (_, index) => line(TABLES + 1 + index));
}

const FROM = (day: string) => `">="&TO_PURE_NUMBER(${day})`;
const BEFORE = (day: string) => `"<"&TO_PURE_NUMBER(${day})`;
const LAST_WEEK = TABLES + WEEKS;

function clientsPart(): Part {
  return {
    name: 'clients',
    reads: [
      ['Clients', ['Phone', 'Messenger id', 'Joined', 'Invited by', "Inviter's name", 'Notice']],
    ],
    blocks: [
      {
        ...{ row: 1, column: 1 },
        cells: [
          ['At a glance', ''],
          [
            'Clients',
            '=COUNTA({Clients.Phone})-1+COUNTIFS({Clients.Phone};"";{Clients.Messenger id};"?*")',
          ],
          ['Referrals', '=COUNTA({Clients.Invited by})-1'],
          [
            'Referrals this month',
            `=COUNTIFS({Clients.Invited by};"<>";{Clients.Joined};${FROM('TODAY()-DAY(TODAY())+1')})`,
          ],
          [
            'Notices that wait',
            '=COUNTIF({Clients.Notice};"waits for *")+COUNTIF({Clients.Notice};"not yet: *")',
          ],
        ],
      },
      {
        ...{ row: TABLES, column: 1 },
        cells: [
          ['Week from', 'Referrals'],
          ...lines(WEEKS, (row) => [
            row === LAST_WEEK ? '=TODAY()-WEEKDAY(TODAY();2)+1' : `=A${row + 1}-7`,
            `=COUNTIFS({Clients.Invited by};"<>";{Clients.Joined};${FROM(`A${row}`)};{Clients.Joined};${BEFORE(`A${row}+7`)})`,
          ]),
        ],
      },
      {
        ...{ row: TABLES, column: 4 },
        cells: [
          ['Best inviters', 'Number', 'Referrals'],
          [most('max(Col2), Col1, count(Col1)', `not ${SOURCE}`), '', ''],
        ],
      },
      {
        ...{ row: TABLES, column: 10 },
        cells: [
          ['Source', 'Referrals'],
          [most('max(Col2), count(Col1)', SOURCE), ''],
        ],
      },
    ],
  };
}

/** @param word what a referral is called that counts */
function rewardsPart(word: string): Part {
  return {
    name: 'rewards',
    reads: [
      ['Clients', ['Invited by', 'Counts']],
      ['Rewards', ['Who', 'State']],
      ['Purchases', ['Phone', 'Result']],
    ],
    blocks: [
      {
        ...{ row: 7, column: 1 },
        cells: [
          ['Rewards', ''],
          [word, '=COUNTIFS({Clients.Invited by};"<>";{Clients.Counts};"yes:*")'],
          ['Rewards to give', '=COUNTIF({Rewards.State};"ready")'],
          ['Rewards to look at', '=COUNTIF({Rewards.State};"flagged")'],
          ['Rewards that wait for their day', '=COUNTIF({Rewards.State};"waiting")'],
          ['Purchases without a result', '=COUNTIFS({Purchases.Phone};"<>";{Purchases.Result};"")'],
        ],
      },
      {
        ...{ row: 13, column: 1, format: '0%' },
        cells: [[`Share of referrals: ${word.toLowerCase()}`, '=IF(B3=0;"";B8/B3)']],
      },
      {
        ...{ row: TABLES, column: 7 },
        cells: [
          [word, 'Given'],
          ...lines(LINES, (row) => [
            `=IF(E${row}="";"";COUNTIFS({Clients.Invited by};E${row};{Clients.Counts};"yes:*"))`,
            `=IF(E${row}="";"";COUNTIFS({Rewards.Who};E${row};{Rewards.State};"given"))`,
          ]),
        ],
      },
    ],
  };
}

/**
 * Everything, in its order.
 *
 * @param word what a referral is called that counts
 */
export function partsOfNumbers(word: string): Part[] {
  return [clientsPart(), rewardsPart(word)];
}
