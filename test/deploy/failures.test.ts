/** Every failure ends with 1, says what happened and what to do, and leaves nothing double behind. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { errors } from '../../local/google';
import { Place } from './place';

jest.setTimeout(300_000);

const places: Place[] = [];
afterAll(() => Promise.all(places.map((place) => place.google.close())));

async function newPlace(options?: Parameters<typeof Place.open>[0]): Promise<Place> {
  const place = await Place.open(options);
  places.push(place);
  return place;
}

/** A place whose script serves version 1 already, as if deployed before. */
async function livePlace(): Promise<Place> {
  const place = await newPlace();
  const { account } = place.google;
  const sheet = account.addSpreadsheet(place.owner.email, 'Referrals');
  const script = account.addScript(place.owner.email, 'Referrals', sheet.id);
  const files = structuredClone(script.files);
  script.approved = scopesOf(place);
  script.versions.push({ versionNumber: 1, description: 'old', createTime: '', files });
  const deployment = { deploymentId: 'AKfyTheDeploymentOfTheShop', description: 'old' };
  script.deployments.push({ ...deployment, versionNumber: 1, updateTime: '' });
  const { scriptId } = script;
  place.notes = { scriptId, sheetId: sheet.id, deploymentId: deployment.deploymentId, served: [1] };
  return place;
}

/** What an owner approves who takes the program as it comes. */
function scopesOf({ root }: Place): string[] {
  return JSON.parse(readFileSync(path.join(root, 'appsscript.json'), 'utf8')).oauthScopes;
}

describe('with a script that is live', () => {
  let place: Place;
  beforeAll(async () => {
    place = await livePlace();
  });
  beforeEach(() => place.release('0.2.0', 'News.'));

  /** Whatever went wrong, WhatsApp still talks to what it talked to before. */
  afterEach(() => {
    expect(place.deployments).toMatchObject([{ versionNumber: 1, description: 'old' }]);
  });

  test('a failing test stops it before anything is uploaded', async () => {
    place.testsPass = false;
    const { exitCode, said } = await place.deploy();
    place.testsPass = true;
    expect(exitCode).toBe(1);
    expect(said).toContain('A test has failed, so nothing was uploaded');
    expect(place.google.requests).toEqual([]);
  });

  test('quota', async () => {
    place.google.refuse('POST /v1/projects/*/versions', errors.quotaExceeded());
    const { exitCode, said } = await place.deploy();
    place.google.refuse('POST /v1/projects/*/versions', undefined);
    expect(exitCode).toBe(1);
    expect(said).toContain('Google’s quota for your account is used up');
    expect(said).toContain('Wait a few minutes');
  });

  test('a manifest that Google refuses', async () => {
    place.edit('dist/appsscript.json', (text) => text.replace('{', '{ "surprise": true,'));
    const { exitCode, said } = await place.deploy();
    expect(exitCode).toBe(1);
    expect(said).toContain('Google refused the manifest');
    expect(said).toContain('unknown fields: [surprise]');
  });

  test('code that Google cannot read', async () => {
    place.edit('dist/Code.js', () => 'functi on');
    const { exitCode, said } = await place.deploy();
    expect(exitCode).toBe(1);
    expect(said).toContain('Google could not read the uploaded code');
  });

  test('“Skipping push.”, although clasp ends with 0', async () => {
    place.edit('dist/appsscript.json', (text) => text.replace('Etc/UTC', 'Europe/Berlin'));
    place.heardByClasp = (args) => args.filter((word) => word !== '--force');
    const { exitCode, said } = await place.deploy();
    place.heardByClasp = (args) => args;
    expect(exitCode).toBe(1);
    expect(said).toContain('clasp ended well but did nothing');
  });

  test('a script that belongs to somebody else', async () => {
    const [script] = place.google.account.scripts;
    script!.owner = 'somebody.else@example.com';
    const { exitCode, said } = await place.deploy();
    script!.owner = place.owner.email;
    expect(exitCode).toBe(1);
    expect(said).toContain('has no right to change this script');
    expect(said).toContain('npx clasp show-authorized-user');
  });

  test('a sign-in that was revoked', async () => {
    const { accessToken, refreshToken } = place.owner;
    place.owner.accessToken = place.owner.refreshToken = 'other';
    const { exitCode, said } = await place.deploy();
    Object.assign(place.owner, { accessToken, refreshToken });
    expect(exitCode).toBe(1);
    expect(said).toContain('The sign-in to Google has expired or was revoked');
  });

  test('no network', async () => {
    const { env } = place;
    place.env = { ...env, LOCAL_GOOGLE: 'http://google.invalid' };
    const { exitCode, said } = await place.deploy();
    place.env = env;
    expect(exitCode).toBe(1);
    expect(said).toContain('Google could not be reached');
  });

  test('a second copy of an id is not taken for this folder’s', async () => {
    const { exitCode, said } = await place.deploy('--sheet', 'some-other-spreadsheet-0123456789');
    expect(exitCode).toBe(1);
    expect(said).toContain('This folder already belongs to the spreadsheet');
  });

  test('200 versions are told before anything is uploaded', async () => {
    const { versions } = place.google.account.scripts[0]!;
    const [first] = versions;
    for (let number = 2; number <= 200; number++) {
      versions.push({ ...first!, versionNumber: number });
    }
    const uploads = () => place.google.requests.filter((line) => line.startsWith('PUT')).length;
    const before = uploads();
    const { exitCode, said } = await place.deploy();
    expect(exitCode).toBe(1);
    expect(said).toContain('The script has 200 versions, and Google allows 200');
    expect(said).toContain('Project History');
    expect(uploads()).toBe(before);
    versions.length = 1;
  });
});

