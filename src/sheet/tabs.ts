/** The tabs of the spreadsheet: their names, their headings, and how they are found again. */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The tabs that are always there. */
export type BaseTab = 'Clients' | 'Settings' | 'Problems';

/** Those that are there when there are rewards. */
type RewardTab = 'Purchases' | 'Rewards' | 'Coupons';

/** Those that the owner may do without. */
export type OwnTab = 'Answers' | 'Sources';

export type TabName = BaseTab | RewardTab | OwnTab;

/**
 * The columns of the base in their first order; the owner may move them. From *Invited by* to *Code* stands what rows are
 * found by: a search looks through everything from the first to the last column that it needs. From *Name* to *Notice*
 * stands what a new referral of a client changes: columns side by side are written in one call.
 */
export const CLIENT_HEADINGS = [
  'Name',
  'Joined',
  'Last message',
  "Inviter's name",
  'Invited by',
  'Notice',
  'Phone',
  'Messenger id',
  'Code',
  'Stopped',
  'Note',
] as const;

/** The columns of the base that are there when there are rewards. */
export const REWARD_HEADINGS = ['Counts', 'Check'] as const;

/** The column that *Make a referral link…* makes: it has something only beside people. */
export const LINK_HEADING = 'Link';

export type ClientHeading = (typeof CLIENT_HEADINGS | typeof REWARD_HEADINGS)[number];

export const SETTING_HEADINGS = ['Name', 'Value', 'Check', 'What it does'] as const;

export type SettingHeading = (typeof SETTING_HEADINGS)[number];

/** What headings stand on. */
export const HEADER_COLOUR = '#e8f0ea';

export const PROBLEM_HEADINGS = ['Last time', 'Problem', 'What to do', 'How often'] as const;

/** The tab is not there, or a column is missing. */
export class MissingTab extends Error {
  /** @param tab which, where the whole tab is missing */
  constructor(
    message: string,
    readonly tab?: TabName,
  ) {
    super(message);
  }
}

/**
 * Finds a tab by its name, or, when the owner renamed it, by the id noted at set-up.
 *
 * @param tabIds the noted ids, as `{"Clients": 0}`
 * @throws {MissingTab} when neither finds it
 */
export function findTab(
  spreadsheet: Spreadsheet,
  name: TabName,
  tabIds: Record<string, number>,
): Sheet {
  const sheet = tabNamed(spreadsheet, name, tabIds);
  if (!sheet) {
    throw new MissingTab(
      `The tab “${name}” is missing. Use the menu Referrals → Check set-up to make it again.`,
      name,
    );
  }
  return sheet;
}

/** The same, where it need not be there. */
export function tabNamed(
  spreadsheet: Spreadsheet,
  name: TabName,
  tabIds: Record<string, number>,
): Sheet | undefined {
  return (
    spreadsheet.getSheetByName(name) ??
    spreadsheet.getSheets().find((one) => one.getSheetId() === tabIds[name])
  );
}

/** What headings were called in earlier versions, as headings are compared. */
const FORMER: Record<string, string> = { 'whatsapp id': 'messenger id' };

/** Row 1 in the form in which headings are compared; one of an earlier version counts as what it is called today. */
export function headingTexts(header: unknown[]): string[] {
  return header.map((cell) => {
    const text = String(cell).trim().toLowerCase();
    return FORMER[text] ?? text;
  });
}

/** Where each heading stands, by the first cell that carries it; 1-based. */
export function columnsOf<Heading extends string>(
  header: unknown[],
  headings: readonly Heading[],
): Map<Heading, number> {
  const columns = new Map<Heading, number>();
  const texts = headingTexts(header);
  for (const heading of headings) {
    const index = texts.indexOf(heading.toLowerCase());
    if (index >= 0) columns.set(heading, index + 1);
  }
  return columns;
}

/** Columns that stand side by side, each run as its first and its last. */
export function columnRuns(columns: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && column === last[1] + 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** A column's letters: 1 → A, 27 → AA. */
export function letters(column: number): string {
  let rest = column;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}
