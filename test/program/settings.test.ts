/** The settings: those that a sheet lacks, and those that an earlier version of the program kept. */
import { CATALOGUE } from '../../src/program/catalogue';
import { readSettings, SETTINGS_FORM } from '../../src/program/settings';
import { Business } from '../support/business';

const NEW = ['Say who invited', 'Text: Notice for several', 'Text: Who invited me, not told'];

/** A shop whose Settings tab is older than some settings. */
function olderShop(): Business {
  const shop = new Business();
  shop.set({ 'Text: Share button': 'Weitersagen', 'Text: Nameless': '' });
  for (const name of NEW) {
    const row = shop.script.spreadsheet.rows('Settings').findIndex(([cell]) => cell === name);
    shop.script.spreadsheet.deleteRow('Settings', row + 1);
  }
  return shop;
}

const settingsOf = (shop: Business) =>
  shop.rows('Settings').map(({ Name, Value }) => [Name ?? '', Value ?? ''] as const);

describe('a sheet that is older than a setting', () => {
  test('uses the default', () => {
    const { settings, problems } = readSettings(
      Object.fromEntries(settingsOf(olderShop())),
      CATALOGUE,
    );
    expect(settings.sayInviter).toBe(false);
    expect(settings.texts.notices).toContain('{count}');
    expect(problems).toEqual({ 'Text: Nameless': 'A text cannot be empty.' });
  });

  test('gets it with the next set-up, below the others, and keeps what the owner wrote', () => {
    const shop = olderShop();
    const before = settingsOf(shop);
    shop.run('setUp');
    const after = settingsOf(shop);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(([name]) => name)).toEqual(NEW);
  });
});

test('settings that an earlier version kept are read again from the sheet', () => {
  const shop = new Business({ settings: { 'Text: Nobody invited me': 'Niemand.' } });
  const ben = shop.person('Ben', '447700900002');
  shop.writes(ben, 'Link');
  const kept = shop.script.properties.script;
  const pieces = [...kept.keys()].filter((key) => key.startsWith('settings.')).sort();
  const { form, ...earlier } = JSON.parse(pieces.map((key) => kept.get(key)).join(''));
  expect(form).toBe(SETTINGS_FORM);
  delete earlier.settings.texts.link;
  kept.set('settings', '1');
  kept.set('settings.0', JSON.stringify(earlier));
  expect(shop.writes(ben, 'Link')[0]?.text).toMatch(/^Your referral link, Ben/);
});

test('whoever adds a setting raises the form, so that no kept settings lack it', () => {
  expect({ form: SETTINGS_FORM, settings: CATALOGUE.settings.length }).toEqual({
    form: 2,
    settings: 49,
  });
});
