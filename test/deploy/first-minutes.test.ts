/** The first minutes on Google, in the good reading of what nobody knows and in each bad one: deployed, approved, looked at, written to. */
import type { LocalAppsScript, OutsideRequest, Quirks } from '../../local/apps-script';
import { ownerOf } from '../owner/owner';
import { messageFrom } from './message';
import { Place } from './place';

jest.setTimeout(300_000);

const PHONE_NUMBER_ID = '106540352242922';
const MINUTE = 60_000;

const places: Place[] = [];
afterAll(() => Promise.all(places.map((place) => place.google.close())));

/** A sheet whose script is deployed and approved, on a Google with these ways. */
async function approved(quirks: Partial<Quirks> = {}): Promise<Account> {
  const place = await Place.open();
  places.push(place);
  place.google.webApps.quirks = quirks;
  const { scriptId } = place.google.account.addScript(place.owner.email, 'Referrals');
  await place.deploy('--script', scriptId);
  place.approve();
  return new Account(place, scriptId);
}

class Account {
  /** What the script has sent to WhatsApp. */
  readonly sent: OutsideRequest[] = [];

  constructor(
    readonly place: Place,
    private readonly scriptId: string,
  ) {
    place.google.webApps.outside = (request) => {
      if (/\/messages$/.test(request.url)) this.sent.push(request);
      return { status: 200, body: '{"messages":[{"id":"wamid.out"}]}' };
    };
    this.sheet.run('setUp', [], 'menu');
    const names = this.sheet.spreadsheet.rows('Settings').map(([name]) => name);
    const row = names.indexOf('Phone number id') + 1;
    this.sheet.spreadsheet.type('Settings', row, 2, PHONE_NUMBER_ID);
    this.sheet.properties.script.set('metaToken', 'EAAtoken');
  }

  get sheet(): LocalAppsScript {
    return this.place.google.webApps.inTheSheet(this.scriptId);
  }

  /** What step 1 of *Connect…* finds. */
  look() {
    return ownerOf({ script: this.sheet }).lookAtWebApp();
  }

  /** Somebody writes *Link*, and Meta delivers it. */
  async write(phone: string): Promise<void> {
    const { deploymentId } = this.place.notes;
    const key = this.sheet.properties.script.get('webhookKey');
    const address = `${this.place.google.root}/macros/s/${deploymentId}/exec?key=${key}`;
    const body = JSON.stringify(messageFrom(phone, PHONE_NUMBER_ID));
    await fetch(address, { method: 'POST', body });
  }

  get clients(): unknown[] {
    const { spreadsheet } = this.sheet;
    const column = spreadsheet.columnOf('Clients', 'Phone') - 1;
    return spreadsheet
      .rows('Clients')
      .slice(1)
      .map((cells) => cells[column]);
  }

  /** The owner gives the program the wide scope, as the command says. */
  async widen(): Promise<void> {
    await this.place.deploy('--wide-scope');
    this.place.approve();
    await this.place.deploy();
  }

  answered(phone: string): boolean {
    return this.sent.some(({ body }) => body.includes(`+${phone}`));
  }
}

test('all is well: strangers reach it, it sees the sheet, a message is answered at once', async () => {
  const account = await approved();
  expect(account.look()).toMatchObject({
    address: expect.stringContaining(account.place.notes.deploymentId ?? ''),
    addressProblem: '',
    login: false,
    script: 'ours',
    sight: { sheet: 'active', cell: true },
    handshake: true,
    wrongKeyRefused: true,
  });
  await account.write('447700900142');
  expect(account.clients).toEqual(['447700900142']);
  expect(account.answered('447700900142')).toBe(true);
});

test('the web app lacks the sheet: answers come with the trigger, and at once with the wide scope', async () => {
  const account = await approved({ activeInWebApp: false });
  expect(account.look()).toMatchObject({ script: 'ours', sight: { sheet: 'none', cell: false } });
  await account.write('447700900142');
  expect(account.clients).toEqual([]);
  account.sheet.advance(3 * MINUTE);
  expect(account.clients).toEqual(['447700900142']);
  expect(account.answered('447700900142')).toBe(true);

  await account.widen();
  expect(account.look()).toMatchObject({ script: 'ours', sight: { sheet: 'id', cell: true } });
  await account.write('447700900143');
  expect(account.clients).toContain('447700900143');
});

test('nothing sees the sheet: what was written waits, and is answered once the wide scope is approved', async () => {
  const account = await approved({ activeInWebApp: false, activeInTrigger: false });
  await account.write('447700900142');
  account.sheet.advance(3 * MINUTE);
  expect(account.clients).toEqual([]);

  await account.widen();
  account.sheet.advance(10 * MINUTE);
  expect(account.clients).toEqual(['447700900142']);
  expect(account.answered('447700900142')).toBe(true);
});

test('more permissions: the web app goes on with the version before until they are approved', async () => {
  const account = await approved();
  await account.place.deploy('--wide-scope');
  await account.write('447700900142');
  expect(account.answered('447700900142')).toBe(true);

  account.place.approve();
  await account.place.deploy();
  expect(account.look()).toMatchObject({ script: 'ours', handshake: true });
  await account.write('447700900143');
  expect(account.answered('447700900143')).toBe(true);
});

test('not approved, and shipped all the same: the command says that Google shows an error page', async () => {
  const account = await approved();
  await account.place.deploy('--wide-scope');
  const { exitCode, said } = await account.place.deploy();
  expect(exitCode).toBe(1);
  expect(said).toContain('Authorization is required');
  expect(said).toContain('approve if Google asks');
  expect(account.look()).toMatchObject({ script: 'none', handshake: false });
});

test('closed to strangers: seen from the sheet, and cured by a new deployment, whose address the sheet knows at once', async () => {
  const account = await approved();
  account.place.deployments[0]!.access = 'MYSELF';
  expect(account.look()).toMatchObject({ login: true, script: 'none', handshake: false });

  await account.place.deploy('--new-deployment');
  const { address, script } = account.look();
  expect(script).toBe('ours');
  expect(address).toContain(account.place.deployments[1]!.deploymentId);
  await account.write('447700900142');
  expect(account.answered('447700900142')).toBe(true);
});

test.each([
  ['nothing', null],
  ['the test address', 'https://script.google.com/macros/s/AKfyHead/dev'],
  ['a company’s address', 'https://script.google.com/a/macros/shop.example/s/AKfyOld/exec'],
  ['another deployment’s address', 'https://script.google.com/macros/s/AKfyOld/exec'],
])('Google tells the sheet %s: the address that was deployed is used', async (_, told) => {
  const account = await approved({ webAppUrlTold: () => told });
  const { address, script } = account.look();
  expect(script).toBe('ours');
  expect(address).toContain(account.place.notes.deploymentId);
});
