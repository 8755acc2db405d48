/** From an empty account to a second version and back, with the real clasp and a Google on this machine. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ownerOf } from '../owner/owner';
import { inPart } from '../support/part';
import { messageFrom } from './message';
import { Place } from './place';

jest.setTimeout(300_000);

let place: Place;
let firstAddress: string;

beforeAll(async () => {
  place = await Place.open({ signedIn: false });
  place.google.person = place.owner;
});
afterAll(() => place.google.close());

const webAppAddress = (said: string) => /Web app +(\S+)/.exec(said)?.[1] ?? '';

const runningScript = () => place.google.webApps.behind(place.deployments[0]!.deploymentId);
const webhookKey = () => runningScript().properties.script.get('webhookKey');

async function handshake(token: string | undefined): Promise<string> {
  const query = `hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`;
  return (await fetch(`${firstAddress}?${query}`)).text();
}

/** Commands that have a process of their own in the first run, beside those that are heard or traced. */
const ALONE = inPart([
  'push',
  'show-authorized-user',
  'list-versions',
  'list-deployments',
  'create-version',
  'create-deployment',
]);

test('the first run signs in, makes the sheet and the script, and goes live', async () => {
  place.claspAlone = ({ trace, args: [command = ''] }) =>
    trace !== undefined || ALONE.includes(command);
  const { exitCode, said } = await place.deploy();
  place.claspAlone = () => false;

  expect(exitCode).toBe(0);
  expect(place.counts).toEqual({ sheets: 1, scripts: 1, versions: 1, deployments: 1 });
  const [sheet] = place.google.account.spreadsheets;
  expect(sheet).toMatchObject({ name: 'Referrals', owner: 'owner@example.com' });
  expect(said).toContain(`https://docs.google.com/spreadsheets/d/${sheet?.id}/edit`);
  expect(said).toContain('Referrals → Connect…');
  expect(said).toMatch(/\n\nhttp:\S+\/o\/oauth2\/v2\/auth\?\S+\n\nWaiting until/);
  expect(said).toContain('npx clasp login --no-localhost');
  expect(said).toContain('You are logged in as owner@example.com.');
  expect(said).toContain('to be expected until you have approved the script');
  firstAddress = webAppAddress(said);
});

test('it remembers what it made in .deploy.json, and leaves what git knows as it was', () => {
  const [script] = place.google.account.scripts;
  expect(place.untouched).toBe(true);
  expect(place.notes).toMatchObject({
    scriptId: script?.scriptId,
    sheetId: script?.parentId,
    deploymentId: place.deployments[0]?.deploymentId,
    served: [1],
  });
});

test('the files that arrived answer a webhook once the owner has approved', async () => {
  expect(await (await fetch(firstAddress)).text()).toContain('Authorization is required');
  place.approve();
  const script = runningScript();
  script.run('setUp');
  const phoneNumberId = '106540352242922';
  const settings = script.spreadsheet.rows('Settings').map(([name]) => name);
  script.spreadsheet.type('Settings', settings.indexOf('Phone number id') + 1, 2, phoneNumberId);

  await fetch(`${firstAddress}?key=${webhookKey()}`, {
    method: 'POST',
    body: JSON.stringify(messageFrom('16505551234', phoneNumberId)),
  });

  expect(script.spreadsheet.shown('Clients', 2, 'Phone')).toBe('16505551234');
  expect(await handshake(webhookKey())).toBe('1158201444');
  expect(await handshake('wrong')).toBe('');
});

/** The web app's address as the pages of the sheet have it. */
function addressInTheSheet(): string {
  const script = place.google.webApps.inTheSheet(place.google.account.scripts[0]!.scriptId);
  return ownerOf({ script }).state().address;
}
const addressAtGoogle = () =>
  `https://script.google.com/macros/s/${place.deployments[0]?.deploymentId}/exec`;

