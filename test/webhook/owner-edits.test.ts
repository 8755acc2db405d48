/** The owner’s freedom: columns and rows move, numbers are typed by hand, settings change, and the program follows. */
import { Business, MINUTE } from '../support/business';

function busyShop() {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  const cleo = shop.person('Cleo', '447700900003');
  shop.invites(anna, ben);
  return { shop, anna, ben, cleo, sheet: shop.script.spreadsheet };
}

test('columns moved and inserted: everything goes where its heading is', () => {
  const { shop, anna, cleo, sheet } = busyShop();
  sheet.moveColumn('Clients', 'Phone', 4);
  sheet.insertColumn('Clients', 3);
  sheet.type('Clients', 1, 3, 'My own column');
  sheet.moveColumn('Clients', 'Notice', 1);
  shop.taps(cleo, anna);
  expect(shop.row(cleo)).toMatchObject({
    Name: 'Cleo',
    'Invited by': anna.phone,
    "Inviter's name": 'Anna',
    'My own column': '',
    Notice: expect.stringMatching(/^waits for 447700900001 to be told of several at once\s+#/),
  });
  shop.wait(3 * MINUTE);
  expect(shop.row(cleo).Notice).toMatch(/^told /);
  expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Your referrals: 2\n/);
});

test('rows sorted and deleted', () => {
  const { shop, anna, ben, cleo, sheet } = busyShop();
  sheet.sort('Clients', 'Name', false);
  shop.taps(cleo, anna);
  expect(shop.row(cleo)['Invited by']).toBe(anna.phone);
  sheet.deleteRow('Clients', shop.rowNumber(ben));
  shop.taps(ben, anna);
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
  expect(shop.rows('Clients')).toHaveLength(3);
});

test('a client whom the owner typed in with spaces and a plus is found', () => {
  const { shop, cleo, sheet } = busyShop();
  sheet.type('Clients', 4, 'Phone', '+44 7700 900-003');
  sheet.type('Clients', 4, 'Name', 'Cleo Typed');
  shop.writes(cleo, 'Link');
  expect(shop.rows('Clients')).toHaveLength(3);
  expect(shop.cell('Clients', 4, 'Name')).toBe('Cleo Typed');
});

test('the owner’s own columns are left alone when a row changes', () => {
  const { shop, anna, cleo, sheet } = busyShop();
  shop.writes(cleo, 'Link');
  const row = shop.rowNumber(cleo);
  sheet.insertColumn('Clients', 4);
  sheet.setFormat('Clients', 'D:D', 'General');
  sheet.type('Clients', row, 4, '=1+1');
  shop.taps(cleo, anna);
  expect(shop.row(cleo)['Invited by']).toBe(anna.phone);
  expect(shop.formulas('Clients')).toEqual(['=1+1']);
});

test('a renamed tab is found again', () => {
  const { shop, anna, cleo, sheet } = busyShop();
  sheet.rename('Clients', 'Kunden');
  shop.taps(cleo, anna);
  expect(shop.rows('Kunden')).toHaveLength(3);
});

test('a changed text takes effect with the next message', () => {
  const { shop, cleo } = busyShop();
  shop.set({ 'Text: Link button': 'Mein Link', 'Text: Link card': 'Hier, {name}:' });
  expect(shop.writes(cleo, 'Link')[0]).toMatchObject({
    text: 'Hier, Cleo:',
    link: { title: 'Mein Link' },
  });
});

test('a changed text takes effect also where simple triggers may not use Script Properties', () => {
  const { shop, cleo } = busyShop();
  shop.script.quirks.simpleTriggersMayUseProperties = false;
  shop.set({ 'Text: Link button': 'Mein Link' });
  expect(shop.writes(cleo, 'Link')[0]).toMatchObject({ link: { title: 'Mein Link' } });
});

test.each([
  ['Invitation', 'Hello', 'does not say who invites'],
  ['Invitation', '{phone} and {phone}', 'more than once'],
  ['Text: Welcome', 'Hi {nmae}', '{nmae} means nothing here'],
  ['Text: Link button', 'A button with far too many letters', 'At most 20 characters'],
  ['Only new clients count', 'perhaps', 'yes or no'],
])('an unusable “%s” is explained beside it, and the default used', (name, value, why) => {
  const { shop, anna, cleo } = busyShop();
  shop.set({ [name]: value });
  expect(shop.complaint(name)).toContain(why);
  shop.taps(cleo, anna);
  expect(shop.heard(cleo)[0]).toMatch(/^Welcome, Cleo!/);
  expect(shop.writes(cleo, 'Link')[0]?.link).toMatchObject({ title: 'Open my link' });
});

test('set-up again repairs what is missing and destroys nothing', () => {
  const { shop, anna, cleo, sheet } = busyShop();
  const before = shop.rows('Clients');
  sheet.deleteSheet('Problems');
  sheet.deleteColumn('Clients', 'Note');
  sheet.deleteRow('Settings', 5);
  shop.run('setUp');
  shop.run('setUp');
  expect(sheet.sheetNames()).toEqual(expect.arrayContaining(['Clients', 'Settings', 'Problems']));
  expect(shop.rows('Clients')).toEqual(
    before.map((row) =>
      expect.objectContaining({ Phone: row.Phone, 'Invited by': row['Invited by'] }),
    ),
  );
  expect(shop.rows('Clients')[0]).toHaveProperty('Note');
  expect(new Set(shop.rows('Settings').map((row) => row.Name)).size).toBe(
    shop.rows('Settings').length,
  );
  expect(shop.script.triggers).toHaveLength(1);
  shop.taps(cleo, anna);
  expect(shop.row(cleo)['Invited by']).toBe(anna.phone);
});
