/** The menu *Referrals*: what it has, what its items open, and the mark when there are problems. */
import type { MenuItem } from '../../local/apps-script';
import { buys, minutesPass, rewardShop } from '../rewards/shop';
import { Business } from '../support/business';

function itemsOf(shop: Business): { name: string; function: string }[] {
  shop.script.open();
  const items: MenuItem[] = shop.script.menus.flatMap((menu) => menu.items);
  return items.flatMap((item) => ('function' in item ? [item] : []));
}

function choose(shop: Business, name: string): void {
  const item = itemsOf(shop).find((one) => one.name === name);
  const { error } = shop.script.run(item?.function ?? '', [], 'menu');
  expect(error).toBeUndefined();
}

test('has every item of the owner’s side, built by a simple trigger', () => {
  const shop = new Business();
  expect(itemsOf(shop).map(({ name }) => name)).toEqual([
    'Go live…',
    'List referrals',
    'Make a referral link…',
    'Print a poster…',
    'Add a referral by hand…',
    'Import people…',
    'Connect…',
    'Texts…',
    'Check set-up',
    'Connect a database…',
    'Send waiting notices now',
  ]);
});

test('has the rewards where they are promised, and the list of them as long as there are any', () => {
  const { shop, anna, ben } = rewardShop();
  const rewards = () =>
    itemsOf(shop)
      .map(({ name }) => name)
      .slice(5, -5);
  expect(rewards()).toEqual(['List rewards', 'Note a purchase…']);
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  shop.set({ 'Friend gets': '', 'Inviter gets': '' });
  expect(rewards()).toEqual(['List rewards']);
  choose(shop, 'List rewards');
  expect(shop.script.ui.sidebar?.title).toBe('Referrals');
});

test('says how many problems there are, and leads to them', () => {
  const shop = new Business({ whatsapp: { tokenExpiresAt: 1 } });
  shop.writes(shop.person('Anna', '447700900001'), 'Link');
  shop.script.open();
  expect(shop.script.menus.map(({ name }) => name)).toEqual(['Referrals (1 problem)']);
  choose(shop, 'Problems (1)…');
  expect(shop.rows('Problems')).toHaveLength(1);
});

describe('the tab Problems', () => {
  const troubled = (own = '') => {
    const shop = new Business({ whatsapp: { tokenExpiresAt: 1 } });
    const sheet = shop.script.spreadsheet;
    if (own) sheet.setTabColour('Problems', own);
    const before = sheet.tabColour('Problems');
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    expect(shop.rows('Problems')).toHaveLength(1);
    return { shop, sheet, before };
  };

  test('is red as long as it holds a line', () => {
    const { shop, sheet, before } = troubled();
    expect([before, sheet.tabColour('Problems')]).toEqual(['', '#d93025']);
    sheet.deleteRow('Problems', 2);
    shop.script.open();
    expect(sheet.tabColour('Problems')).toBe('');
  });

  test('keeps a colour of the owner’s', () => {
    const { shop, sheet } = troubled('#0000ff');
    shop.script.open();
    expect(sheet.tabColour('Problems')).toBe('#0000ff');
  });
});

test('the sentences of Problems wrap, also in a sheet of an earlier version', () => {
  const shop = new Business();
  const sheet = shop.script.spreadsheet;
  const wraps = () =>
    ['Problem', 'What to do'].map((one) =>
      sheet.wraps('Problems', 2, sheet.columnOf('Problems', one)),
    );
  expect(wraps()).toEqual([true, true]);
  sheet.deleteSheet('Problems');
  sheet.addSheet('Problems');
  sheet.fill('Problems', [['Last time', 'Problem', 'What to do', 'How often']]);
  expect(wraps()).toEqual([false, false]);
  shop.run('setUp');
  expect(wraps()).toEqual([true, true]);
});

test('opens the sidebar and the dialogs', () => {
  const shop = new Business();
  choose(shop, 'List referrals');
  expect(shop.script.ui.sidebar?.title).toBe('Referrals');
  for (const [item, title] of [
    ['Make a referral link…', 'Make a referral link'],
    ['Print a poster…', 'Print a poster'],
    ['Add a referral by hand…', 'Add a referral by hand'],
    ['Import people…', 'Import people'],
    ['Connect…', 'Connect WhatsApp or Telegram'],
    ['Texts…', 'Texts'],
    ['Check set-up', 'Check set-up'],
  ] as const) {
    choose(shop, item);
    expect(shop.script.ui.dialog?.title).toBe(title);
  }
});

test('the pages carry everything they need but Google’s style sheet', () => {
  const shop = new Business();
  choose(shop, 'Make a referral link…');
  const html = shop.script.ui.dialog?.html ?? '';
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(addresses).toEqual(['https://ssl.gstatic.com/docs/script/css/add-ons1.css']);
});
