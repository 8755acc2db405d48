/** *Check set-up*: what it says when something is not well, and what its buttons do about it. */
import { asInFirstVersion, headingsOf } from '../support/columns';
import { describePage, sitDown } from './at-a-desk';
import { check, checked, messageIn } from './checking';
import { obstacles } from './obstacles';
import { fillRewards } from './owner';
import type { OwnersDesk } from './owners-desk';
import { promise } from './promise';
import type { PageFrame } from './surface';

jest.setTimeout(90_000);

describePage('checking the set-up', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  /** A check with everything that it says. */
  async function outcome(frame: PageFrame, title: string): Promise<string> {
    const line = frame
      .locator('.checks > li')
      .filter({ has: frame.locator('h2', { hasText: title }) });
    return `${await line.getAttribute('class')} ${await line.textContent()}`;
  }

  test('how many messages went this month, and from when on that is something to know', async () => {
    const sent = { month: '2026-06', answers: 700, notices: 99, rewards: 2, templates: 5 };
    await desk.begin(() => {
      const month = new Date(desk.script.clock.now).toISOString().slice(0, 7);
      desk.script.properties.script.set('sent', JSON.stringify({ ...sent, month }));
    });
    const frame = await check(desk);
    expect(await outcome(frame, 'Messages this month')).toMatch(
      /^warn .*About 801 of 1,000 free messages this month, and 5 by template\..*a way to pay/,
    );
  });

  test('what has to be paid first is told, until it is', async () => {
    await desk.begin(() => {
      const unpaid = { what: 'There is no way to pay', toDo: 'Pay.', at: desk.script.clock.now };
      desk.script.properties.script.set('unpaid', JSON.stringify(unpaid));
    });
    const frame = await check(desk);
    expect(await outcome(frame, 'Messages this month')).toMatch(/^fail .*There is no way to pay\./);
    await frame.getByRole('button', { name: 'It is paid now' }).click();
    await checked(desk, frame);
    expect(await outcome(frame, 'Messages this month')).toMatch(/^pass /);
  });

  test('rewards: what has waited for long, and coupons that are missing', async () => {
    await desk.begin(() => {
      promise(desk, { 'Inviter gets': 'coupon' });
      fillRewards(desk, 3, (n) => (n === 2 ? 'flagged' : 'ready'));
      const sheet = desk.script.spreadsheet;
      const day = (sheet.rows('Rewards')[0] ?? []).indexOf('Ready on') + 1;
      sheet.type('Rewards', 2, day, '2026-01-02');
    });
    await messageIn(desk);
    const frame = await check(desk);
    const line = frame.locator('.checks > li').filter({ hasText: 'To give: 2; to look at: 1' });
    await line.getByText('coupons in stock: 0').waitFor();
    expect(await line.textContent()).toMatch(
      /Coupons are running out.*A reward has been ready for \d+ days/,
    );
    expect(await line.getAttribute('class')).toContain('warn');
  });

  test('e-mails that Google has not been asked about are told with what to do', async () => {
    await desk.begin(() => desk.set('E-mail to you', 'owner@example.com'));
    const frame = await check(desk);
    expect(await outcome(frame, 'E-mails to you')).toMatch(
      /^fail .*cannot go to owner@example\.com.*npm run deploy -- --mail/,
    );
  });

  test('empty columns of an older sheet go when the owner wants it', async () => {
    await desk.begin(() => {
      desk.script.spreadsheet.type('Clients', 2, 26, ' ');
      desk.script.spreadsheet.type('Clients', 2, 26, '');
    });
    const frame = await check(desk);
    expect(await outcome(frame, 'Room for clients')).toMatch(
      /^pass .*room for about 38\d,\d{3} clients. Empty columns in the tab Clients: 15. They take the room of 5\d\d,\d{3} more\./,
    );
    await frame.getByRole('button', { name: 'Delete the empty columns' }).click();
    await checked(desk, frame);
    expect(await outcome(frame, 'Room for clients')).toMatch(
      /^pass .*about 9\d\d,\d{3} clients\.$/,
    );
    expect(desk.script.spreadsheet.size('Clients').columns).toBe(11);
  });

  test('what it learns is printed', async () => {
    await desk.begin(() => {
      desk.script.quirks.textFinderSkipsHidden = true;
      desk.script.quirks.apostropheShown = true;
    });
    const frame = await check(desk);
    expect(await outcome(frame, 'Searching')).toMatch(/^warn .*looks into hidden rows: no/);
    expect(await outcome(frame, 'Texts stay texts')).toMatch(
      /^pass .*appendRow keeps a column’s text format: no.*apostrophe comes back: yes.*0507 → plain cell 507 \(number\)/,
    );
  });

  test('missing tabs and headings are made, and told', async () => {
    await desk.begin(() => {
      desk.script.spreadsheet.deleteSheet('Problems');
      desk.script.spreadsheet.deleteColumn('Clients', "Inviter's name");
    });
    const frame = await check(desk);
    expect(await outcome(frame, 'Tabs and headings')).toContain(
      "Was missing and has been made: Clients → Inviter's name, the tab Problems.",
    );
  });

  test('columns that stand apart are moved together by a button', async () => {
    await desk.begin(() => asInFirstVersion(desk));
    await messageIn(desk);
    const frame = await check(desk);
    expect(await outcome(frame, 'Order of the columns')).toMatch(
      /^pass .*only more slowly.*10 columns, \d+ ms/,
    );
    const before = headingsOf(desk);
    await frame.getByRole('button', { name: 'Move the columns together' }).click();
    await checked(desk, frame);
    expect(await outcome(frame, 'Order of the columns')).toMatch(/side by side.*3 columns, \d+ ms/);
    expect(headingsOf(desk)).not.toEqual(before);
    await frame.getByText('All is well.').waitFor();
  });

  test('unusable settings, a template that is not approved, and another number are told', async () => {
    await desk.begin(() => {
      desk.set('Date format', 'tomorrow');
      desk.set('Notice template', 'no_such');
      desk.set('WhatsApp number', '+1 202 555 0199');
      desk.script.properties.script.set('metaAccount', '102290129340398');
    });
    const frame = await check(desk);
    expect(await outcome(frame, 'Settings')).toMatch(
      /^fail .*The setting “Date format” cannot be used/,
    );
    const titles = frame.locator('.checks h2');
    expect((await titles.allTextContents()).slice(0, 2)).toEqual([
      'Settings: failed',
      'The notice template: failed',
    ]);
    expect(await frame.getByText('Date format: Use y, M and d').isVisible()).toBe(true);
    expect(await outcome(frame, 'The notice template')).toMatch(
      /^fail .*There is no template “no_such”/,
    );
    expect(await outcome(frame, 'The connection')).toMatch(/^warn .*another number/);
    await frame.getByText('2 checks failed: Settings; The notice template.').waitFor();
  });

  test('two buttons with the same words are remarked on', async () => {
    await desk.begin(() => desk.set('Text: Button: link', 'My referrals'));
    expect(await outcome(await check(desk), 'Settings')).toMatch(
      /^warn .*Text: Button: link: “Text: Button: referrals” says the same/,
    );
  });

  test('an approved template passes', async () => {
    await desk.begin(() => {
      desk.set('Notice template', 'friend_joined');
      desk.script.properties.script.set('metaAccount', '102290129340398');
    });
    expect(await outcome(await check(desk), 'The notice template')).toContain('is approved');
  });

  test('a refused token leads to Connect WhatsApp', async () => {
    await desk.begin(() => desk.script.properties.script.set('metaToken', 'wrong'));
    const frame = await check(desk);
    expect(await outcome(frame, 'The connection')).toMatch(/^fail .*refuses the access token/);
    await frame.getByRole('button', { name: 'Connect…' }).first().click();
    await desk.frame('Connect WhatsApp or Telegram');
  });

  test('what is not the provider’s doing is not said of the provider', async () => {
    await desk.begin();
    await desk.failWith('Exception: Service invoked too many times for one day', 'account');
    const said = await outcome(await check(desk), 'The connection');
    expect(said).toMatch(/^fail .*This could not be checked\..*quota for today is used up/);
    expect(said).not.toContain('refuses');
  });

  test('a token that ends soon is told', async () => {
    await desk.begin(() => {
      const { business } = desk.meta;
      business.tokenExpiresAt = desk.script.clock.now + 5 * 3_600_000;
    });
    expect(await outcome(await check(desk), 'The access token')).toMatch(/^fail .*less than a day/);
    desk.meta.business.tokenExpiresAt = 0;
  });

  test('the trigger is made when it is missing', async () => {
    await desk.begin(() => (desk.script.triggers as unknown[]).splice(0));
    const frame = await check(desk);
    expect(await outcome(frame, 'The one-minute trigger')).toMatch(/^pass .*It is installed/);
    expect(desk.script.triggers).toHaveLength(1);
  });

  test('a check that fails itself does not keep the others from being made', async () => {
    await desk.begin();
    await messageIn(desk);
    await desk.failWith('Error: Service Spreadsheets timed out', 'trySearch');
    const frame = await check(desk);
    expect(await outcome(frame, 'Searching')).toMatch(/^fail .*Service Spreadsheets timed out/);
    expect(await frame.locator('.checks > li.pass').count()).toBe(21);
    await desk.worksAgain();
    await frame.getByRole('button', { name: 'Check again' }).press('Enter');
    await checked(desk, frame);
    await frame.getByText('All is well.').waitFor();
  });

  test('all is well: every check passes, and nothing is left behind', async () => {
    await desk.begin();
    await messageIn(desk);
    const tabs = desk.script.spreadsheet.sheetNames();
    const frame = await check(desk);
    await frame.getByText('All is well.').waitFor();
    expect(await frame.locator('.checks > li').count()).toBe(22);
    expect(await frame.locator('.checks > li:not(.pass)').count()).toBe(0);
    expect(desk.script.spreadsheet.sheetNames()).toEqual(tabs);
    expect(await obstacles(frame)).toEqual([]);
  });

  test('the result can be copied, without secrets, addresses and numbers', async () => {
    await desk.begin(() => {
      desk.script.properties.script.set('metaToken', 'wrong');
      desk.set('Text: Nameless', '{447700900142}');
    });
    const frame = await check(desk);
    await frame.evaluate(`document.addEventListener('copy', () => {
      window.copied = document.activeElement.value;
    })`);
    await frame.getByRole('button', { name: 'Copy the result' }).click();
    const text = String(await frame.evaluate('window.copied'));
    expect(text).toContain('[FAIL] The connection');
    expect(text).toContain('appendRow keeps a column’s text format');
    expect(text).toMatch(
      /sheet seen by the trigger: yes, active \(\d{4}-\d\d-\d\d \d\d:\d\d UTC\)/,
    );
    expect(text).toContain('a real message: not shown yet');
    expect(text).not.toContain('447700900142');
    expect(text).not.toContain(desk.script.properties.script.get('webhookKey'));
    expect(text).not.toMatch(/https?:/);
  });
});
