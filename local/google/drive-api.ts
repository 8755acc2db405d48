/** The routes of Google Drive that clasp needs: a spreadsheet is made, and goes to the trash. */
import type { Account } from './account';
import { badRequest, fileNotFound } from './errors';
import type { Routes } from './server';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

export function driveApi(account: Account): Routes {
  return {
    'POST /drive/v3/files': (request) => {
      const user = request.user();
      const { mimeType, name = 'Untitled spreadsheet' } = request.json();
      if (mimeType !== SPREADSHEET) throw badRequest();
      const spreadsheet = account.addSpreadsheet(user.email, name);
      spreadsheet.byClasp = true;
      return { kind: 'drive#file', id: spreadsheet.id, name, mimeType };
    },
    // clasp's permission, drive.file, is for the files that it made; a script in a sheet is no file of its own.
    'PATCH /drive/v3/files/*': (request) => {
      const user = request.user();
      const [id = ''] = request.params;
      const file = account.spreadsheets.find((one) => one.id === id);
      if (!file?.byClasp || file.owner !== user.email) throw fileNotFound(id);
      if (request.json().trashed !== true) throw badRequest();
      file.trashed = true;
      return { kind: 'drive#file', id, name: file.name, mimeType: SPREADSHEET };
    },
  };
}