test('a web app that Google left closed is told with what to click, and a second run finds it open', async () => {
  const place = await livePlace();
  const [deployment] = place.deployments;
  deployment!.access = 'MYSELF';

  const closed = await place.deploy();
  expect(closed.exitCode).toBe(1);
  expect(closed.said).toContain('NOT open to anyone');
  expect(closed.said).toContain('*Who has access*: choose *Anyone*');
  expect(closed.said).toContain('npm run deploy -- --new-deployment');

  place.google.openToAnyone(deployment!.deploymentId);
  const open = await place.deploy();
  expect(open.exitCode).toBe(0);
  expect(open.said).toContain('Nothing has changed since version 2');
});

test('a web app that stays closed gets a new deployment, with another address, when that is asked for', async () => {
  const place = await livePlace();
  const { scriptId } = place.notes;
  place.deployments[0]!.access = 'MYSELF';
  await place.deploy();

  const { exitCode, said } = await place.deploy('--new-deployment');
  expect(exitCode).toBe(0);
  expect(place.counts).toMatchObject({ versions: 2, deployments: 2 });
  expect(place.deployments).toMatchObject([
    { versionNumber: 2, access: 'MYSELF' },
    { versionNumber: 2, access: 'ANYONE_ANONYMOUS' },
  ]);
  const made = place.deployments[1]!.deploymentId;
  expect(said).toContain(`/macros/s/${made}/exec`);
  expect(said).toContain('WhatsApp still calls the old one');
  expect(place.handedOver).toBe(
    `deployed(script=${scriptId};address=https://script.google.com/macros/s/${made}/exec)`,
  );

  const again = await place.deploy();
  expect(again.said).toContain('Nothing has changed since version 2');
  expect(again.said).toContain(made);
});

test('a first deployment that ends closed is told, and the next one is open', async () => {
  const place = await newPlace();
  place.google.ways.endClosed = 'first';
  const { scriptId } = place.google.account.addScript(place.owner.email, 'Mine');
  const closed = await place.deploy('--script', scriptId);
  expect(closed.exitCode).toBe(1);
  expect(closed.said).toContain('NOT open to anyone');
  expect(closed.said).toContain('nobody has been told the first one yet');

  place.approve();
  const open = await place.deploy('--new-deployment');
  expect(open.exitCode).toBe(0);
  expect(place.counts).toMatchObject({ versions: 1, deployments: 2 });
});

test('where even a new deployment ends closed, one that was made by hand is used from then on', async () => {
  const place = await livePlace();
  place.google.ways.endClosed = 'all';
  place.deployments[0]!.access = 'MYSELF';
  const closed = await place.deploy('--new-deployment');
  expect(closed.exitCode).toBe(1);
  expect(closed.said).toContain('npm run deploy -- --deployment <the address that it shows>');

  const byHand = {
    ...place.deployments[1]!,
    deploymentId: 'AKfyMadeByHand',
    access: 'ANYONE_ANONYMOUS',
  };
  place.google.account.scripts[0]!.deployments.push(byHand);
  const open = await place.deploy(
    '--deployment',
    'https://script.google.com/a/macros/shop.example/s/AKfyMadeByHand/exec',
  );
  expect(open.exitCode).toBe(0);
  expect(open.said).toContain('WhatsApp still calls the old one');
  expect(place.notes.deploymentId).toBe('AKfyMadeByHand');
  expect(place.counts).toMatchObject({ versions: 2, deployments: 3 });
});

