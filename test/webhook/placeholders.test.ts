/** Every heading of the tab Clients is a placeholder: a text shows what stands in its receiver's own row. */
import { rewardShop } from '../rewards/shop';
import { Business, callsOf, HOUR, invitationIn } from '../support/business';

/** A shop with a column of the owner's, Anna and Ben in it. */
function shopWith(settings: Record<string, string>, heading = 'Points') {
  const shop = new Business();
  const sheet = shop.script.spreadsheet;
  sheet.type('Clients', 1, 12, heading);
  shop.set(settings);
  const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
  shop.writes(anna, 'Link');
  shop.writes(ben, 'Link');
  const shows = (person: typeof anna, text: string) =>
    sheet.type('Clients', shop.rowNumber(person), heading, text);
  return { shop, sheet, anna, ben, shows };
}

/** The first answer to *My referrals*. */
const asks = (shop: Business, person: Parameters<Business['writes']>[0]) =>
  shop.writes(person, 'My referrals')[0]?.text;

const POINTS = { 'Text: No referrals yet': 'You have {Points} points.' };

test('a text shows what its receiver’s own row shows, and nobody else’s', () => {
  const { shop, anna, ben, shows } = shopWith(POINTS);
  shows(anna, '120');
  shows(ben, '7');
  expect(asks(shop, anna)).toBe('You have 120 points.');
  expect(asks(shop, ben)).toBe('You have 7 points.');
});

test('it is shown as the sheet shows it: money, days, what formulas come to', () => {
  const { shop, anna, ben, sheet, shows } = shopWith(POINTS);
  sheet.setFormat('Clients', 'L:L', '#,##0.00 "€"');
  shows(anna, '1234.5');
  expect(asks(shop, anna)).toBe(`You have ${shop.row(anna).Points} points.`);
  expect(shop.row(anna).Points).toBe('1,234.50 €');
  shows(ben, '=40+2');
  sheet.spill('Clients', shop.rowNumber(ben), 12, [['forty-two']]);
  expect(asks(shop, ben)).toBe('You have forty-two points.');
});

test('the notice shows the inviter’s row, the welcome the friend’s', () => {
  const { shop, anna, ben, shows } = shopWith({
    'Text: Notice': '{name} came. You have {Points}.',
    'Text: Welcome back': 'Hello {name}: {Points}.',
  });
  shows(anna, '120');
  shows(ben, '7');
  const [welcome] = shop.writes(ben, invitationIn(shop.link(anna)));
  expect(welcome?.text).toBe('Hello Ben: 7.');
  expect(shop.heard(anna).pop()).toBe('Ben came. You have 120.');
});

test('several who are told together, and rewards, show the receiver’s row too', () => {
  const { shop, anna, ben } = rewardShop({ 'Inviter gets': 'Free coffee' });
  const sheet = shop.script.spreadsheet;
  const column = (sheet.rows('Clients')[0]?.length ?? 0) + 1;
  sheet.type('Clients', 1, column, 'Level');
  shop.set({ 'Text: Reward ready': 'Ready: {reward}. Level {Level}.' });
  sheet.type('Clients', shop.rowNumber(anna), 'Level', 'Gold');
  shop.taps(ben, anna);
  shop.wait(HOUR / 4);
  expect(shop.heard(anna).pop()).toBe('Ready: Free coffee. Level Gold.');
});

test('somebody who has no row yet gets the text without it', () => {
  const { shop } = shopWith({ 'Text: Help': 'Hello {name}! Points: {Points}' });
  const cleo = shop.person('Cleo', '447700900003');
  expect(shop.writes(cleo, 'What is this?')[0]?.text).toBe('Hello Cleo! Points: ');
});

test.each([
  ['another placeholder', '{name} {Points}', 'name Points'],
  ['a line break and what cannot be seen', 'two\nlines\u202e\u200b', 'two lines'],
  ['an error', '#N/A', ''],
])('a cell that holds %s', (_, cell, shown) => {
  const { shop, anna, shows } = shopWith({ 'Text: Help': '{name}: [{Points}]' });
  shows(anna, cell);
  expect(shop.writes(anna, 'Hm?')[0]?.text).toBe(`Anna: [${shown}]`);
});

test('a text in which nothing is left is a dash: nobody can be sent nothing', () => {
  const { shop, anna } = shopWith({ 'Text: Help': '{Points}' });
  expect(shop.writes(anna, 'Hm?')[0]?.text).toBe('–');
});

test('a long cell is cut', () => {
  const { shop, anna, shows } = shopWith(POINTS);
  shows(anna, 'x'.repeat(2000));
  expect(asks(shop, anna)?.length).toBeLessThan(520);
});

test('headings with spaces, in any letters and any case', () => {
  const { shop, anna, shows } = shopWith({}, 'Баллы за год');
  shop.set({ 'Text: No referrals yet': 'У вас {баллы за год}.' });
  shows(anna, '15');
  expect(asks(shop, anna)).toBe('У вас 15.');
});

test('a placeholder of the program’s wins over a column of the same name', () => {
  const { shop, anna, shows } = shopWith({ 'Text: Help': 'Dear {name}' }, 'name ');
  shows(anna, 'Nobody');
  expect(shop.writes(anna, 'Hm?')[0]?.text).toBe('Dear Anna');
});

describe('what cannot be used is told beside the setting, and the default is used', () => {
  test.each([
    ['a column that is not there', '{Pionts}'],
    ['a column that is nobody’s business', '{Note}'],
    ['whom the program found odd', '{Check}'],
    ['who invited', "{Inviter's name}"],
  ])('%s', (_, placeholder) => {
    const { shop, anna } = shopWith({ 'Text: No referrals yet': `Look: ${placeholder}` });
    expect(shop.complaint('Text: No referrals yet')).toContain(
      `${placeholder} means nothing here.`,
    );
    expect(asks(shop, anna)).toMatch(/^Nobody has come/);
  });

  test('on a button, which is the same for all', () => {
    const { shop } = shopWith({ 'Text: Button: link': '{Points}' });
    expect(shop.complaint('Text: Button: link')).toContain('{Points} means nothing here.');
  });

  test('as soon as the heading goes; and the note goes when it comes back', () => {
    const { shop, sheet, anna, shows } = shopWith(POINTS);
    shows(anna, '120');
    sheet.type('Clients', 1, 12, 'Stars');
    expect(shop.complaint('Text: No referrals yet')).toContain('{Points} means nothing here.');
    expect(asks(shop, anna)).toMatch(/^Nobody has come/);
    sheet.type('Clients', 1, 12, 'Points');
    expect(shop.complaint('Text: No referrals yet')).toBe('');
    expect(asks(shop, anna)).toBe('You have 120 points.');
  });
});

test('one call more for a text that names a column; none where no such text is sent', () => {
  const calls = (settings: Record<string, string>, text: string) => {
    const { shop, anna, shows } = shopWith(settings);
    shows(anna, '120');
    shop.writes(anna, text);
    const sending = shop.script.executions.filter(({ calls }) => calls.fetch).pop();
    if (!sending) throw new Error('Nothing was sent');
    return callsOf(sending).all;
  };
  const plain = calls({}, 'My referrals');
  expect(calls(POINTS, 'My referrals')).toBe(plain + 1);
  expect(calls(POINTS, 'Who invited me')).toBe(calls({}, 'Who invited me'));
});
