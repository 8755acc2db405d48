/** The Apps Script API as far as clasp uses it: projects, their content, versions and deployments. */
import { type Account, type Deployment, newId, now, type Script, type User } from './account';
import { acceptFiles, readManifest } from './content';
import { apiSwitchedOff, badRequest, noRights, notFound } from './errors';
import type { Request, Routes } from './server';

const MAX_VERSIONS = 200;

/** What a test can settle about this Google. */
export interface Ways {
  /**
   * Which new deployments that come through the API end as "only myself", whatever the manifest asks: a script's first,
   * as has been seen, or all of them, where a company forbids more.
   */
  endClosed: 'none' | 'first' | 'all';
}

/** The routes of script.googleapis.com. `root` gives the address under which web apps are served. */
export function scriptApi(account: Account, ways: Ways, root: () => string): Routes {
  const scriptOf = (request: Request): Script => {
    const user = whoMayUseTheApi(request);
    return account.scriptFor(user, request.params[0] ?? '');
  };
  return {
    'POST /v1/projects': (request) => {
      const user = whoMayUseTheApi(request);
      const { title = 'Untitled project', parentId } = request.json();
      if (parentId !== undefined) mayBind(account, user, parentId);
      const script = account.addScript(user.email, title, parentId);
      return { scriptId: script.scriptId, title, parentId, createTime: now() };
    },
    'GET /v1/projects/*/content': (request) => {
      const script = scriptOf(request);
      const version = request.query.get('versionNumber');
      const files = version ? versionOf(script, Number(version)).files : script.files;
      return { scriptId: script.scriptId, files };
    },
    'PUT /v1/projects/*/content': (request) => {
      const script = scriptOf(request);
      script.files = acceptFiles(request.json().files);
      return { scriptId: script.scriptId, files: script.files };
    },
    'GET /v1/projects/*/versions': (request) => {
      const { versions, scriptId } = scriptOf(request);
      const listed = versions.map(({ files, ...version }) => ({ scriptId, ...version }));
      return page('versions', listed.reverse(), request);
    },
    'POST /v1/projects/*/versions': (request) => {
      const script = scriptOf(request);
      const { description = '' } = request.json();
      // What Google says here is not known: nobody has published it.
      if (script.versions.length >= MAX_VERSIONS) throw badRequest();
      const versionNumber = (script.versions.at(-1)?.versionNumber ?? 0) + 1;
      const version = { versionNumber, description, createTime: now() };
      script.versions.push({ ...version, files: structuredClone(script.files) });
      return { scriptId: script.scriptId, ...version };
    },
    'GET /v1/projects/*/deployments': (request) => {
      const script = scriptOf(request);
      const listed = script.deployments.map((deployment) => shown(script, deployment, root()));
      return page('deployments', listed, request);
    },
    'POST /v1/projects/*/deployments': (request) => {
      const script = scriptOf(request);
      const { description = '', versionNumber } = request.json();
      const deployment: Deployment = {
        deploymentId: `AKfy${newId(50)}`,
        description,
        updateTime: now(),
      };
      point(script, deployment, versionNumber);
      const first = script.deployments.every((other) => other.versionNumber === undefined);
      const closed = ways.endClosed === 'all' || (ways.endClosed === 'first' && first);
      if (deployment.access !== undefined && closed) deployment.access = 'MYSELF';
      script.deployments.push(deployment);
      return shown(script, deployment, root());
    },
    'PUT /v1/projects/*/deployments/*': (request) => {
      const script = scriptOf(request);
      const { description = '', versionNumber } = request.json().deploymentConfig ?? {};
      const deployment = script.deployments.find(
        (candidate) => candidate.deploymentId === request.params[1],
      );
      if (!deployment) throw notFound();
      if (deployment.versionNumber === undefined) throw badRequest();
      point(script, deployment, versionNumber);
      deployment.description = description;
      deployment.updateTime = now();
      return shown(script, deployment, root());
    },
    'DELETE /v1/projects/*/deployments/*': (request) => {
      const script = scriptOf(request);
      const found = script.deployments.find((one) => one.deploymentId === request.params[1]);
      if (!found) throw notFound();
      // The head deployment stays as long as the script.
      if (found.versionNumber === undefined) throw badRequest();
      script.deployments = script.deployments.filter((one) => one !== found);
      return {};
    },
  };
}

function whoMayUseTheApi(request: Request): User {
  const user = request.user();
  if (!user.apiEnabled) throw apiSwitchedOff();
  return user;
}

function mayBind(account: Account, user: User, parentId: string): void {
  const spreadsheet = account.spreadsheets.find(({ id }) => id === parentId);
  if (!spreadsheet) throw notFound();
  if (spreadsheet.owner !== user.email) {
    throw noRights();
  }
}

function versionOf(script: Script, versionNumber: number) {
  const version = script.versions.find((candidate) => candidate.versionNumber === versionNumber);
  if (!version) throw notFound();
  return version;
}

/** A deployment that has settled who may open it keeps that: the manifest of a later version does not change it. */
function point(script: Script, deployment: Deployment, versionNumber: number | undefined): void {
  if (versionNumber === undefined) throw badRequest();
  const manifest = readManifest(versionOf(script, versionNumber).files);
  deployment.versionNumber = versionNumber;
  if (manifest.webapp) deployment.access ??= manifest.webapp.access;
  else delete deployment.access;
}

function shown(script: Script, deployment: Deployment, root: string) {
  const { deploymentId, description, versionNumber, updateTime, access } = deployment;
  const webApp = {
    url: `${root}/macros/s/${deploymentId}/exec`,
    entryPointConfig: { access, executeAs: 'USER_DEPLOYING' },
  };
  return {
    deploymentId,
    deploymentConfig: {
      scriptId: script.scriptId,
      versionNumber,
      manifestFileName: 'appsscript',
      description,
    },
    updateTime,
    ...(access === undefined ? {} : { entryPoints: [{ entryPointType: 'WEB_APP', webApp }] }),
  };
}

function page(name: string, all: unknown[], request: Request) {
  const size = Number(request.query.get('pageSize') ?? 50);
  const from = Number(request.query.get('pageToken') ?? 0);
  const next = from + size < all.length ? String(from + size) : undefined;
  return { [name]: all.slice(from, from + size), nextPageToken: next };
}
