/** Limits of the spreadsheet: tabs and headings that are gone, hidden, renamed, or there twice. */
import { HOUR, MINUTE } from '../support/business';
import { expectWhole, settle } from './invariants';
import { comes, expectGoodEnd, here, problems } from './limits-shop';

let cases = 0;
beforeEach(() => void cases++);
afterAll(() => console.log(`limits of the tabs: ${cases} cases`));

describe('tabs', () => {
  test('Clients deleted: events are kept, the owner is told, and set-up makes it good', () => {
    const { shop, anna, ben, sheet } = here();
    sheet.deleteSheet('Clients');
    expect(comes(shop, ben, anna)).toBe(200);
    shop.wait(30 * MINUTE);
    expect(problems(shop)).toContain('The tab “Clients” is missing');
    shop.run('setUp');
    settle(shop);
    expect(shop.row(ben).Note).toContain(String(anna.phone));
  });

  test('Settings deleted: everything goes on with the settings of before', () => {
    const { shop, anna, ben, sheet } = here();
    sheet.deleteSheet('Settings');
    shop.sleeps(HOUR);
    shop.whatsapp.weather = 'down';
    expect(comes(shop, ben, anna)).toBe(200);
    shop.whatsapp.weather = 'fine';
    expectGoodEnd(shop, ben, anna);
    expect(problems(shop)).toContain('Settings');
  });

  test('Problems deleted: a problem stops nothing', () => {
    const { shop, anna, ben, sheet } = here();
    sheet.deleteSheet('Problems');
    shop.whatsapp.weather = 'tokenRejected';
    expect(comes(shop, ben, anna)).toBe(200);
    shop.whatsapp.weather = 'fine';
    expectGoodEnd(shop, ben, anna);
  });

  test.each(['rename', 'hide'])('all of them: %s', (how) => {
    const { shop, anna, ben, sheet } = here();
    for (const name of ['Clients', 'Settings', 'Problems']) {
      if (how === 'hide') sheet.hideSheet(name);
      else sheet.rename(name, `Meine ${name}`);
    }
    shop.whatsapp.weather = 'tokenRejected';
    expect(comes(shop, ben, anna)).toBe(200);
    shop.whatsapp.weather = 'fine';
    settle(shop);
    if (how === 'rename') {
      for (const name of ['Clients', 'Settings', 'Problems']) sheet.rename(`Meine ${name}`, name);
    }
    expectGoodEnd(shop, ben, anna);
    expect(sheet.sheetNames()).toHaveLength(7);
    expect(shop.rows('Problems')).toHaveLength(1);
  });
});

describe('headings', () => {
  test.each(['Phone', 'Invited by', 'Notice', 'Code', 'Messenger id'])(
    '%s overwritten: events are kept, the owner is told, and it goes on when it is written back',
    (heading) => {
      const { shop, anna, ben, sheet } = here();
      sheet.type('Clients', 1, heading, 'Something else');
      expect(comes(shop, ben, anna)).toBe(200);
      shop.wait(30 * MINUTE);
      expect(shop.rows('Clients')).toHaveLength(1);
      expect(problems(shop)).toContain(`no column “${heading}”`);
      sheet.type('Clients', 1, 'Something else', heading);
      expectGoodEnd(shop, ben, anna);
    },
  );

  test.each(['Name', "Inviter's name", 'Joined', 'Last message', 'Note', 'Stopped'])(
    'without the column %s everything else goes on',
    (heading) => {
      const { shop, anna, ben, sheet } = here();
      sheet.deleteColumn('Clients', heading);
      expect(comes(shop, ben, anna)).toBe(200);
      settle(shop);
      expectWhole(shop);
      expect(shop.row(ben)['Invited by']).toBe(anna.phone);
    },
  );

  test.each(['Phone', 'Invited by', 'Notice', 'Code', 'Messenger id'])(
    'a second %s before ours: nothing is written by the wrong column, and the owner is told',
    (heading) => {
      const { shop, anna, ben, sheet } = here();
      sheet.insertColumn('Clients', 1);
      sheet.type('Clients', 1, 1, heading);
      expect(comes(shop, ben, anna)).toBe(200);
      shop.wait(30 * MINUTE);
      expect(shop.rows('Clients')).toHaveLength(1);
      expect(problems(shop)).toContain(`“${heading}”`);
      sheet.deleteColumn('Clients', 1);
      expectGoodEnd(shop, ben, anna);
    },
  );

  test('a column of the owner’s that is called as ours was before: both are named', () => {
    const { shop, anna, ben, sheet } = here();
    sheet.type('Clients', 1, sheet.columnOf('Clients', 'Note') + 1, 'WhatsApp id');
    expect(comes(shop, ben, anna)).toBe(200);
    shop.wait(30 * MINUTE);
    shop.run('setUp');
    expect(problems(shop)).toContain('two columns called “Messenger id” and “WhatsApp id”');
    sheet.type('Clients', 1, 'WhatsApp id', 'My ids');
    expectGoodEnd(shop, ben, anna);
  });
});
