/** The first click on *Referrals*: the sheet is set up, the way to go live is shown, and what a copy brought along is not trusted. */
import { LocalAppsScript } from '../../local/apps-script';
import { Business, DIST, NOON } from '../support/business';
import { ownerOf } from './owner';

/** A sheet whose script has the three files and nothing else; its own web app answers when there is one. */
function freshSheet({ webApp = false } = {}): LocalAppsScript {
  return new LocalAppsScript({
    folder: DIST,
    now: NOON,
    webAppUrl: webApp ? 'https://script.google.com/macros/s/AKfyOurs/exec' : '',
  });
}

const firstClickOn = (script: LocalAppsScript, item: string) => script.run(item, [], 'menu');

test.each(['listReferrals', 'makeReferralLink', 'connectWhatsApp', 'checkSetUp', 'goLive'])(
  'the first click, on %s, sets the sheet up and opens Go live',
  (item) => {
    const script = freshSheet();
    expect(firstClickOn(script, item).error).toBeUndefined();
    expect(script.ui.dialog?.title).toBe('Go live');
    expect(script.spreadsheet.sheetNames()).toEqual(
      expect.arrayContaining(['Clients', 'Settings', 'Problems']),
    );
    expect(script.properties.script.get('webhookKey')).toMatch(/^\w{32}$/);
    expect(script.triggers).toHaveLength(1);
  },
);

test('from the second click on everything opens what it says', () => {
  const script = freshSheet();
  firstClickOn(script, 'connectWhatsApp');
  firstClickOn(script, 'connectWhatsApp');
  expect(script.ui.dialog?.title).toBe('Connect WhatsApp or Telegram');
});

test('what a copy has brought of the original is forgotten: key, token, address, and what waits there', () => {
  const shop = new Business();
  shop.writes(shop.person('Anna', '447700900001'), 'Link');
  const { properties } = shop.script;
  const key = properties.script.get('webhookKey');
  properties.script.set('spreadsheetId', 'that-of-the-original');
  properties.script.set('webAppUrl', 'https://script.google.com/macros/s/AKfyOriginal/exec');
  properties.script.set('pending.abc', '{}');
  shop.script.run('connectWhatsApp', [], 'menu');
  expect(shop.script.ui.dialog?.title).toBe('Go live');
  expect(properties.script.get('webhookKey')).toMatch(/^\w{32}$/);
  expect(properties.script.get('webhookKey')).not.toBe(key);
  expect(properties.script.get('spreadsheetId')).not.toBe('that-of-the-original');
  const names = [...properties.script.keys()];
  expect(names.filter((name) => /Token|webAppUrl|^pending/.test(name))).toEqual([]);
  expect(shop.rows('Clients')).toHaveLength(1);
});

test('Go live stands in the menu until there is a web app', () => {
  const script = freshSheet({ webApp: true });
  const items = () => {
    script.open();
    return JSON.stringify(script.menus);
  };
  expect(items()).toContain('Go live…');
  firstClickOn(script, 'goLive');
  expect(ownerOf({ script }).lookAtWebApp()).toMatchObject({ script: 'ours', behind: false });
  expect(items()).not.toContain('Go live…');
});