test('a deployment that was archived is not replaced without being asked for', async () => {
  const place = await livePlace();
  const [script] = place.google.account.scripts;
  script!.deployments.length = 1;

  const gone = await place.deploy();
  expect(gone.exitCode).toBe(1);
  expect(gone.said).toContain('is no longer at Google');
  expect(place.counts).toMatchObject({ versions: 2, deployments: 0 });

  expect(gone.said).toContain('npm run deploy -- --new-deployment');

  const made = await place.deploy('--deployment', 'new');
  expect(made.exitCode).toBe(0);
  expect(place.counts).toMatchObject({ versions: 2, deployments: 1 });
});

test('nobody signed in: the sign-in is offered, and a cancelled one is told', async () => {
  const place = await newPlace({ signedIn: false });
  const { exitCode, said } = await place.deploy();
  expect(exitCode).toBe(1);
  expect(said).toContain('The sign-in to Google was cancelled');
  expect(place.counts).toMatchObject({ sheets: 0, scripts: 0 });
});

test('nobody signed in, and nobody there to ask', async () => {
  const place = await newPlace({ signedIn: false });
  place.env = { ...place.env, CI: 'true' };
  const { exitCode, said } = await place.deploy();
  expect(exitCode).toBe(1);
  expect(said).toContain('npx clasp login');
});

test('the Apps Script API is switched off: the sheet that was made is used once it is on', async () => {
  const place = await newPlace({ apiEnabled: false });
  const off = await place.deploy();
  expect(off.exitCode).toBe(1);
  expect(off.said).toContain('The Apps Script API is switched off');
  expect(off.said).toContain('https://script.google.com/home/usersettings');
  expect(place.counts).toMatchObject({ sheets: 1, scripts: 0 });

  place.owner.apiEnabled = true;
  expect(await place.deploy()).toMatchObject({ exitCode: 0 });
  expect(place.counts).toEqual({ sheets: 1, scripts: 1, versions: 1, deployments: 1 });
  expect(place.google.account.scripts[0]?.parentId).toBe(place.google.account.spreadsheets[0]?.id);
});

test('a wrong sheet: nothing is made', async () => {
  const place = await newPlace();
  const { exitCode, said } = await place.deploy('--sheet', 'no-such-spreadsheet-0123456789');
  expect(exitCode).toBe(1);
  expect(said).toContain('Google knows nothing by this id');
  expect(place.counts).toMatchObject({ sheets: 0, scripts: 0 });
});

test('a wrong script: nothing is made, and the right one can be given next', async () => {
  const place = await newPlace();
  const wrong = await place.deploy('--script', 'no-such-script-01234567890123');
  expect(wrong.exitCode).toBe(1);
  expect(wrong.said).toContain('Google knows nothing by this id');

  const { scriptId } = place.google.account.addScript(place.owner.email, 'Mine');
  const right = await place.deploy(
    '--script',
    `https://script.google.com/home/projects/${scriptId}/edit`,
  );
  expect(right.exitCode).toBe(0);
  expect(place.counts).toEqual({ sheets: 0, scripts: 1, versions: 1, deployments: 1 });
});

test('rollback before any deployment', async () => {
  const place = await newPlace();
  const { exitCode, said } = await place.deploy('rollback');
  expect(exitCode).toBe(1);
  expect(said).toContain('Nothing has been deployed from this folder yet');
});

describe('a folder that version 0.1.0 deployed from', () => {
  const tie = (place: Place, scriptId: string) =>
    place.edit('.clasp.json', (text) => text.replace(/put-the-id[\w-]+/, scriptId));

  test('is taken over: its id moves out of .clasp.json, and git has nothing to stumble over', async () => {
    const place = await livePlace();
    tie(place, place.notes.scriptId!);
    const { exitCode, said } = await place.deploy();
    expect(exitCode).toBe(0);
    expect(said).toContain('has moved from .clasp.json to .deploy.json');
    expect(place.untouched).toBe(true);
    expect(place.counts).toMatchObject({ sheets: 1, scripts: 1, versions: 2, deployments: 1 });

    rmSync(path.join(place.root, '.deploy.json'));
    expect(await place.deploy()).toMatchObject({ exitCode: 0 });
    expect(place.counts).toMatchObject({ sheets: 1, scripts: 1, deployments: 1 });
  });

  test('is taken over without its notes, too', async () => {
    const place = await livePlace();
    const { scriptId, deploymentId } = place.notes;
    rmSync(path.join(place.root, '.deploy.json'));
    tie(place, scriptId!);
    expect(await place.deploy()).toMatchObject({ exitCode: 0 });
    expect(place.notes).toMatchObject({ scriptId, deploymentId });
    expect(place.untouched).toBe(true);
  });

  test('nobody chooses between two ids', async () => {
    const place = await livePlace();
    tie(place, 'another-script-0123456789012345');
    const { exitCode, said } = await place.deploy();
    expect(exitCode).toBe(1);
    expect(said).toContain('.clasp.json names the script another-script-0123456789012345');
    expect(place.google.requests).toEqual([]);
  });

  test('a .clasp.json that cannot be read is told: it may hold the id', async () => {
    const place = await newPlace();
    place.edit('.clasp.json', () => '{');
    const { exitCode, said } = await place.deploy();
    expect(exitCode).toBe(1);
    expect(said).toContain('.clasp.json, which may hold the id of your script, cannot be read');
    expect(place.counts).toMatchObject({ sheets: 0, scripts: 0 });
  });

  test('without a .clasp.json nothing is missing', async () => {
    const place = await newPlace();
    rmSync(path.join(place.root, '.clasp.json'));
    const { exitCode, said } = await place.deploy('--dry-run');
    expect(exitCode).toBe(0);
    expect(said).toContain('make a new spreadsheet');
  });
});

