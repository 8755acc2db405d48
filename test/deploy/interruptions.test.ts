/** Killed at every step: the next run goes on, and there are never two sheets, scripts, versions or deployments. */
import { Place } from './place';

jest.setTimeout(300_000);

const places: Place[] = [];
afterAll(() => Promise.all(places.map((place) => place.google.close())));

async function newPlace(): Promise<Place> {
  const place = await Place.open();
  places.push(place);
  return place;
}

const ONE_OF_EACH = { sheets: 1, scripts: 1, versions: 1, deployments: 1 };

test('killed while Google makes the sheet: nobody guesses, the person looks', async () => {
  const place = await newPlace();
  await place.deployKilledAfter('POST /drive/v3/files');

  const { exitCode, said } = await place.deploy();
  expect(exitCode).toBe(1);
  expect(said).toContain('cannot be known from here');
  expect(said).toContain('https://drive.google.com');
  expect(place.counts).toMatchObject({ sheets: 1, scripts: 0 });
  expect(place.filesWithSecrets()).toEqual([]);

  const address = `https://docs.google.com/spreadsheets/d/${place.google.account.spreadsheets[0]?.id}/edit#gid=0`;
  expect(await place.deploy('--sheet', address)).toMatchObject({ exitCode: 0 });
  expect(place.counts).toEqual(ONE_OF_EACH);
});

test('killed at every later step, one after the other', async () => {
  const place = await newPlace();
  await place.deployKilledAfter('POST /v1/projects');
  const refused = await place.deploy();
  expect(refused.exitCode).toBe(1);
  expect(refused.said).toContain('Extensions → Apps Script');

  const args = ['--script', place.google.account.scripts[0]!.scriptId];
  await place.deployKilledAfter('PUT /v1/projects/*/content', { args });
  await place.deployKilledAfter('POST /v1/projects/*/versions');
  await place.deployKilledAfter('POST /v1/projects/*/deployments');
  expect(await place.deploy()).toMatchObject({ exitCode: 0 });
  expect(place.counts).toEqual(ONE_OF_EACH);
  expect(place.notes.underway).toBeUndefined();

  place.approve();
  place.release('0.2.0', 'News.');
  await place.deployKilledAfter('PUT /v1/projects/*/deployments/*');
  expect(await place.deploy()).toMatchObject({ exitCode: 0 });
  expect(place.counts).toEqual({ ...ONE_OF_EACH, versions: 2 });

  await place.deployKilledAfter('PUT /v1/projects/*/content', { args: ['rollback'] });
  expect(await place.deploy('rollback')).toMatchObject({ exitCode: 0 });
  expect(place.deployments).toMatchObject([{ versionNumber: 1 }]);
});

test('killed while the sheet learns the address: the next run tells it', async () => {
  const place = await newPlace();
  const { scriptId } = place.google.account.addScript(place.owner.email, 'Mine');
  const args = ['--script', scriptId];
  const following = 'POST /v1/projects/*/deployments';
  await place.deployKilledAfter('PUT /v1/projects/*/content', { args, following });
  expect(place.notes.served).toEqual([]);

  expect(await place.deploy()).toMatchObject({ exitCode: 0 });
  expect(place.counts).toMatchObject({ versions: 1, deployments: 1 });
  expect(place.handedOver).toContain(`/macros/s/${place.deployments[0]?.deploymentId}/exec)`);
});

test('killed while a new deployment is made: there is no third', async () => {
  const place = await newPlace();
  const { scriptId } = place.google.account.addScript(place.owner.email, 'Mine');
  await place.deploy('--script', scriptId);
  place.approve();
  const args = ['--new-deployment'];
  await place.deployKilledAfter('POST /v1/projects/*/deployments', { args });

  expect(await place.deploy(...args)).toMatchObject({ exitCode: 0 });
  expect(place.counts).toMatchObject({ versions: 1, deployments: 2 });
  expect(place.notes.deploymentId).toBe(place.deployments[1]?.deploymentId);
});

test('killed while clasp lives on: what clasp went on to make is found', async () => {
  const place = await newPlace();
  await place.deployKilledAfter('POST /drive/v3/files', { claspSurvives: true });
  while (!place.creationTrace.includes('Created script')) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  expect(await place.deploy()).toMatchObject({ exitCode: 0 });
  expect(place.counts).toEqual(ONE_OF_EACH);
});
