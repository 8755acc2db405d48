/** The formulas in “Your sheet, tab by tab” are typed into a sheet and come to what the page says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compute, LocalAppsScript } from '../../local/apps-script';
import { DIST, NOON } from '../support/business';

const PAGE = readFileSync(path.resolve(__dirname, '..', '..', 'docs', 'sheet.md'), 'utf8');
const [INVITERS, OWED, POINTS] = [...PAGE.matchAll(/^```\n(=.*)\n```$/gm)].map(
  ([, formula = '']) => formula,
) as [string, string, string];

/** A sheet with Anna, who brought two, and Ben, who brought one. */
function sheetOf() {
  const script = new LocalAppsScript({ folder: DIST, now: NOON, formulas: compute });
  const { error } = script.run('setUp');
  if (error) throw new Error(error);
  const sheet = script.spreadsheet;
  const row = (Name: string, Phone: string, by = '', inviter = '') => ({
    Name,
    Phone,
    'Invited by': by,
    "Inviter's name": inviter,
  });
  sheet.fill('Clients', [
    row('Anna', '447700900001'),
    row('Ben', '447700900002', '447700900001', 'Anna'),
    row('Cleo', '447700900003', '447700900001', 'Anna'),
    row('Dan', '447700900004', '447700900002', 'Ben'),
  ]);
  sheet.addSheet('Mine');
  return sheet;
}

test('who brings the most', () => {
  const sheet = sheetOf();
  sheet.type('Mine', 1, 1, INVITERS);
  expect(sheet.rows('Mine')).toEqual([
    ['Inviter', 'Friends'],
    ['Anna', '2'],
    ['Ben', '1'],
  ]);
});

test('whom the owner owes something', () => {
  const sheet = sheetOf();
  const headings =
    'Key,Who,Name,For,Side,Reward,State,Why,Since,Ready on,Given on,Coupon,Told,Known';
  sheet.addSheet('Rewards');
  const reward = (name: string, state: string) => ['k', '1', name, 'x', 'inviter', 'Coffee', state];
  sheet.fill('Rewards', [headings.split(','), reward('Anna', 'ready'), reward('Ben', 'given')]);
  sheet.type('Mine', 1, 1, OWED);
  expect(sheet.rows('Mine')).toEqual([
    ['Name', 'Reward'],
    ['Anna', 'Coffee'],
  ]);
});

test('points as a rule of the owner’s', () => {
  const sheet = sheetOf();
  sheet.type('Clients', 1, 12, 'Points');
  [2, 3, 4, 5].forEach((row) => {
    sheet.type('Clients', row, 'Points', POINTS.replaceAll('G2', `G${row}`));
  });
  sheet.select('Clients');
  const [, ...rows] = sheet.rows('Clients');
  expect(rows.map((cells) => cells[11])).toEqual(['20', '10', '0', '0']);
});
