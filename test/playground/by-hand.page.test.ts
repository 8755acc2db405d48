/** The sheet by hand, as in Google Sheets: ranges, the clipboard, undo, filters, widths. */
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import type { PlaygroundForTest } from '../support/playground';
import { scriptOf } from './script-of';
import { Visitor } from './visitor';

jest.setTimeout(60_000);

const CODE = `
function setUp() {}
function freeze() { SpreadsheetApp.getActive().getSheetByName('List').setFrozenRows(1); }
`;

const TABLE = [
  ['Name', 'Town', 'Visits'],
  ['Zoe', 'Leeds', '3'],
  ['Ann', 'York', '5'],
  ['Ben', 'Leeds', '8'],
];

describeInChromium('the sheet by hand', () => {
  let visitor: Visitor;
  let playground: PlaygroundForTest;
  let page: Page;
  beforeAll(async () => {
    visitor = await Visitor.come({ script: scriptOf({ 'Code.js': CODE }) });
    ({ playground, page } = visitor);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: playground.address,
    });
  });
  afterAll(() => visitor?.leave());
  beforeEach(async () => {
    await visitor.begin(() => {
      hand().addSheet('List');
      hand().fill('List', TABLE);
      playground.playground.script.run('freeze', [], 'menu');
    });
    await shows(1, 1, 'Name');
  });
  afterEach(() => expect(visitor.takeFaults()).toEqual([]));

  const hand = () => playground.playground.script.spreadsheet;
  const rows = () => hand().rows('List');
  const cell = (row: number, column: number) => page.locator(`#cell-${row}-${column}`);
  const shows = (row: number, column: number, text: string) =>
    cell(row, column)
      .filter({ hasText: new RegExp(`^${text}$`) })
      .waitFor();
  const selected = () => page.locator('.cell.selected').allTextContents();
  const choose = async (row: number, column: number, item: RegExp) => {
    await cell(row, column).click({ button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
  };

  test('cells are chosen by dragging, with Shift, and by the headings of rows and columns', async () => {
    await cell(2, 1).hover();
    await page.mouse.down();
    await cell(3, 2).hover();
    await page.mouse.up();
    expect(await selected()).toEqual(['Zoe', 'Leeds', 'Ann', 'York']);
    await cell(2, 2).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await selected()).toEqual(['Leeds', 'York', 'Leeds']);
    await cell(2, 1).click();
    await cell(4, 1).click({ modifiers: ['Shift'] });
    expect(await selected()).toEqual(['Zoe', 'Ann', 'Ben']);
    await page.locator('.letter').nth(1).click();
    expect((await selected()).slice(0, 4)).toEqual(['Town', 'Leeds', 'York', 'Leeds']);
    await cell(2, 2).click();
    expect(await selected()).toEqual([]);
  });

  test('a range is copied, pasted, cut and emptied', async () => {
    await cell(2, 1).click();
    await cell(3, 2).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+c');
    await page.waitForFunction('navigator.clipboard.readText().then((text) => text !== "")');
    await cell(6, 2).click();
    await page.keyboard.press('Control+v');
    await shows(7, 3, 'York');
    expect(rows().slice(5)).toEqual([
      ['', 'Zoe', 'Leeds'],
      ['', 'Ann', 'York'],
    ]);
    await cell(6, 2).click();
    await cell(7, 3).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+x');
    await shows(6, 2, '');
    expect(rows()).toEqual(TABLE);
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Zoe\tLeeds\nAnn\tYork');
    await cell(2, 3).click();
    await cell(4, 3).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Delete');
    await shows(4, 3, '');
    expect(rows().map((line) => line[2] ?? '')).toEqual(['Visits', '', '', '']);
  });

  test('a text of several lines is copied and pasted into one cell', async () => {
    hand().fill('List', [['Two\nlines "quoted"']], 6);
    playground.playground.changed();
    await shows(6, 1, 'Two\nlines "quoted"');
    await cell(6, 1).click();
    await page.keyboard.press('Control+c');
    await page.waitForFunction('navigator.clipboard.readText().then((text) => text !== "")');
    await cell(8, 1).click();
    await page.keyboard.press('Control+v');
    await shows(8, 1, 'Two\nlines "quoted"');
    expect(rows()).toHaveLength(8);
  });

  test('steps are taken back and done again: typed, emptied, sorted, deleted', async () => {
    await cell(2, 1).click();
    await page.keyboard.type('Zara');
    await page.keyboard.press('Enter');
    await shows(2, 1, 'Zara');
    await choose(2, 1, /A → Z/);
    await shows(2, 1, 'Ann');
    await choose(3, 1, /Delete row 3/);
    await shows(3, 1, 'Zara');

    await page.locator('.grid').focus();
    await page.keyboard.press('Control+z');
    await shows(3, 1, 'Ben');
    await page.keyboard.press('Control+z');
    await shows(2, 1, 'Zara');
    await page.keyboard.press('Control+z');
    await shows(2, 1, 'Zoe');
    expect(rows()).toEqual(TABLE);
    await page.keyboard.press('Control+z');
    await page.getByText('There is nothing to undo.').waitFor();

    for (const key of ['Control+y', 'Control+Shift+z', 'Control+y']) await page.keyboard.press(key);
    await shows(3, 1, 'Zara');
    expect(rows().map(([name]) => name)).toEqual(['Name', 'Ann', 'Zara']);
  });

  test('a sort is not taken back once something else was written: nothing is lost', async () => {
    await choose(2, 1, /A → Z/);
    await shows(2, 1, 'Ann');
    hand().fill('List', [['Dev', 'Hull', '1']]);
    playground.playground.changed();
    await shows(5, 1, 'Dev');
    await page.keyboard.press('Control+z');
    await page.getByText('undoing would lose it').waitFor();
    expect(rows().map(([name]) => name)).toEqual(['Name', 'Ann', 'Ben', 'Zoe', 'Dev']);
  });

  test('a filter leaves the rows that show the same', async () => {
    await choose(2, 2, /Show only rows with this in column B/);
    await cell(3, 1).waitFor({ state: 'hidden' });
    await cell(4, 1).waitFor();
    await choose(2, 2, /Show all rows/);
    await cell(3, 1).waitFor();
  });

  test('a double click on its edge makes a column as wide as what is in it', async () => {
    const long =
      'A very long text that no column shows as a whole unless it is fitted to what it holds';
    hand().type('List', 2, 2, long);
    playground.playground.changed();
    await shows(2, 2, long);
    const isCut = `(() => { const one = document.getElementById('cell-2-2'); return one.scrollWidth > one.clientWidth; })()`;
    expect(await page.evaluate(isCut)).toBe(true);
    await page.locator('.letter .edge').nth(1).dblclick();
    await page.waitForFunction(`!${isCut}`);
  });
});
