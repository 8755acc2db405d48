/** The page, clicked through in Chromium: the story on the phones, the sheet by hand, the controls. */
import type { Page } from 'playwright-core';
import { obstacles } from '../owner/obstacles';
import { describeInChromium } from '../support/chromium';
import type { PlaygroundForTest } from '../support/playground';
import { Visitor } from './visitor';

jest.setTimeout(60_000);

describeInChromium('the page', () => {
  let visitor: Visitor;
  let playground: PlaygroundForTest;
  let page: Page;
  beforeAll(async () => {
    visitor = await Visitor.come();
    ({ playground, page } = visitor);
  });
  afterAll(() => visitor?.leave());
  beforeEach(async () => {
    await visitor.begin();
    await page.getByRole('tab', { name: 'Clients' }).waitFor();
  });
  afterEach(() => expect(visitor.takeFaults()).toEqual([]));

  const say = async (text: string) => {
    await page.locator('.composer textarea').fill(text);
    await page.keyboard.press('Enter');
  };
  const phoneOf = (name: string) => page.locator('.people').getByRole('tab', { name }).click();
  const bubble = (text: string | RegExp) =>
    page.locator('.bubble').filter({ hasText: text }).last();
  const columnOf = (column: number | string) =>
    playground.playground.script.spreadsheet.columnOf('Clients', column);
  const cell = (row: number, column: number | string) =>
    page.locator(`#cell-${row}-${columnOf(column)}`);
  const shows = (row: number, column: number | string, text: string) =>
    cell(row, column)
      .filter({ hasText: new RegExp(`^${text}$`) })
      .waitFor();

  test('the story by clicking; after it nothing is cut off on a small or a large screen', async () => {
    await page.getByText('1 of 4').waitFor();
    await say('Link');
    await page.getByRole('button', { name: 'Open my link' }).click();
    await page.getByRole('button', { name: /^Ben Martel/ }).click();
    const draft = page.getByRole('textbox', { name: /Message from Ben/ });
    expect(await draft.inputValue()).toMatch(/447700900142/);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await bubble(/^Welcome, Ben Martel/).waitFor();
    await shows(3, 'Name', 'Ben Martel');
    await page.getByText('3 of 4').waitFor();

    await phoneOf('Amina');
    await bubble(/^Good news: Ben Martel/).waitFor();
    await page.getByText('4 of 4').waitFor();
    await say('My referrals');
    await bubble(/Ben Martel · /).waitFor();

    await page.getByText(/^Ben Martel: You were recommended/).click();
    await page.getByText('For programmers').click();
    await page.locator('.calls .kind').filter({ hasText: 'spreadsheet.search' }).waitFor();
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
    ]) {
      await page.setViewportSize(size);
      const filled = '({ width: document.body.scrollWidth, height: document.body.scrollHeight })';
      expect(await page.evaluate(filled)).toEqual(size);
    }
  });

  test('a link is shared with somebody new, tapped on their phone, and registers', async () => {
    await say('Link');
    await page.getByRole('button', { name: 'Share with friends' }).click();
    await page.getByRole('button', { name: /^Somebody new/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Clara Lind');
    await page.getByText('Has a username').click();
    await page.getByRole('button', { name: 'Add', exact: true }).last().click();
    await page.getByRole('textbox', { name: 'Message from Amina Yusuf to Clara Lind' }).waitFor();
    await page.keyboard.press('Enter');
    await phoneOf('Clara');
    await bubble(/wa\.me/)
      .getByRole('button')
      .click();
    await page.getByRole('textbox', { name: /^Message from Clara Lind to The/ }).waitFor();
    await page.keyboard.press('Enter');
    await bubble(/^Welcome, Clara Lind/).waitFor();
    await shows(3, 'Name', 'Clara Lind');
  });

  test('a reply button answers', async () => {
    await say('What is this?');
    await page.locator('.reply-buttons').getByRole('button', { name: 'My link' }).click();
    await page.getByRole('button', { name: 'Open my link' }).waitFor();
  });

  test('markup in a name or a text stays text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    await playground.ask('POST', '/local/messages', { from: '13125550178', name, text: 'Link' });
    await shows(2, 'Name', name.replace(/[()]/g, '\\$&'));
    await say('<b>bold</b> *bold* https://wa.me/12025550143?text="><script>');
    await bubble('<b>bold</b>').waitFor();
    expect(await bubble('<b>bold</b>').locator('strong').textContent()).toBe('bold');
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  test('the sheet is edited with the keyboard, and what is typed is read as Sheets would', async () => {
    await page.getByRole('button', { name: 'Add a tab' }).click();
    await page.getByRole('tab', { name: /^Sheet\d$/ }).click();
    await cell(2, 13).click();
    await page.keyboard.type('true');
    await page.keyboard.press('Tab');
    await page.keyboard.type('007');
    await page.keyboard.press('Enter');
    await shows(2, 14, '7');
    await shows(2, 13, 'TRUE');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await shows(2, 14, '77');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.type('1');
    await page.keyboard.press('Escape');
    await shows(2, 14, '77');
    await page.keyboard.press('Delete');
    await shows(2, 14, '');
  });

  test('columns are inserted and rows sorted and deleted from the menu of a cell', async () => {
    for (const [from, name] of [
      ['13125550171', 'Ann'],
      ['13125550172', 'Zoe'],
    ]) {
      await playground.ask('POST', '/local/messages', { from, name, text: 'Link' });
    }
    await shows(3, 'Name', 'Zoe');
    const choose = async (name: RegExp) => {
      await cell(2, 'Name').click({ button: 'right' });
      await page.getByRole('menuitem', { name }).click();
    };
    await choose(/Z → A/);
    await shows(2, 'Name', 'Zoe');
    await choose(/Delete row 2/);
    await shows(2, 'Name', 'Ann');
    const before = columnOf('Name');
    await choose(new RegExp(`Insert a column left of ${String.fromCharCode(64 + before)}`));
    await shows(2, before + 1, 'Ann');
    expect(await cell(1, before).textContent()).toBe('');
  });

  test('a hundred thousand rows: only those on the screen are drawn', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => ({
      Phone: String(79990000000 + n),
      Name: `P ${n}`,
    }));
    playground.playground.script.spreadsheet.fill('Clients', rows);
    playground.playground.changed();
    await shows(2, 'Name', 'P 0');
    await cell(2, 'Name').click();
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await page.locator('.number').filter({ hasText: '99998' }).waitFor();
    expect(await page.locator('.grid-row').count()).toBeLessThan(100);
  });

  test('the controls: the clock, the weather, twice, start over', async () => {
    const { clock: ours } = playground.playground.script;
    const clock = page.getByLabel('The clock here');
    const before = { shown: await clock.textContent(), now: ours.now };
    await page.getByTitle('Move the clock by 25 h').waitFor();
    await page.getByRole('button', { name: '+1 h' }).click();
    await clock.filter({ hasNotText: before.shown ?? '' }).waitFor();
    expect(ours.now - before.now).toBeGreaterThanOrEqual(3_600_000);
    await page.getByText('Refuses token').click();
    await say('Link');
    await page
      .locator('.badge.bad')
      .filter({ hasText: /not sent$/ })
      .waitFor();
    const doors = ['/local/weather', '/local/twice'];
    const answered = Promise.all(doors.map((door) => page.waitForResponse(`**${door}`)));
    await page.getByText('Fine', { exact: true }).click();
    await page.getByRole('switch', { name: 'Everything twice' }).check({ force: true });
    await answered;
    const { body } = await playground.ask('GET', '/local/view.json');
    expect([body.weather, body.twice]).toEqual(['fine', true]);
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Start over' }).click();
    await page.getByText('Nothing written yet').waitFor();
  });

  test('two pages show the same world, and a draft survives a reload', async () => {
    const other = await visitor.browser.newPage();
    await other.goto(playground.address);
    await page.locator('.composer textarea').fill('half a sent');
    await page.getByRole('tab', { name: 'Settings' }).click();
    await say('Link');
    await other.getByRole('button', { name: 'Open my link' }).waitFor();
    await other.close();
    await page.locator('.composer textarea').fill('half a sentence');
    await phoneOf('Ben');
    await phoneOf('Amina');
    await page.reload();
    await page.waitForFunction(
      `document.querySelector('.composer textarea')?.value === 'half a sentence'`,
    );
  });

  test('what a setting does, what a problem is and what to do can be read whole', async () => {
    await page.getByText('Refuses token').click();
    await say('Link');
    for (const [tab, heading] of [
      ['Settings', 'What it does'],
      ['Problems', 'What to do'],
    ]) {
      await page.getByRole('tab', { name: tab as string }).click();
      await page
        .locator('.grid-head .cell')
        .filter({ hasText: heading as string })
        .waitFor();
      const cut = `[...document.querySelectorAll('.grid-body .cell')]
        .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
        .map((one) => one.textContent)`;
      expect(await page.evaluate(cut)).toEqual([]);
    }
  });

  test('a refused message says why, and what to do', async () => {
    await page.getByText('Refuses token').click();
    await say('Link');
    await page.getByText('Amina Yusuf: Link').click();
    const refusal = page.locator('.refusal').last();
    await refusal.getByText(/^The provider refuses the access token: “/).waitFor();
    await refusal.getByText('Referrals → Connect…').waitFor();
    await page.getByRole('button', { name: 'make WhatsApp accept it again' }).click();
    await page
      .locator('.hint')
      .getByText('1 of 4')
      .or(page.locator('.hint').getByText('2 of 4'))
      .waitFor();
  });

  test('what ran by itself is told in plain words', async () => {
    await say('Link');
    await page.getByRole('button', { name: '+1 h' }).click();
    await page
      .getByText(/checks for what is due/)
      .first()
      .waitFor();
    const lines = await page.locator('.happenings .about').allTextContents();
    expect(lines.join('\n')).not.toMatch(/drainPending|ownerCall|onEdit|Page:|Report:|\bms\b/);
  });

  test.each([
    [390, 844],
    [640, 400],
  ])(
    'at %i by %i pixels one part is shown at a time, and nothing is cut off',
    async (width, height) => {
      await page.setViewportSize({ width, height });
      const part = (name: string) =>
        page.locator('.areas').getByRole('button', { name, exact: true }).click();
      await say('Link');
      await page.getByRole('button', { name: 'Open my link' }).waitFor();
      await part('Sheet');
      await shows(2, 'Name', 'Amina Yusuf');
      await part('What happened');
      await page.getByText('Amina Yusuf: Link').waitFor();
      await part('Phones');
      await page.getByRole('button', { name: 'Open my link' }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  test.each(['light', 'dark'] as const)('axe finds nothing, in %s', async (colorScheme) => {
    const faults = () => obstacles(page.mainFrame(), { colours: colorScheme === 'dark' });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await say('What is this?');
    await page.locator('.reply-buttons button').first().waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByText('Amina Yusuf: What is this?').click();
    await page.getByRole('menuitem', { name: 'Referrals' }).click();
    await page.getByRole('menuitem').nth(1).waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('End');
    await page.locator('[role=menuitem]:focus').filter({ hasText: 'Send waiting' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[role=menubar] [role=menuitem]:focus').waitFor();
    await page.locator('.people').getByRole('button', { name: 'Add' }).click();
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await faults()).toEqual([]);
  });
});
