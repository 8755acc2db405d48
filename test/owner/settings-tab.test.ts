/** The Settings tab as the owner sees it: in groups, what is wrong beside its value, other providers' rows hidden. */
import { CATALOGUE } from '../../src/program/catalogue';
import { Business } from '../support/business';
import { settingsAsInFirstVersion } from '../support/first-settings';

const TAB = 'Settings';
/** Every row of a new sheet. */
const ALL: string[] = CATALOGUE.groups.flatMap(({ name, settings }) => [
  name,
  ...settings.map((one) => one.name),
]);

const namesIn = (shop: Business) => shop.rows(TAB).map(({ Name = '' }) => Name);
const rowOf = (shop: Business, name: string) => namesIn(shop).indexOf(name) + 2;
const valueBeside = (shop: Business, name: string) => shop.cell(TAB, rowOf(shop, name), 'Value');
const hiddenIn = (shop: Business) =>
  namesIn(shop).filter((_, index) => shop.script.spreadsheet.isRowHidden(TAB, index + 2));

const OTHERS_OF_META = [
  ...['Twilio account SID', 'Twilio sender', 'Green-API address', 'Green-API instance'],
  'Telegram bot',
];

describe('a new sheet', () => {
  test('has its settings in groups, and begins with what clients read', () => {
    const shop = new Business();
    expect(namesIn(shop)).toEqual(ALL);
    expect(namesIn(shop).slice(0, 3)).toEqual(['Texts', 'Invitation', 'Earlier invitations']);
    expect(shop.script.spreadsheet.rows(TAB)[0]).toEqual([
      'Name',
      'Value',
      'Check',
      'What it does',
    ]);
    for (const { name, about } of CATALOGUE.groups) {
      expect(shop.rows(TAB)[rowOf(shop, name) - 2]).toMatchObject({ 'What it does': about });
      expect(shop.script.spreadsheet.isBold(TAB, rowOf(shop, name), 'Name')).toBe(true);
    }
    expect(hiddenIn(shop)).toEqual(OTHERS_OF_META);
  });

  test('is left as it is by the next set-up', () => {
    const shop = new Business();
    const before = shop.script.spreadsheet.rows(TAB);
    shop.run('setUp');
    expect(shop.script.spreadsheet.rows(TAB)).toEqual(before);
  });
});

describe('a value that cannot be used', () => {
  test('says why beside it, in colour, until it is corrected', () => {
    const shop = new Business();
    const { spreadsheet } = shop.script;
    const colour = () => spreadsheet.background(TAB, rowOf(shop, 'Date format'), 'Value');
    shop.set({ 'Date format': 'tomorrow' });
    expect(shop.complaint('Date format')).toBe(
      'Use y, M and d, as in dd.MM.yyyy. The default is used.',
    );
    expect(colour()).toBe('#fce8e6');
    shop.set({ 'Date format': 'dd.MM.yyyy' });
    expect([shop.complaint('Date format'), colour()]).toEqual(['', '#ffffff']);
  });

  test('takes no note and no colour of the owner’s away', () => {
    const shop = new Business();
    const { spreadsheet } = shop.script;
    const row = rowOf(shop, 'Text: Welcome');
    spreadsheet.setNote(TAB, row, 2, 'Ask Anna before changing this');
    shop.set({ 'Text: Welcome': 'Hi {nmae}' });
    expect(shop.complaint('Text: Welcome')).toContain('{nmae} means nothing here');
    shop.run('setUp');
    shop.set({ 'Text: Welcome': 'Hi {name}' });
    expect(spreadsheet.note(TAB, row, 2)).toBe('Ask Anna before changing this');
  });

  test('is not hidden, whosever it is', () => {
    const shop = new Business();
    shop.set({ 'Twilio sender': 'the shop' });
    shop.run('setUp');
    expect(hiddenIn(shop)).toEqual(OTHERS_OF_META.filter((name) => name !== 'Twilio sender'));
  });
});

