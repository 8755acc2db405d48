/** A script's sidebar and dialogs in the page: sandboxed frames with an honest `google.script`. */
import type { FrameLocator, Page } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import type { PlaygroundForTest } from '../support/playground';
import { scriptOf } from './script-of';
import { Visitor } from './visitor';

const CODE = `
function setUp() {}
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Tools')
    .addItem('Side', 'openSide').addItem('Window', 'openWindow').addItem('Say', 'say')
    .addItem('Break', 'fail').addItem('Wipe', 'wipe').addItem('Name', 'name').addToUi();
}
function page() { return HtmlService.createHtmlOutputFromFile('page').setTitle('A <b>page</b>'); }
function openSide() { SpreadsheetApp.getUi().showSidebar(page()); }
function openWindow() { SpreadsheetApp.getUi().showModalDialog(page().setWidth(420).setHeight(260), 'Window'); }
function say() { SpreadsheetApp.getActive().toast('Done', 'Word'); }
function fail() { throw new Error('It broke'); }
function wipe() {
  const ui = SpreadsheetApp.getUi();
  const sheet = SpreadsheetApp.getActiveSheet();
  sheet.appendRow(['asked']);
  const answer = ui.alert('Wipe it?', 'Everything goes.', ui.ButtonSet.YES_NO);
  sheet.appendRow([String(answer)]);
}
function name() {
  const ui = SpreadsheetApp.getUi();
  const { getResponseText, getSelectedButton } = ui.prompt('Your name?');
  if (getResponseText() === '') throw new Error('Nobody has no name');
  return getSelectedButton() + ' ' + getResponseText();
}
function echo(value) { return value; }
function birthday() { return new Date(); }
function hidden_() { return 'never'; }
function select() { SpreadsheetApp.getActiveSheet().getRange('C7').activate(); }
function selected() { return SpreadsheetApp.getActiveRange().getA1Notation(); }
`;

const PAGE = `<!doctype html><html><head>
<link rel="stylesheet" href="https://ssl.gstatic.com/docs/script/css/add-ons1.css"></head>
<body class="sidebar"><button id="go" class="action">Go</button><output id="out"></output>
<a id="wa" href="https://wa.me/12025550143?text=Hello%20there" target="_blank">WhatsApp</a>
<script>
function call(name, ...args) {
  return new Promise((resolve) => {
    google.script.run
      .withUserObject('mine')
      .withSuccessHandler((result, user) => resolve({ result, user }))
      .withFailureHandler((error, user) => resolve({ error: error.message, user }))[name](...args);
  });
}
function attempt(...args) { try { google.script.run.echo(...args); return 'went'; } catch (e) { return e.message; } }
document.getElementById('go').onclick = async () => {
  document.getElementById('out').textContent = (await call('echo', 'hello')).result;
};
</script></body></html>`;

jest.setTimeout(60_000);

