/** From version 0.1.0 to this one, by each door: its own program makes the data, this one takes them over. */
import { LocalGoogle } from '../../local/google';
import { Place } from '../deploy/place';
import { firstRelease, newRelease } from './files';
import { Shop, WEB_APP } from './shop';

jest.setTimeout(120_000);

const MINUTE = 60_000;

/** What 0.1.0 knew: the settings of Meta, typed, and its token. */
function connectBy010(shop: Shop<'meta'>): void {
  const { business } = shop.provider;
  const { spreadsheet, properties } = shop.sheet;
  const names = spreadsheet.rows('Settings').map(([name]) => name);
  const set = (name: string, value: string) =>
    spreadsheet.type('Settings', names.indexOf(name) + 1, 2, value);
  set('Phone number id', business.phoneNumberId);
  set('WhatsApp number', business.displayPhoneNumber);
  set('Text: Help', 'Ask us anything!');
  properties.script.set('metaToken', business.token);
}

/** What happens while 0.1.0 runs: a referral, somebody who has stopped, and a message that finds WhatsApp out of order. */
function liveWith010(shop: Shop<'meta'>): void {
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  shop.taps(shop.person('Ben', '447700900002'), anna);
  shop.writes(shop.person('Dan', '447700900004'), 'Stop');
  shop.provider.weather = 'down';
  shop.writes(shop.person('Cleo', '447700900003'), 'Link');
  shop.provider.weather = 'fine';
  expect(shop.row('Ben')).toMatchObject({ "Inviter's name": 'Anna' });
  expect(waiting(shop)).not.toEqual([]);
}

const waiting = (shop: Shop<'meta'>) =>
  [...shop.sheet.properties.script].filter(
    ([name, value]) => name.startsWith('pending.') && value !== '[]',
  );

/** What has to be as it was, and to go on, once the new version is live and the owner has run a check. */
function everythingGoesOn(shop: Shop<'meta'>, before: Record<string, string>[]): void {
  const person = (name: string) => {
    const found = shop.provider.people().find((one) => one.name === name);
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  };
  shop.owner.setUp();
  for (const row of before) {
    // What was sent meanwhile, and when somebody last wrote, may have changed.
    const { Notice, 'Last message': _, 'WhatsApp id': id, ...same } = row;
    expect(shop.row(row.Name ?? '')).toMatchObject({ ...same, 'Messenger id': id });
  }
  const settings = shop.rows('Settings');
  expect(settings).toContainEqual(
    expect.objectContaining({ Name: 'Text: Help', Value: 'Ask us anything!' }),
  );
  expect(settings.map(({ Name }) => Name)).toEqual(
    expect.arrayContaining(['A referral counts when', 'Say who invited']),
  );
  expect(shop.sheet.spreadsheet.sheetNames()).toContain('Answers');

  shop.sheet.advance(10 * MINUTE);
  expect(waiting(shop)).toEqual([]);
  expect(shop.heard(person('Cleo')).length).toBeGreaterThan(0);

  expect(shop.taps(shop.person('Eve', '447700900005'), person('Anna')).length).toBeGreaterThan(0);
  expect(shop.row('Eve')).toMatchObject({ "Inviter's name": 'Anna' });
  shop.taps(person('Ben'), person('Cleo'));
  expect(shop.row('Ben')).toMatchObject({ "Inviter's name": 'Anna' });
  expect(shop.row('Dan')?.Stopped).not.toBe('');
  expect(shop.rows('Clients').filter(({ Name }) => Name !== '')).toHaveLength(5);
}

test('pasted, or a copy: the new files over the old ones, and a new version by hand', async () => {
  const google = await LocalGoogle.start();
  const owner = google.account.addUser('owner@example.com');
  const { id } = google.account.addSpreadsheet(owner.email, 'Referrals');
  const { scriptId } = google.account.addScript(owner.email, 'Referrals', id);
  google.editor.paste(scriptId, firstRelease());
  google.approve(scriptId);
  const deploymentId = google.editor.deploy(scriptId);
  const shop = new Shop(google, scriptId, 'meta');
  shop.sheet.run('setUp', [], 'menu');
  connectBy010(shop);
  shop.address = `${WEB_APP}${deploymentId}/exec?key=${shop.sheet.properties.script.get('webhookKey')}`;
  shop.sheet.properties.script.set('webAppUrl', `${WEB_APP}${deploymentId}/exec`);
  liveWith010(shop);
  const before = shop.rows('Clients');

  google.editor.paste(scriptId, await newRelease());
  expect(shop.clicks('checkSetUp')).toBe('Check set-up');
  expect(shop.owner.lookAtWebApp()).toMatchObject({ script: 'none', handshake: true });
  google.editor.newVersion(scriptId, deploymentId);
  expect(shop.owner.lookAtWebApp()).toMatchObject({ script: 'ours', behind: false });
  everythingGoesOn(shop, before);
  await google.close();
});

test('deployed: by the command, to the same address', async () => {
  const place = await Place.open();
  place.holds(firstRelease());
  await place.deploy();
  place.approve();
  // 0.1.0 kept the id of the script here, and nowhere else.
  const { scriptId = '', deploymentId = '' } = place.notes;
  place.edit('.clasp.json', (text) =>
    text.replace(/"scriptId": "[^"]*"/, `"scriptId": "${scriptId}"`),
  );
  const shop = new Shop(place.google, scriptId, 'meta');
  shop.sheet.run('setUp', [], 'menu');
  connectBy010(shop);
  shop.address = `${WEB_APP}${deploymentId}/exec?key=${shop.sheet.properties.script.get('webhookKey')}`;
  liveWith010(shop);
  const before = shop.rows('Clients');

  place.holds(await newRelease());
  const { exitCode, said } = await place.deploy();
  expect([exitCode, place.untouched]).toEqual([0, true]);
  expect(said).toContain('has moved from .clasp.json');
  expect(place.deployments.map((one) => one.deploymentId)).toEqual([deploymentId]);
  expect(shop.clicks('checkSetUp')).toBe('Check set-up');
  expect(shop.owner.lookAtWebApp()).toMatchObject({ script: 'ours', behind: false });
  everythingGoesOn(shop, before);

  // 0.1.0 does not know a heading that has another name by now: what comes in waits until it is known again.
  expect((await place.deploy('rollback')).exitCode).toBe(0);
  const fay = shop.person('Fay', '447700900006');
  shop.writes(fay, 'Link');
  expect((await place.deploy()).exitCode).toBe(0);
  shop.sheet.advance(10 * MINUTE);
  expect(shop.heard(fay).length).toBeGreaterThan(0);
  await place.google.close();
});