test('the sheet knows the web app’s address, and a copy of it does not take it for its own', () => {
  expect(addressInTheSheet()).toBe(addressAtGoogle());
  const [script] = place.google.account.scripts;
  const copy = place.google.account.addScript(place.owner.email, 'Copy of Referrals');
  copy.files = structuredClone(script!.files);
  place.google.approve(copy.scriptId);
  const copied = place.google.webApps.inTheSheet(copy.scriptId);
  copied.run('setUp', [], 'menu');
  const { address } = ownerOf({ script: copied }).state();
  expect(address).not.toContain(place.deployments[0]!.deploymentId);
  place.google.account.scripts.pop();
});

test('a run without changes makes nothing', async () => {
  const { exitCode, said } = await place.deploy();
  expect(said).toContain('the web app is open to anyone');
  expect(exitCode).toBe(0);
  expect(said).toContain('Nothing has changed since version 1');
  expect(place.counts).toEqual({ sheets: 1, scripts: 1, versions: 1, deployments: 1 });
});

test('a new release is tested, and goes behind the same address', async () => {
  place.release('0.2.0', '**Reminders** for [waiting notices](docs/x.md).');
  place.edit('dist/appsscript.json', (text) =>
    text.replace('"oauthScopes": [', '"oauthScopes": ["https://www.googleapis.com/auth/drive",'),
  );

  const asked = await place.deploy();
  expect(asked.exitCode).toBe(0);
  expect(asked.said).toMatch(/more permissions[\s\S]*auth\/drive/);
  expect(asked.said).toContain('not live yet');
  expect(place.counts).toMatchObject({ versions: 1 });
  expect(await handshake(webhookKey())).toBe('1158201444');
  place.approve();
  const runsBefore = place.testRuns;

  const { exitCode, said } = await place.deploy();

  expect(exitCode).toBe(0);
  expect(place.testRuns).toBe(runsBefore + 1);
  expect(webAppAddress(said)).toBe(firstAddress);
  expect(place.counts).toEqual({ sheets: 1, scripts: 1, versions: 2, deployments: 1 });
  expect(addressInTheSheet()).toBe(addressAtGoogle());
  expect(await handshake(webhookKey())).toBe('1158201444');
  expect(place.deployments[0]).toMatchObject({
    versionNumber: 2,
    description: '0.2.0: Reminders for waiting notices.',
  });
});

test('a rollback that is only to be shown changes nothing', async () => {
  const { exitCode, said } = await place.deploy('rollback', '--dry-run');
  expect(exitCode).toBe(0);
  expect(said).toContain('would go back to version 1: 0.1.0: The first version.');
  expect(place.deployments[0]).toMatchObject({ versionNumber: 2 });
  expect(place.notes.underway).toBeUndefined();
});

test('a rollback serves the version before, and brings its files back to the sheet', async () => {
  const { exitCode, said } = await place.deploy('rollback');

  expect(exitCode).toBe(0);
  expect(said).toContain('Version 1 is live again');
  expect(webAppAddress(said)).toBe(firstAddress);
  expect(place.deployments[0]).toMatchObject({
    versionNumber: 1,
    description: '0.1.0: The first version.',
  });
  const code = place.google.account.scripts[0]?.files.find(({ name }) => name === 'Code');
  expect(code?.source).toContain('// 0.1.0');
  expect(addressInTheSheet()).toBe(addressAtGoogle());
  expect(await handshake(webhookKey())).toBe('1158201444');
});

test('there is nothing before the first version', async () => {
  const { exitCode, said } = await place.deploy('rollback');
  expect(exitCode).toBe(1);
  expect(said).toContain('Version 1 is the first one');
});

test('the next release does not count the version that was taken back as the one before', async () => {
  place.release('0.3.0', 'Reminders, mended.');
  await place.deploy();
  expect(place.deployments[0]).toMatchObject({ versionNumber: 3 });

  await place.deploy('rollback');
  expect(place.deployments[0]).toMatchObject({ versionNumber: 1 });
});

test('without its notes it finds the deployment again and keeps the address', async () => {
  rmSync(path.join(place.root, '.deploy.json'));
  const { exitCode, said } = await place.deploy();
  expect(exitCode).toBe(0);
  expect(webAppAddress(said)).toBe(firstAddress);
  expect(place.counts).toMatchObject({ sheets: 1, scripts: 1, deployments: 1 });
});

test('no secret has got into the project', () => {
  expect(place.filesWithSecrets()).toEqual([]);
});