describe('rows of other providers', () => {
  test('change places when the provider does', () => {
    const shop = new Business();
    shop.set({ Provider: 'telegram' });
    expect(hiddenIn(shop)).toEqual([
      ...['WhatsApp number', 'Phone number id', 'Graph version'],
      ...OTHERS_OF_META.slice(0, 4),
      ...['Notice template', 'Notice template language', 'Notice template values'],
      ...['Reward template', 'Reward template values'],
    ]);
    shop.set({ Provider: 'meta' });
    expect(hiddenIn(shop)).toEqual(OTHERS_OF_META);
  });

  test('are found again after the owner has sorted the tab', () => {
    const shop = new Business();
    shop.script.spreadsheet.sort(TAB, 'Name');
    shop.run('setUp');
    expect(hiddenIn(shop).sort()).toEqual([...OTHERS_OF_META].sort());
    expect(namesIn(shop)).toEqual([...ALL].sort());
  });

  test('that the owner hides stay hidden', () => {
    const shop = new Business();
    shop.script.spreadsheet.hideRow(TAB, rowOf(shop, 'Milestones'));
    shop.run('setUp');
    expect(hiddenIn(shop)).toEqual(['Milestones', ...OTHERS_OF_META]);
  });
});

describe('a sheet of version 0.1.0', () => {
  function older(): Business {
    const shop = new Business({
      settings: { 'Text: Welcome': 'Hi {name}!', 'Date format': 'd.M.' },
    });
    settingsAsInFirstVersion(shop);
    return shop;
  }

  test('gets groups, the column Check beside the value, and what is new; values stay', () => {
    const shop = older();
    shop.run('setUp');
    expect(namesIn(shop)).toEqual(ALL);
    expect(shop.script.spreadsheet.rows(TAB)[0]).toEqual([
      'Name',
      'Value',
      'Check',
      'What it does',
    ]);
    expect(valueBeside(shop, 'Text: Welcome')).toBe('Hi {name}!');
    expect(valueBeside(shop, 'Provider')).toBe('meta');
    expect(hiddenIn(shop)).toEqual(OTHERS_OF_META);
  });

  test('works on as it is until then', () => {
    const shop = older();
    const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
    shop.set({ 'Text: Welcome': 'Hello {name}!' });
    shop.invites(anna, ben);
    expect(shop.heard(ben)[0]).toMatch(/^Hello Ben!/);
  });

  test('keeps the owner’s notes, rows and columns; notes of the program’s give way to the column', () => {
    const shop = older();
    const { spreadsheet } = shop.script;
    const at = (name: string) => rowOf(shop, name);
    spreadsheet.setNote(TAB, at('Text: Welcome'), 2, 'Ask Anna first');
    spreadsheet.setNote(TAB, at('Date format'), 2, 'Use y, M and d. The default is used.');
    spreadsheet.setNote(TAB, at('Text: Button: link'), 2, 'Both: they are sent as text.');
    spreadsheet.type(TAB, 1, 4, 'Who may change it');
    spreadsheet.type(TAB, at('Text: Welcome'), 4, 'Anna');
    spreadsheet.insertRow(TAB, at('Text: Notice'));
    spreadsheet.type(TAB, at('Text: Welcome') + 1, 1, 'the one that Anna wrote');
    spreadsheet.insertRow(TAB, 2);
    spreadsheet.type(TAB, 2, 1, 'OURS');
    shop.run('setUp');
    expect(namesIn(shop).slice(0, 6)).toEqual([
      ...['OURS', 'Texts', 'Invitation', 'Earlier invitations', 'Text: Welcome'],
      'the one that Anna wrote',
    ]);
    expect(namesIn(shop).filter((name) => ALL.includes(name))).toEqual(ALL);
    expect(shop.cell(TAB, at('Text: Welcome'), 'Who may change it')).toBe('Anna');
    expect(spreadsheet.note(TAB, at('Text: Welcome'), 2)).toBe('Ask Anna first');
    expect(spreadsheet.note(TAB, at('Date format'), 2)).toBe('');
    expect(spreadsheet.note(TAB, at('Text: Button: link'), 2)).toBe('');
  });

  test('is put in order wherever set-up was cut off', () => {
    const whole = older();
    const { calls } = whole.run('setUp');
    const count = Object.values(calls).reduce((sum, one) => sum + one, 0);
    for (let at = 5; at < count; at += Math.ceil(count / 12)) {
      const shop = older();
      shop.script.faults = { dieAt: { call: at, when: 'before' } };
      shop.script.run('setUp');
      shop.script.faults = {};
      shop.run('setUp');
      expect(namesIn(shop)).toEqual(ALL);
    }
  });
});
