/**
 * The bound spreadsheet, asked for in one place. Google hands it over where the owner works in the document; whether a
 * web app and a trigger get it too is told differently: where they do not, it is opened by the id that set-up noted.
 */
import { masked } from '../program/masked';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** How the spreadsheet was reached, whether a cell could be read, and what Google said when not. */
export interface Sight {
  sheet: 'active' | 'id' | 'none';
  cell: boolean;
  /** Without phone numbers; '' when all is well. */
  why: string;
}

/**
 * @param notedId the id that set-up noted; asked for only where Google hands nothing over
 * @throws an error with the code `noSpreadsheet` when neither way leads to the spreadsheet
 */
export function boundSpreadsheet(notedId: () => string): Spreadsheet {
  const active = SpreadsheetApp.getActiveSpreadsheet() as Spreadsheet | null;
  return active ?? openNoted(notedId());
}

function openNoted(id: string): Spreadsheet {
  let why = 'Its id has not been noted yet: use Referrals → Check set-up.';
  try {
    if (id) return SpreadsheetApp.openById(id);
  } catch (error) {
    why = masked((error as Error).message);
  }
  throw new Error(`Google does not let the script see its spreadsheet here. ${why}`, {
    cause: { code: 'noSpreadsheet' },
  });
}

/** Looks at the spreadsheet from where the script runs now, and reads a cell. */
export function look(notedId: () => string): Sight {
  let sheet: Sight['sheet'] = 'none';
  try {
    sheet = (SpreadsheetApp.getActiveSpreadsheet() as Spreadsheet | null) ? 'active' : 'none';
    const spreadsheet = boundSpreadsheet(notedId);
    if (sheet === 'none') sheet = 'id';
    spreadsheet.getSheets()[0]?.getRange(1, 1).getValue();
    return { sheet, cell: true, why: '' };
  } catch (error) {
    return { sheet, cell: false, why: masked((error as Error).message) };
  }
}
