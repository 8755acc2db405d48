/** The three doors, each from its first click to the first referral: a copy of a sheet, the files pasted, the command. */
import { LocalGoogle, type User } from '../../local/google';
import { Place } from '../deploy/place';
import { newRelease } from './files';
import { Shop, WEB_APP } from './shop';

jest.setTimeout(120_000);

let google: LocalGoogle;
let owner: User;
let files: Record<string, string>;
beforeAll(async () => {
  google = await LocalGoogle.start();
  owner = google.account.addUser('owner@example.com');
  files = await newRelease();
});
afterAll(() => google.close());

/** A sheet with the program pasted into its script, in which nobody has clicked anything yet. */
function pastedSheet(): string {
  const { id } = google.account.addSpreadsheet(owner.email, 'Referrals');
  const { scriptId } = google.account.addScript(owner.email, 'Referrals', id);
  google.editor.paste(scriptId, files);
  return scriptId;
}

/** What *Go live* asks for: the web app is made by hand, and its address given. */
function goLive(shop: Shop<'telegram'>): string {
  expect(shop.clicks('listReferrals')).toBe('Go live');
  const id = google.editor.deploy(shop.scriptId);
  const address = `${WEB_APP}${id}/exec`;
  shop.owner.useAddress(address);
  expect(shop.owner.lookAtWebApp()).toMatchObject({ script: 'ours', behind: false, address });
  expect(shop.goesOnTo('connect')).toMatch(/^Connect WhatsApp/);
  return id;
}

/** The token from @BotFather is pasted, a client asks for a link, a friend comes by it. */
function firstReferral(shop: Shop<'telegram'>): void {
  const values = { telegramToken: shop.provider.bot.token };
  const { state } = shop.owner.connect({ provider: 'telegram', values });
  expect(state.progress.registered).toBeTruthy();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  shop.taps(ben, anna);
  expect(shop.row('Ben')).toMatchObject({ "Inviter's name": 'Anna' });
  expect(shop.row('Ben')?.Notice).toMatch(/^told /);
  expect(shop.heard(anna).join()).toContain('Ben');
}

test('paste: out of the ZIP into an empty script, to the first referral', () => {
  const shop = new Shop(google, pastedSheet(), 'telegram');
  goLive(shop);
  firstReferral(shop);
});

test('copy: of a template that nobody has used, to the first referral', () => {
  const shop = new Shop(google, google.makeACopy(pastedSheet(), owner), 'telegram');
  goLive(shop);
  firstReferral(shop);
});

test('copy: of a sheet that is in use; what comes to the original still does, and to nobody else', () => {
  const original = new Shop(google, pastedSheet(), 'telegram');
  const id = goLive(original);
  firstReferral(original);
  const key = original.sheet.properties.script.get('webhookKey');

  const copy = new Shop(google, google.makeACopy(original.scriptId, owner), 'telegram');
  expect(copy.sheet.properties.script.size).toBe(0);
  expect(copy.clicks('connectWhatsApp')).toBe('Go live');
  expect(copy.owner.lookAtWebApp().script).toBe('none');
  expect(copy.sheet.properties.script.get('webhookKey')).not.toBe(key);
  expect(() => copy.owner.useAddress(`${WEB_APP}${id}/exec`)).toThrow('does not answer at');
  expect(copy.rows('Clients')).toHaveLength(2);
  google.webApps.outside = (request) => original.provider.answer(request);
  original.writes(original.person('Cleo', '447700900003'), 'Link');
  expect([original, copy].map((one) => one.rows('Clients').length)).toEqual([3, 2]);
});

test('a web app for “only myself” is told, and cured by hand', () => {
  const shop = new Shop(google, pastedSheet(), 'telegram');
  shop.clicks('goLive');
  const id = google.editor.deploy(shop.scriptId, 'MYSELF');
  shop.owner.useAddress(`${WEB_APP}${id}/exec`);
  expect(shop.owner.lookAtWebApp()).toMatchObject({ login: true, script: 'none' });
  google.openToAnyone(id);
  expect(shop.owner.lookAtWebApp()).toMatchObject({ script: 'ours' });
});

test('deploy: by the real clasp, to the first referral, without a look at Go live', async () => {
  const place = await Place.open();
  const { exitCode } = await place.deploy();
  expect(exitCode).toBe(0);
  const shop = new Shop(place.google, place.notes.scriptId ?? '', 'telegram');
  expect(shop.clicks('connectWhatsApp')).toMatch(/^Connect WhatsApp/);
  expect(shop.owner.lookAtWebApp()).toMatchObject({ script: 'ours', behind: false });
  firstReferral(shop);
  await place.google.close();
});