describe('the wide scope', () => {
  const WIDE = 'https://www.googleapis.com/auth/spreadsheets';
  let place: Place;
  beforeAll(async () => {
    place = await livePlace();
    await place.deploy();
  });
  const scopes = (): string[] => {
    const files = place.google.account.scripts[0]?.files ?? [];
    return JSON.parse(files.find(({ type }) => type === 'JSON')?.source ?? '').oauthScopes;
  };

  test('is not asked for unless it is wanted', () => {
    expect(scopes()).not.toContain(WIDE);
    expect(scopes()).toContain(`${WIDE}.currentonly`);
  });

  test('a dry run shows it and remembers nothing', async () => {
    const { said } = await place.deploy('--dry-run', '--wide-scope');
    expect(said).toContain(`  · ${WIDE}\n`);
    expect(said).toMatch(/dist\/appsscript\.json {2}changed/);
    expect(place.notes.wideScope).toBe(false);
  });

  test('is said, and remembered by the next deployment', async () => {
    const wide = await place.deploy('--wide-scope');
    expect(wide.said).toContain('the wide manifest, as chosen with --wide-scope');
    expect(wide.said).toMatch(/more permissions[\s\S]*Referrals → Check set-up/);
    expect(wide.exitCode).toBe(0);
    expect(scopes()).toContain(WIDE);
    expect(scopes()).not.toContain(`${WIDE}.currentonly`);
    expect(place.counts).toMatchObject({ versions: 2 });
    place.approve();
    expect(await place.deploy()).toMatchObject({ exitCode: 0 });
    expect(place.counts).toMatchObject({ versions: 3 });

    place.release('0.2.0', 'News.');
    const next = await place.deploy();
    expect(next.said).toContain('the wide manifest');
    expect(next.said).not.toContain('more permissions');
    expect(scopes()).toContain(WIDE);
  });

  test('is given back', async () => {
    const { said } = await place.deploy('--narrow-scope');
    expect(said).not.toContain('the wide manifest');
    expect(said).toContain('this spreadsheet only');
    expect(scopes()).toContain(`${WIDE}.currentonly`);
    expect(place.untouched).toBe(true);
  });
});

describe('the permission for e-mails', () => {
  const MAIL = 'https://www.googleapis.com/auth/script.send_mail';
  let place: Place;
  beforeAll(async () => {
    place = await livePlace();
    await place.deploy();
  });
  const scopes = (): string[] => {
    const files = place.google.account.scripts[0]?.files ?? [];
    return JSON.parse(files.find(({ type }) => type === 'JSON')?.source ?? '').oauthScopes;
  };

  test('is not asked for unless it is wanted', () => {
    expect(scopes()).not.toContain(MAIL);
  });

  test('is approved before the web app needs it, remembered, and goes with the wide scope', async () => {
    const asked = await place.deploy('--mail');
    expect(asked.said).toMatch(/Send email as you[\s\S]*more permissions[\s\S]*Check set-up/);
    expect(place.counts).toMatchObject({ versions: 2 });
    place.approve();
    expect(await place.deploy()).toMatchObject({ exitCode: 0 });
    expect(place.counts).toMatchObject({ versions: 3 });
    await place.deploy('--wide-scope');
    expect(scopes()).toEqual(
      expect.arrayContaining([MAIL, 'https://www.googleapis.com/auth/spreadsheets']),
    );
  });

  test('is given back', async () => {
    await place.deploy('--without-mail', '--narrow-scope');
    expect(scopes()).not.toContain(MAIL);
    expect(place.untouched).toBe(true);
  });
});

test('a dry run shows the files and what would change, and asks Google nothing', async () => {
  const place = await newPlace();
  const { exitCode, said } = await place.deploy('--dry-run');
  expect(exitCode).toBe(0);
  expect(said).toMatch(/dist\/Code\.js {2}new/);
  expect(said).toContain('make a new spreadsheet');
  expect(said).toContain('0.1.0: The first version.');
  expect(place.google.requests).toEqual([]);
});
