/** What somebody does by hand at Google, in the script editor and with *File → Make a copy*. */
import { type Account, type Deployment, newId, now, type Script, type ScriptFile } from './account';
import { acceptFiles } from './content';
import { notFound } from './errors';

const KINDS: Record<string, ScriptFile['type']> = {
  js: 'SERVER_JS',
  html: 'HTML',
  json: 'JSON',
};

export class Editor {
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  /**
   * Pastes files over those of the same name, or into new ones; files with other names stay.
   *
   * @param texts by the names that the files have here, such as `Code.js`
   * @throws ApiError where Google would refuse to save them
   */
  paste(scriptId: string, texts: Record<string, string>): void {
    const script = this.#script(scriptId);
    const pasted = Object.entries(texts).map(([file, source]) => {
      const [, name = '', kind = ''] = /^(.*)\.(\w+)$/.exec(file) ?? [];
      return { name, type: KINDS[kind], source };
    });
    const others = script.files.filter(({ name }) => !pasted.some((one) => one.name === name));
    script.files = acceptFiles([...others, ...pasted]);
  }

  /**
   * *Deploy → New deployment → Web app*.
   *
   * @param access *Who has access*, by the manifest's names
   * @returns the id in its address
   */
  deploy(scriptId: string, access = 'ANYONE_ANONYMOUS'): string {
    const script = this.#script(scriptId);
    const deployment: Deployment = {
      deploymentId: `AKfy${newId(50)}`,
      description: '',
      versionNumber: newVersion(script),
      updateTime: now(),
      access,
    };
    script.deployments.push(deployment);
    return deployment.deploymentId;
  }

  /** *Deploy → Manage deployments*, the pencil, *Version: New version*, *Deploy*. */
  newVersion(scriptId: string, deploymentId: string): void {
    const script = this.#script(scriptId);
    const deployment = script.deployments.find((one) => one.deploymentId === deploymentId);
    if (!deployment) throw notFound();
    deployment.versionNumber = newVersion(script);
  }

  /** The script in a copy of its sheet: its files and nothing else. No deployment, version or approval comes along. */
  copyOf(scriptId: string, owner: string): Script {
    const { files, title } = this.#script(scriptId);
    const sheet = this.#account.addSpreadsheet(owner, `Copy of ${title}`);
    const copy = this.#account.addScript(owner, `Copy of ${title}`, sheet.id);
    copy.files = structuredClone(files);
    return copy;
  }

  #script(scriptId: string): Script {
    const found = this.#account.scripts.find((one) => one.scriptId === scriptId);
    if (!found) throw notFound();
    return found;
  }
}

function newVersion(script: Script): number {
  const versionNumber = (script.versions.at(-1)?.versionNumber ?? 0) + 1;
  const files = structuredClone(script.files);
  script.versions.push({ versionNumber, description: '', createTime: now(), files });
  return versionNumber;
}
