/** The two manifests: they differ in one permission, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const manifest = (name: string) =>
  JSON.parse(readFileSync(path.resolve(__dirname, '..', '..', name), 'utf8'));

test('the wide manifest is the narrow one with all spreadsheets in place of this one', () => {
  const wide = manifest('appsscript.wide.json');
  const narrow = manifest('appsscript.json');
  const THIS_ONE = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
  expect(narrow.oauthScopes).toContain(THIS_ONE);
  expect(wide).toEqual({
    ...narrow,
    oauthScopes: narrow.oauthScopes.map((scope: string) =>
      scope === THIS_ONE ? 'https://www.googleapis.com/auth/spreadsheets' : scope,
    ),
  });
});
