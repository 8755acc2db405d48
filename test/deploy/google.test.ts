/** The Google on this machine is strict: what the real one refuses, it refuses in the same shape. */
import { LocalGoogle, type Script, type User } from '../../local/google';

let google: LocalGoogle;
let user: User;

beforeEach(async () => {
  google = await LocalGoogle.start();
  user = google.account.addUser('owner@example.com');
});
afterEach(() => google.close());

interface Answered {
  error: { message: string; status: string };
  versions: unknown[];
  nextPageToken: string;
}

async function call(method: string, path: string, body?: unknown, token = user.accessToken) {
  const answer = await fetch(`${google.root}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Answered };
}

const manifest = (fields = {}) => ({
  name: 'appsscript',
  type: 'JSON',
  source: JSON.stringify({ timeZone: 'Etc/UTC', ...fields }),
});
const code = (source: string) => ({ name: 'Code', type: 'SERVER_JS', source });

test('a route that is not there is 404 in Google’s shape', async () => {
  expect(await call('GET', '/v1/nothing')).toEqual({
    status: 404,
    body: {
      error: {
        code: 404,
        message: 'Requested entity was not found.',
        errors: [
          { message: 'Requested entity was not found.', domain: 'global', reason: 'notFound' },
        ],
        status: 'NOT_FOUND',
      },
    },
  });
});

test('a token of nobody is 401', async () => {
  expect(await call('POST', '/v1/projects', { title: 'x' }, 'other')).toMatchObject({
    status: 401,
  });
});

test('with the API switched off nothing is made', async () => {
  user.apiEnabled = false;
  const refused = await call('POST', '/v1/projects', { title: 'x' });
  expect(refused).toMatchObject({ status: 403, body: { error: { status: 'PERMISSION_DENIED' } } });
  expect(google.account.scripts).toEqual([]);
});

test('somebody else’s script is 403, an unknown one 404', async () => {
  const { scriptId } = google.account.addScript('else@example.com', 'Theirs');
  expect(await call('GET', `/v1/projects/${scriptId}/content`)).toMatchObject({ status: 403 });
  expect(await call('GET', '/v1/projects/unknown/content')).toMatchObject({ status: 404 });
});

test.each([
  ['no files', [], 'invalid argument'],
  ['no manifest', [code('')], 'must include a manifest'],
  ['an unknown field', [manifest({ surprise: 1 })], 'unknown fields: [surprise]'],
  ['a manifest that is no JSON', [{ ...manifest(), source: '{' }], 'Invalid manifest'],
  ['an unknown runtime', [manifest({ runtimeVersion: 'v8' })], 'but was "v8"'],
  ['a syntax error', [manifest(), code('let a;\nlet a;')], 'line: 2 file: Code'],
  ['two files of one name', [manifest(), code(''), code('')], 'invalid argument'],
])('a push with %s is 400', async (_, files, message) => {
  const { scriptId } = google.account.addScript(user.email, 'Mine');
  const { status, body } = await call('PUT', `/v1/projects/${scriptId}/content`, { files });
  expect(status).toBe(400);
  expect(body.error.message).toContain(message);
});

test('a deployment serves a version, and the head deployment cannot be pointed', async () => {
  const { scriptId, deployments } = google.account.addScript(user.email, 'Mine');
  const path = `/v1/projects/${scriptId}`;
  expect(await call('POST', `${path}/deployments`, { versionNumber: 1 })).toMatchObject({
    status: 404,
  });
  await call('POST', `${path}/versions`, { description: 'first' });
  const head = `${path}/deployments/${deployments[0]?.deploymentId}`;
  const pointed = await call('PUT', head, { deploymentConfig: { versionNumber: 1 } });
  expect(pointed.status).toBe(400);
});

describe('who may open a web app', () => {
  const open = { webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' } };
  const closed = { webapp: { access: 'MYSELF', executeAs: 'USER_DEPLOYING' } };
  let path: string;
  let script: Script;

  beforeEach(() => {
    script = google.account.addScript(user.email, 'Mine');
    path = `/v1/projects/${script.scriptId}`;
  });

  async function version(fields: object): Promise<void> {
    await call('PUT', `${path}/content`, { files: [manifest(fields)] });
    await call('POST', `${path}/versions`, {});
  }
  const deploy = (versionNumber: number) => call('POST', `${path}/deployments`, { versionNumber });
  const redeploy = (deployment: number, versionNumber: number) =>
    call('PUT', `${path}/deployments/${script.deployments[deployment]?.deploymentId}`, {
      deploymentConfig: { versionNumber },
    });
  const access = () => script.deployments.slice(1).map((one) => one.access);

  test('is settled when it is deployed; a redeployment keeps it, a new deployment takes the manifest’s', async () => {
    await version(closed);
    await version(open);
    await deploy(1);
    await redeploy(1, 2);
    await deploy(2);
    expect(access()).toEqual(['MYSELF', 'ANYONE_ANONYMOUS']);
  });

  test('the first deployment through the API may end closed', async () => {
    google.ways.endClosed = 'first';
    await version(open);
    await deploy(1);
    await deploy(1);
    expect(access()).toEqual(['MYSELF', 'ANYONE_ANONYMOUS']);
  });

  test('where a company forbids it, all end closed', async () => {
    google.ways.endClosed = 'all';
    await version(open);
    await deploy(1);
    await deploy(1);
    expect(access()).toEqual(['MYSELF', 'MYSELF']);
  });
});

test('long lists come in pages', async () => {
  const { scriptId } = google.account.addScript(user.email, 'Mine');
  const path = `/v1/projects/${scriptId}/versions`;
  for (const description of ['a', 'b', 'c']) await call('POST', path, { description });
  const first = await call('GET', `${path}?pageSize=2`);
  const second = await call('GET', `${path}?pageSize=2&pageToken=${first.body.nextPageToken}`);
  expect(first.body.versions).toHaveLength(2);
  expect(second.body).toMatchObject({ versions: [{ versionNumber: 1 }] });
});
