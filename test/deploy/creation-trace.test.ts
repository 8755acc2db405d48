import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCreation } from '../../local/deploy/creation-trace';

const PREFIX = '  \u001b[33;1mclasp:core \u001b[0m';
const ASKED = 'Creating project with request { requestBody: \u001b[36m[Object]\u001b[39m }';
const SHEET = ['Creating container bound script Referrals (spreadsheet)', ASKED];
const SCRIPT = ['Created container SHEET-1 +49ms', 'Creating script Referrals', ASKED];

function read(...lines: string[]) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'trace-')), 'creation.log');
  writeFileSync(file, lines.map((line) => `${PREFIX}${line}\n`).join(''));
  return readCreation(file);
}

const failed = (...fields: string[]) => ['Handling API error: GaxiosError: no', ...fields];

test.each([
  ['nothing was asked for', [], {}],
  ['the sheet was asked for', SHEET, { unanswered: 'sheet' }],
  ['the sheet was refused', [...SHEET, ...failed('  status: \u001b[33m403\u001b[39m,')], {}],
  ['Google was never reached', [...SHEET, ...failed("  code: 'ECONNREFUSED'")], {}],
  ['the line broke', [...SHEET, ...failed("  code: 'ECONNRESET'")], { unanswered: 'sheet' }],
  ['Google stumbled', [...SHEET, ...failed('  status: 503,')], { unanswered: 'sheet' }],
  ['the script was asked for', [...SHEET, ...SCRIPT], { sheetId: 'SHEET-1', unanswered: 'script' }],
  [
    'the script was refused',
    [...SHEET, ...SCRIPT, ...failed('  status: 403,')],
    { sheetId: 'SHEET-1' },
  ],
  [
    'both were made',
    [...SHEET, ...SCRIPT, 'Created script SCRIPT_2 +6ms'],
    { sheetId: 'SHEET-1', scriptId: 'SCRIPT_2' },
  ],
])('%s', (_, lines, expected) => {
  expect(read(...lines)).toEqual(expected);
});

test('no trace, nothing known', () => {
  expect(readCreation('/nowhere/creation.log')).toEqual({});
});
