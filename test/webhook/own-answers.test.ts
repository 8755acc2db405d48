/** The tab Answers: the owner's own commands. */
import { Business, callsOf, MINUTE } from '../support/business';

type Line = [words: string, answer: string, buttons?: string];

/** A shop whose owner has typed these lines, from row 2 on. */
function shopWith(...lines: Line[]) {
  const shop = new Business();
  const sheet = shop.script.spreadsheet;
  lines.forEach((cells, index) => {
    sheet.paste('Answers', index + 2, 1, [[cells[0], cells[1], cells[2] ?? '']]);
  });
  const anna = shop.person('Anna', '447700900001');
  const says = (text: string) => shop.writes(anna, text)[0];
  const note = (row: number) => sheet.note('Answers', row, 1);
  return { shop, sheet, anna, says, note };
}

const HOURS: Line = ['opening hours, hours', 'We are open from 9 to 18, {name}.'];

test('set-up makes it with a line to begin with, which is not used until it has an answer', () => {
  const { shop, sheet, says, note } = shopWith();
  expect(shop.rows('Answers')).toEqual([
    { Words: 'opening hours, hours, when are you open', Answer: '', Buttons: '' },
  ]);
  expect(note(2)).toBe('The answer is still empty. This line is not used.');
  expect(says('opening hours')?.text).toMatch(/^Hello, Anna!/);
  sheet.type('Answers', 2, 'Answer', 'From 9 to 18.');
  expect(note(2)).toBe('');
  expect(says('When are you open?')?.text).toBe('From 9 to 18.');
});

test('a line that the owner took away does not come back', () => {
  const { shop, sheet } = shopWith();
  sheet.deleteRow('Answers', 2);
  shop.run('setUp');
  expect(shop.rows('Answers')).toEqual([]);
});

test('a tab of the owner’s that has the same name is left alone', () => {
  const { shop, sheet, says } = shopWith();
  sheet.deleteSheet('Answers');
  sheet.addSheet('Another');
  sheet.addSheet('Answers');
  sheet.fill('Answers', [
    ['Timestamp', 'How was it?'],
    ['today', 'Good'],
  ]);
  shop.run('setUp');
  expect(sheet.rows('Answers')).toEqual([
    ['Timestamp', 'How was it?'],
    ['today', 'Good'],
  ]);
  expect(says('Good')?.text).toMatch(/^Hello, Anna!/);
});

test.each(['opening hours', 'Opening Hours?', 'HOURS!!', 'openning hours', 'Opening hour'])(
  'it is answered to “%s”',
  (text) => {
    const { says } = shopWith(HOURS);
    expect(says(text)?.text).toBe('We are open from 9 to 18, Anna.');
  },
);

test('the program’s own commands come first', () => {
  const { says } = shopWith(HOURS);
  expect(says('Link')?.kind).toBe('card');
});

test('a column of the client’s own row may be named', () => {
  const { shop, sheet, anna, says } = shopWith();
  sheet.type('Clients', 1, 12, 'Points');
  sheet.paste('Answers', 2, 1, [['points', 'You have {Points} points.']]);
  expect(says('Points')?.text).toBe('You have  points.');
  shop.writes(anna, 'Link');
  sheet.type('Clients', shop.rowNumber(anna), 'Points', '120');
  expect(says('Points')?.text).toBe('You have 120 points.');
});

test('buttons lead to commands and to other answers', () => {
  const { shop, anna, says } = shopWith(
    ['info', 'What would you like to know?', 'Opening hours, My link'],
    HOURS,
  );
  const bubble = says('info');
  const titles = bubble?.buttons?.map(({ title }) => title);
  expect(titles).toEqual(['Opening hours', 'My link']);
  const press = (index: number) => {
    const button = bubble?.buttons?.[index];
    if (!button) throw new Error('There is no such button');
    return shop.writes(anna, { buttonId: button.id })[0];
  };
  expect(press(0)?.text).toBe('We are open from 9 to 18, Anna.');
  expect(press(1)?.kind).toBe('card');
});

describe('a line that cannot be used has a note that says why, and is not used', () => {
  test.each<[string, Line, RegExp]>([
    ['no words', ['', 'Hello'], /^Write in “Words”/],
    ['a word of a command', ['link', 'Hello'], /^“link” is a command of the program/],
    ['a word too near to one', ['linkk', 'Hello'], /^“linkk” is a command of the program/],
    ['an unknown placeholder', ['price', '{Price}'], /^\{Price\} means nothing here/],
    ['a column that is nobody’s business', ['note', '{Note}'], /^\{Note\} means nothing here/],
    ['too long', ['price', 'x'.repeat(1501)], /^At most 1500 characters; this has 1501/],
    ['too long for buttons', ['price', 'x'.repeat(1025), 'My link'], /^At most 1024 characters/],
    ['four buttons', ['price', 'Hi', 'My link, Start, Stop, My referrals'], /^At most 3 buttons/],
    ['a long button', ['price', 'Hi', 'x'.repeat(21)], /room for 20 characters/],
    ['the same button twice', ['price', 'Hi', 'My link, my link'], /^Two buttons say the same/],
    ['a button to nowhere', ['price', 'Hi', 'Nowhere'], /“Nowhere” leads nowhere/],
  ])('%s', (_, line, said) => {
    const { note, says } = shopWith(line);
    expect(note(2)).toMatch(said);
    expect(note(2)).toMatch(/This line is not used\.$/);
    expect(says('price')?.text).toMatch(/^Hello, Anna!/);
  });

  test('words that are answered further up', () => {
    const { note } = shopWith(HOURS, ['hours', 'Another']);
    expect([note(2), note(3)]).toEqual(['', expect.stringMatching(/^“hours” is answered further/)]);
  });

  test('more than there is room for', () => {
    const lines = Array.from(
      { length: 40 },
      (_, n): Line => [
        `topic${'abcdefgh'[n % 8]}${'ijklm'[Math.floor(n / 8)]}zz`.repeat(3),
        'x'.repeat(1400),
      ],
    );
    const { sheet } = shopWith(...lines);
    expect(sheet.note('Answers', 2, 1)).toBe('');
    expect(sheet.note('Answers', 41, 1)).toMatch(/^There is room for 100 answers of 40000/);
  });
});

test('what comes in by another way than the owner’s hand is in force within ten minutes', () => {
  const { shop, sheet, says } = shopWith();
  sheet.fill('Answers', [['parking', 'Behind the house.']], 3);
  shop.wait(11 * MINUTE);
  expect(says('parking')?.text).toBe('Behind the house.');
});

test('no message costs a call more', () => {
  const calls = (...lines: Line[]) => {
    const { shop, anna, says } = shopWith(...lines);
    shop.writes(anna, 'Link');
    says('Who invited me');
    return callsOf(shop.last()).all;
  };
  expect(calls(HOURS, ['price', '5'])).toBe(calls());
});
