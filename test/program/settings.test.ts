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

  test('gets it with the next set-up, in its group, and keeps what the owner wrote', () => {
    const shop = olderShop();
    const before = settingsOf(shop);
    shop.run('setUp');
    const after = settingsOf(shop);
    expect(after.filter(([name]) => !NEW.includes(name))).toEqual(before);
    const names = after.map(([name]) => name);
    const above = (name: string) => names[names.indexOf(name) - 1];
    expect(NEW.map(above)).toEqual([
      'Ask newcomers who sent them',
      'Text: Notice',
      'Text: Who invited me',
    ]);
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
    form: 8,
    settings: 120,
  });
});

describe('settings that do not go together', () => {
  const SID = `HX${'0a'.repeat(16)}`;
  const template = 'Notice template';

  test.each([
    ['twilio', 'friend_joined', /^Twilio knows a template by its Content SID/],
    ['Twilio', 'friend_joined', /^Twilio knows a template by its Content SID/],
    ['meta', SID, /^This is a template of Twilio’s/],
    ['360dialog', SID, /^This is a template of Twilio’s/],
    ['meta', 'Friend joined', /small letters/],
  ])('with %s, the template “%s” is not used, and the reason told', (provider, name, why) => {
    const given = { Provider: provider, [template]: name };
    const { settings, problems } = readSettings(given, CATALOGUE);
    expect(problems).toEqual({ [template]: expect.stringMatching(why) });
    expect(settings.noticeTemplate).toBeNull();
  });

  test.each([
    ['twilio', SID],
    ['meta', 'friend_joined'],
    ['green', 'friend_joined'],
  ])('with %s, the template “%s” is fine', (provider, name) => {
    const given = { Provider: provider, [template]: name };
    const { settings, problems } = readSettings(given, CATALOGUE);
    expect(problems).toEqual({});
    expect(settings.noticeTemplate?.name).toBe(name);
  });

  test('the reason stands beside the template as soon as the provider is another', () => {
    const shop = new Business({ settings: { [template]: 'friend_joined' } });
    expect(shop.complaint(template)).toBe('');
    shop.set({ Provider: 'twilio' });
    expect(shop.complaint(template)).toMatch(/^Twilio knows .* The default is used\.$/);
    shop.set({ Provider: 'meta' });
    expect(shop.complaint(template)).toBe('');
  });

  test('two reply buttons with the same words are remarked on at both, and used all the same', () => {
    const shop = new Business();
    const [one, other] = ['Text: Button: link', 'Text: Button: referrals'] as const;
    shop.set({ [one]: 'Friends ', [other]: 'friends' });
    expect(shop.complaint(one)).toBe(
      `“${other}” says the same, and WhatsApp refuses two buttons with the same words. Until you reword one of them, they are sent as text.`,
    );
    expect(shop.complaint(other)).toContain(`“${one}” says the same`);
    const [help] = shop.writes(shop.person('Ben', '447700900002'), 'hello');
    expect(help).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('• Friends\n• friends'),
    });
    shop.set({ [other]: 'Who came' });
    expect([shop.complaint(one), shop.complaint(other)]).toEqual(['', '']);
  });
});
