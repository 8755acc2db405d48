/** The grid in Chromium: what is drawn again and what stays, what glows, texts that wrap, fast typing. */
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import type { PlaygroundForTest } from '../support/playground';
import { scriptOf } from './script-of';
import { Visitor } from './visitor';

const CODE = `
function setUp() {}
function onOpen() { SpreadsheetApp.getUi().createMenu('Tools').addItem('Nothing', 'setUp').addToUi(); }
function wrapAll() {
  SpreadsheetApp.getActive().getSheetByName('Texts').getRange('B:B').setWrap(true);
}
function draw() {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Texts');
  sheet.insertChart(sheet.newChart().asColumnChart().setTitle('By week').setNumHeaders(1)
    .addRange(sheet.getRange('A1:A4')).addRange(sheet.getRange('B1:B4')).setPosition(2, 4, 0, 0).build());
}
`;
const LOOKED_AT = '"#cell-1-1, #cell-3-2, .person, [role=menuitem], [role=tab]"';
const LONG = 'A sentence that is much too long for the cell that it stands in, so that it wraps. ';

jest.setTimeout(60_000);

describeInChromium('the grid', () => {
  let visitor: Visitor;
  let playground: PlaygroundForTest;
  let page: Page;
  beforeAll(async () => {
    visitor = await Visitor.come({ script: scriptOf({ 'Code.js': CODE }) });
    playground = visitor.playground;
  });
  afterAll(() => visitor?.leave());
  beforeEach(async () => {
    await visitor.startOver();
    hand().addSheet('Texts');
    hand().fill('Texts', [['Name', 'Text']]);
    page = visitor.page;
  });
  afterEach(() => expect(visitor.takeFaults()).toEqual([]));

  const hand = () => playground.playground.script.spreadsheet;
  const openPage = async () => {
    await page.goto(playground.address);
    await shows(1, 1, 'Name');
  };
  /** In a window whose time passes when the test says so. */
  const openAtSetTime = async () => {
    page = await visitor.openWindow();
    await page.clock.install();
    await openPage();
    await page.clock.pauseAt(Date.now() + 60_000);
  };
  /** The owner types on another device. */
  const change = (row: number, column: number, text: string) => {
    hand().type('Texts', row, column, text);
    playground.playground.changed();
  };
  const cell = (row: number, column: number) => page.locator(`#cell-${row}-${column}`);
  const shows = (row: number, column: number, text: string) =>
    cell(row, column)
      .filter({ hasText: new RegExp(`^${text}$`) })
      .waitFor();
  const glows = async (row: number, column: number) =>
    (await cell(row, column).getAttribute('class'))?.includes('glow') ?? false;

  test('a changed cell glows for two seconds, whatever is drawn meanwhile', async () => {
    await openAtSetTime();
    change(2, 1, 'Ann');
    await shows(2, 1, 'Ann');
    expect(await glows(2, 1)).toBe(true);
    await page.clock.runFor(1000);
    change(3, 1, 'Zoe');
    await shows(3, 1, 'Zoe');
    await cell(5, 5).click();
    expect([await glows(2, 1), await glows(3, 1)]).toEqual([true, true]);
    await page.clock.runFor(990);
    expect([await glows(2, 1), await glows(3, 1)]).toEqual([true, true]);
    await page.clock.runFor(20);
    await page.locator('#cell-2-1:not(.glow)').waitFor();
    expect(await glows(3, 1)).toBe(true);
    await page.clock.runFor(1000);
    await page.locator('#cell-3-1:not(.glow)').waitFor();
  });

  test('a cell that changes once more glows on', async () => {
    await openAtSetTime();
    change(2, 1, 'Ann');
    await shows(2, 1, 'Ann');
    await page.clock.runFor(1500);
    change(2, 1, 'Anna');
    await shows(2, 1, 'Anna');
    await page.clock.runFor(1900);
    expect(await glows(2, 1)).toBe(true);
    await page.clock.runFor(200);
    await page.locator('#cell-2-1:not(.glow)').waitFor();
  });

  test('what has not changed is not drawn again, and the focus stays where it is', async () => {
    await openPage();
    await page.getByRole('menuitem', { name: 'Tools' }).focus();
    const mark = 'for (const one of document.querySelectorAll(LOOKED_AT)) one.drawnBefore = true;';
    await page.evaluate(mark.replace('LOOKED_AT', LOOKED_AT));
    change(2, 1, 'Ann');
    await shows(2, 1, 'Ann');
    const drawnAgain =
      '[...document.querySelectorAll(LOOKED_AT)].filter((one) => !one.drawnBefore).length';
    expect(await page.evaluate(drawnAgain.replace('LOOKED_AT', LOOKED_AT))).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Tools');
  });

  test('a text that wraps is shown whole, and its row is as high as it needs', async () => {
    hand().fill('Texts', [
      ['Ann', LONG.repeat(3)],
      ['Zoe', 'short'],
    ]);
    playground.playground.script.run('wrapAll', [], 'menu');
    await openPage();
    await shows(2, 1, 'Ann');
    const { cut, high } = (await page.evaluate(`(() => {
      const { scrollHeight, clientHeight } = document.querySelector('#cell-2-2');
      return { cut: scrollHeight - clientHeight, high: clientHeight };
    })()`)) as { cut: number; high: number };
    expect(cut).toBe(0);
    expect(high).toBeGreaterThan(60);
    const [tall, next] = [await cell(2, 1).boundingBox(), await cell(3, 1).boundingBox()];
    expect(next?.y).toBe((tall?.y ?? 0) + (tall?.height ?? 0));
    expect(next?.height).toBe(25);
  });

  test('a chart stands over its cells, and follows what they show', async () => {
    hand().fill('Texts', [
      ['One', 2],
      ['Two', 4],
    ]);
    playground.playground.script.run('draw', [], 'menu');
    await openPage();
    const chart = page.getByRole('img', { name: 'By week' });
    const says = (text: string) => page.getByRole('img', { name: text, exact: true }).waitFor();
    await says('By week: One 2, Two 4');
    const [at, corner] = [await chart.boundingBox(), await cell(2, 4).boundingBox()];
    expect([at?.x, at?.y]).toEqual([corner?.x, corner?.y]);
    const high = async () =>
      Promise.all(
        [0, 1].map(async (n) => (await chart.locator('rect').nth(n).boundingBox())?.height),
      );
    const [low, top] = await high();
    expect((low ?? 0) * 2).toBeCloseTo(top ?? 0, 1);
    change(2, 2, '4');
    await says('By week: One 4, Two 4');
    expect(new Set(await high()).size).toBe(1);
    hand().deleteRow('Texts', 2);
    hand().deleteRow('Texts', 2);
    playground.playground.changed();
    await says('By week: nothing yet');
  });

  test('among rows of all heights the chosen cell is always in sight', async () => {
    const rows = Array.from({ length: 600 }, (_, n) => [`P ${n}`, LONG.repeat(n % 4)]);
    hand().fill('Texts', rows);
    playground.playground.script.run('wrapAll', [], 'menu');
    await openPage();
    await cell(2, 2).click();
    const inSight = `(() => {
      const grid = document.querySelector('.grid').getBoundingClientRect();
      const head = document.querySelector('.grid-head').getBoundingClientRect();
      const here = document.querySelector('.cell.here')?.getBoundingClientRect();
      return !!here && here.top >= head.bottom - 1 && here.bottom <= grid.bottom;
    })()`;
    for (const keys of [
      ['Control+End', 'ArrowUp', 'ArrowUp', 'PageUp', 'PageUp', 'PageUp'],
      ['Control+Home', 'PageDown', 'PageDown', 'ArrowDown', 'ArrowDown', 'PageDown'],
    ]) {
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForFunction(inSight);
      }
    }
    const lines = (await page.evaluate(`[...document.querySelectorAll('.grid-body .grid-row')].map(
      (row) => [Number(row.ariaRowIndex), row.getBoundingClientRect().top, row.offsetHeight])`)) as [
      number,
      number,
      number,
    ][];
    lines.slice(1).forEach(([row, top], index) => {
      const [before, topBefore, height] = lines[index] ?? [0, 0, 0];
      expect([row, top]).toEqual([before + 1, topBefore + height]);
    });
  });

  test('a higher window shows more rows', async () => {
    await openPage();
    await page.setViewportSize({ width: 1280, height: 2400 });
    await page.locator('.number').filter({ hasText: /^58$/ }).waitFor();
  });

  test('nothing that is typed fast is lost', async () => {
    await openPage();
    await cell(2, 1).click();
    await page.keyboard.type('one\ntwo\nthree');
    await page.keyboard.press('Tab');
    await page.keyboard.type('four\n');
    await shows(4, 2, 'four');
    expect([2, 3, 4].map((row) => hand().shown('Texts', row, 1))).toEqual(['one', 'two', 'three']);
    await cell(2, 1).click();
    await page.keyboard.press('F2');
    await page.keyboard.type(' more\nand\n');
    await shows(3, 1, 'and');
    await shows(2, 1, 'one more');
  });

  test('a formula is edited as it was written, and is left as it is by Escape', async () => {
    change(2, 1, '=SUM(1,2)');
    await openPage();
    await cell(2, 1).dblclick();
    const field = page.getByRole('textbox', { name: 'Cell A2' });
    await page.waitForFunction(`document.querySelector('.cell-editor').value === '=SUM(1,2)'`);
    await field.fill('=SUM(1)');
    await page.keyboard.press('Escape');
    expect(hand().formula('Texts', 2, 1)).toBe('=SUM(1,2)');
    expect(await page.evaluate('document.activeElement.className')).toBe('grid');
  });
});
