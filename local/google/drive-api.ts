/** The one route of Google Drive that clasp needs: making a spreadsheet. */
import type { Account } from './account';
import { badRequest } from './errors';
import type { Routes } from './server';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

export function driveApi(account: Account): Routes {
  return {
    'POST /drive/v3/files': (request) => {
      const user = request.user();
      const { mimeType, name = 'Untitled spreadsheet' } = request.json();
      if (mimeType !== SPREADSHEET) throw badRequest();
      const { id } = account.addSpreadsheet(user.email, name);
      return { kind: 'drive#file', id, name, mimeType };
    },
  };
}
