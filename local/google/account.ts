/** What Google keeps for its users: who is signed in, their spreadsheets and their script projects. */
import { randomBytes } from 'node:crypto';
import { noRights, notFound } from './errors';

export interface User {
  email: string;
  accessToken: string;
  refreshToken: string;
  /** The switch at script.google.com/home/usersettings; off for a new account. */
  apiEnabled: boolean;
}

export interface Spreadsheet {
  id: string;
  name: string;
  owner: string;
  /** Made through the API. */
  byClasp?: boolean;
  trashed?: boolean;
}

export interface ScriptFile {
  name: string;
  type: 'SERVER_JS' | 'HTML' | 'JSON';
  source: string;
}

export interface Version {
  versionNumber: number;
  description: string;
  createTime: string;
  files: ScriptFile[];
}

export interface Deployment {
  deploymentId: string;
  description: string;
  /** Without a version it is the head deployment, which follows the last push. */
  versionNumber?: number;
  updateTime: string;
  /** Who may open the web app: what the manifest asks, unless Google settled on less. */
  access?: string;
}

export interface Script {
  scriptId: string;
  title: string;
  parentId?: string;
  owner: string;
  files: ScriptFile[];
  versions: Version[];
  deployments: Deployment[];
  /** The scopes that its owner has approved. */
  approved: string[];
}

/** All that the stand-in remembers, open to a test's eyes and hands. */
export class Account {
  readonly users: User[] = [];
  readonly spreadsheets: Spreadsheet[] = [];
  readonly scripts: Script[] = [];

  /** Adds a person with a Google account. */
  addUser(email: string, { apiEnabled = true } = {}): User {
    const user: User = {
      email,
      accessToken: `ya29.${newId(24)}`,
      refreshToken: `1//${newId(24)}`,
      apiEnabled,
    };
    this.users.push(user);
    return user;
  }

  /** Makes an empty spreadsheet, as Drive does. */
  addSpreadsheet(owner: string, name: string): Spreadsheet {
    const spreadsheet: Spreadsheet = { id: newId(33), name, owner };
    this.spreadsheets.push(spreadsheet);
    return spreadsheet;
  }

  /** Makes a script project with the files and the head deployment that Google gives it. */
  addScript(owner: string, title: string, parentId?: string): Script {
    const script: Script = {
      scriptId: `1${newId(56)}`,
      title,
      owner,
      files: [newManifest()],
      versions: [],
      approved: [],
      deployments: [{ deploymentId: `AKfy${newId(50)}`, description: '', updateTime: now() }],
      ...(parentId === undefined ? {} : { parentId }),
    };
    this.scripts.push(script);
    return script;
  }

  /**
   * The script with this id, for somebody who may change it.
   *
   * @throws ApiError 404 for an unknown id, 403 for somebody else's script
   */
  scriptFor(user: User, scriptId: string): Script {
    const script = this.scripts.find((candidate) => candidate.scriptId === scriptId);
    if (!script) throw notFound();
    if (script.owner !== user.email) throw noRights();
    return script;
  }
}

/** An id of the letters that Google's have. */
export function newId(length: number): string {
  return randomBytes(length).toString('base64url').slice(0, length);
}

export const now = () => new Date().toISOString();

function newManifest(): ScriptFile {
  const source = {
    timeZone: 'America/New_York',
    dependencies: {},
    exceptionLogging: 'STACKDRIVER',
    runtimeVersion: 'V8',
  };
  return { name: 'appsscript', type: 'JSON', source: JSON.stringify(source, null, 2) };
}