describeInChromium('panels of a script', () => {
  let visitor: Visitor;
  let playground: PlaygroundForTest;
  let page: Page;
  beforeAll(async () => {
    visitor = await Visitor.come({ script: scriptOf({ 'Code.js': CODE, 'page.html': PAGE }) });
    ({ playground, page } = visitor);
  });
  afterAll(() => visitor?.leave());
  beforeEach(() => visitor.begin());
  afterEach(() => expect(visitor.takeFaults()).toEqual([]));

  async function open(item: string): Promise<FrameLocator> {
    await page.getByRole('menuitem', { name: 'Tools' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    return page.frameLocator('iframe');
  }
  /** Evaluates in the frame, where the page's own `call` and `attempt` are. */
  const inFrame = async (frame: FrameLocator, code: string) => frame.locator('body').evaluate(code);

  test('the sidebar is 300 pixels wide, runs the pushed page, and closes', async () => {
    const frame = await open('Side');
    await frame.getByRole('button', { name: 'Go' }).click();
    await frame.getByText('hello').waitFor();
    const sidebar = page.getByRole('complementary', { name: 'Sidebar of the script' });
    expect((await sidebar.locator('iframe').boundingBox())?.width).toBe(300);
    expect(await sidebar.getByRole('heading').textContent()).toBe('A <b>page</b>');
    await page.getByRole('button', { name: 'Close A <b>page</b>' }).click();
    await sidebar.waitFor({ state: 'hidden' });
  });

  test('the frame is shut off from the page around it', async () => {
    const frame = await open('Side');
    await frame.locator('#go').waitFor();
    const sandbox = await page.locator('iframe').getAttribute('sandbox');
    expect(sandbox).toContain('allow-scripts');
    expect(sandbox).not.toContain('allow-same-origin');
    expect(await inFrame(frame, 'self.origin')).toBe('null');
  });

  test('plain values pass; everything else fails as at Google', async () => {
    const frame = await open('Side');
    await frame.locator('#go').waitFor();
    const value = { list: [1, 'two', null, true], inner: { deep: [] } };
    expect(await inFrame(frame, `call('echo', ${JSON.stringify(value)})`)).toEqual({
      result: value,
      user: 'mine',
    });
    expect(await inFrame(frame, `call('birthday')`)).toEqual({
      error: expect.stringContaining('Date'),
      user: 'mine',
    });
    expect(await inFrame(frame, `attempt(new Date())`)).toMatch('illegal value in property: 0');
    expect(await inFrame(frame, `attempt({ f() {} })`)).toMatch('illegal value in property: 0.f');
    for (const name of ['hidden_', 'nothing']) {
      const { error } = (await inFrame(frame, `call('${name}')`)) as { error: string };
      expect(error).toBe(`Script function not found: ${name}`);
    }
    expect(await inFrame(frame, `call('fail')`)).toMatchObject({
      error: expect.stringContaining('It broke'),
    });
  });

  test('many calls at once are all answered, each with its own answer', async () => {
    const frame = await open('Side');
    await frame.locator('#go').waitFor();
    const code = `Promise.all(Array.from({ length: 25 }, (_, n) => call('echo', n).then((x) => x.result)))`;
    expect(await inFrame(frame, code)).toEqual(Array.from({ length: 25 }, (_, n) => n));
  });

  test('a dialog has its size, can change it, and closes from within and by Escape', async () => {
    const frame = await open('Window');
    await frame.locator('#go').waitFor();
    const iframe = page.locator('dialog iframe');
    expect(await iframe.boundingBox()).toMatchObject({ width: 420, height: 260 });
    await inFrame(frame, 'google.script.host.setHeight(300)');
    await page.waitForFunction(`document.querySelector('iframe').clientHeight === 300`);
    await inFrame(frame, 'google.script.host.close()');
    await iframe.waitFor({ state: 'detached' });
    await open('Window');
    await page.locator('dialog header').click();
    await page.keyboard.press('Escape');
    await iframe.waitFor({ state: 'detached' });
  });

  test.each([390, 640])('at %i pixels sidebar and dialog are seen whole', async (width) => {
    await page.setViewportSize({ width, height: 300 });
    await page.locator('.areas').getByRole('button', { name: 'Sheet', exact: true }).click();
    await open('Window');
    const box = await page.locator('dialog iframe').boundingBox();
    const window = await page.locator('dialog').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(window?.width ?? 0);
    expect(box?.height).toBeLessThan((window?.height ?? 0) - 40);
    await page.locator('dialog header').getByRole('button').click();
    await open('Side');
    await page.locator('iframe[title]').waitFor({ state: 'visible' });
  });

  test('a click in the sheet is the active range, and the script can select a cell', async () => {
    const frame = await open('Side');
    await frame.locator('#go').waitFor();
    await page.locator('#cell-4-2').click();
    expect(await inFrame(frame, `call('selected')`)).toMatchObject({ result: 'B4' });
    await inFrame(frame, `call('select')`);
    await page.locator('#cell-7-3[aria-selected=true]').waitFor();
  });

  const rows = () => playground.playground.script.spreadsheet.rows('Sheet1').flat();

  test('an alert is answered by whoever plays: No by keyboard, Escape is CLOSE', async () => {
    await open('Wipe');
    const alert = page.getByRole('alertdialog', {
      name: 'Wipe it?',
      description: 'Everything goes.',
    });
    await alert.waitFor();
    await page
      .locator('dialog :focus')
      .and(alert.getByRole('button', { name: 'Yes' }))
      .waitFor();
    expect(rows()).toEqual(['asked']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await alert.waitFor({ state: 'detached' });
    expect(rows()).toEqual(['asked', 'NO']);
    await page
      .locator(':focus')
      .and(page.getByRole('menuitem', { name: 'Tools' }))
      .waitFor();
    await open('Wipe');
    await alert.waitFor();
    await page.keyboard.press('Escape');
    await alert.waitFor({ state: 'detached' });
    expect(rows().slice(2)).toEqual(['asked', 'CLOSE']);
  });

  test('a prompt of a page’s call: the page hears of what was typed', async () => {
    const frame = await open('Side');
    await frame.locator('#go').waitFor();
    const heard = inFrame(frame, `call('name')`);
    await page.getByRole('textbox', { name: 'Your name?' }).fill('Zoë');
    await page.keyboard.press('Enter');
    expect(await heard).toMatchObject({ result: 'OK Zoë' });
  });

  test('what fails after an answer is told; a page that is loaded again asks no more', async () => {
    await open('Name');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('alert').filter({ hasText: 'Name: Nobody has no name' }).waitFor();
    await open('Name');
    await page.getByRole('alertdialog').waitFor();
    await page.reload();
    await page.locator('.execution summary').filter({ hasText: 'failed' }).first().click();
    await page.getByText('The document was closed before the dialog was answered.').waitFor();
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });

  test('a link into WhatsApp opens on the phones next door', async () => {
    const frame = await open('Side');
    await frame.locator('#wa').click();
    await page.getByRole('button', { name: /Ben Martel/ }).click();
    const draft = page.getByRole('textbox', { name: /Message from Ben Martel/ });
    expect(await draft.inputValue()).toBe('Hello there');
  });

  test('toasts are shown, and a menu item that fails says why', async () => {
    await open('Say');
    await page.getByRole('status').filter({ hasText: 'Word' }).getByText('Done').waitFor();
    await open('Break');
    await page.getByRole('alert').filter({ hasText: 'It broke' }).waitFor();
  });
});
