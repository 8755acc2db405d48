/** What *Check set-up* tries on the live account: it finds out what is so, and leaves nothing behind. */
import { Business } from '../support/business';
import { ownerOf } from './owner';

const TABS = ['Clients', 'Settings', 'Problems', 'Answers', 'Sources', 'Numbers'];

function tabsOf(shop: Business): string[] {
  return shop.script.spreadsheet.sheetNames().filter((name) => name !== 'Sheet1');
}

test.each([true, false])('appendRow keeps the text format: %s', (keeps) => {
  const shop = new Business();
  shop.script.quirks.appendRowKeepsText = keeps;
  const { kept, keptAppended, read } = ownerOf(shop).tryTexts();
  expect([kept, keptAppended]).toEqual([true, true]);
  const { appended } = read.find(({ given }) => given === '0507')!;
  expect(appended).toEqual(keeps ? ['string', '0507'] : ['number', '507']);
});

test.each([true, false])('the apostrophe comes back: %s', (shown) => {
  const shop = new Business();
  shop.script.quirks.apostropheShown = shown;
  expect(ownerOf(shop).tryTexts()).toMatchObject({ kept: true, keptAppended: true });
});

test.each([true, false])('the search passes over hidden rows: %s', (skips) => {
  const shop = new Business();
  shop.script.quirks.textFinderSkipsHidden = skips;
  const found = ownerOf(shop).trySearch();
  expect(found).toMatchObject({ digits: true, regex: true, hiddenRows: !skips });
});

test('where the search passes over hidden rows, clients in them are found all the same after the check', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  shop.script.quirks.textFinderSkipsHidden = true;
  ownerOf(shop).trySearch();
  shop.script.spreadsheet.hideRow('Clients', 2);
  shop.writes(anna, 'Link');
  shop.taps(ben, anna);
  expect(shop.rows('Clients')).toHaveLength(2);
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
});

test.each([true, false])('the search sees what is not flushed: %s', (sees) => {
  const shop = new Business();
  shop.script.quirks.textFinderSeesUnflushed = sees;
  expect(ownerOf(shop).trySearch().unflushed).toBe(sees);
});

test.each(['tryTexts', 'trySearch'] as const)('%s leaves no tab behind', (name) => {
  const shop = new Business();
  shop.script.spreadsheet.select('Settings', 'B3');
  ownerOf(shop)[name]();
  expect(tabsOf(shop)).toEqual(TABS);
  expect(ownerOf(shop).selection(0)).toMatchObject({ row: 0 });
});

test.each(['tryTexts', 'trySearch'] as const)('%s removes its tab when a call fails', (name) => {
  const calls = (shop: Business) => {
    ownerOf(shop)[name]();
    return shop.last('ownerCall').trace.length;
  };
  const all = calls(new Business());
  const shop = new Business();
  const owner = ownerOf(shop);
  let failed = 0;
  for (let call = 1; call < all; call++) {
    shop.script.faults = { throwAt: { call, message: 'Service Spreadsheets failed' } };
    try {
      owner[name]();
    } catch {
      failed++;
    }
    // The one call that cannot be made good is the deletion itself: the next check does it.
    if (tabsOf(shop).length > TABS.length) owner[name]();
    expect(tabsOf(shop)).toEqual(TABS);
  }
  expect(failed).toBeGreaterThan(3);
});

test('what a check that died left is taken away by the next one', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  shop.script.faults = { dieAt: { call: 5, when: 'after' } };
  expect(() => owner.tryTexts()).toThrow();
  expect(tabsOf(shop)).toContain('Check set-up (goes away)');
  owner.tryTexts();
  expect(tabsOf(shop)).toEqual(TABS);
});

test('the other services are used once each', () => {
  const shop = new Business();
  expect(ownerOf(shop).tryServices()).toMatchObject({ lock: true, cache: true, trigger: true });
  expect(
    ownerOf(shop)
      .tryServices()
      .properties.map(([name]) => name),
  ).toContain('webhookKey');
});

test('a lock that is not to be had is told', () => {
  const shop = new Business();
  shop.script.faults = { lockRefused: true };
  expect(ownerOf(shop).tryServices().lock).toBe(false);
});

test('headings and tabs that are missing are told, and made by set-up', () => {
  const shop = new Business();
  shop.script.spreadsheet.deleteSheet('Problems');
  shop.script.spreadsheet.deleteColumn('Clients', "Inviter's name");
  const owner = ownerOf(shop);
  expect(owner.tabs()).toMatchObject({
    Problems: null,
    Clients: expect.not.arrayContaining(["Inviter's name"]),
  });
  owner.setUp();
  expect(owner.tabs()).toMatchObject({
    Problems: expect.arrayContaining(['Problem']),
    Clients: expect.arrayContaining(["Inviter's name"]),
  });
});
