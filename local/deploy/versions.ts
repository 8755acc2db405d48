/** Step: a version, Google's frozen copy of the uploaded files. There can be 200 of them. */
import { Failure } from './failure';
import type { Pushed } from './notes';
import type { Project } from './project';

export interface Version {
  versionNumber: number;
  description?: string;
}

const LIMIT = 200;
const NEAR = 180;

/** The script's versions, oldest first. */
export async function listVersions(project: Project): Promise<Version[]> {
  const versions = await project.clasp.json<Version[]>('list-versions');
  return versions.sort((a, b) => a.versionNumber - b.versionNumber);
}

/**
 * Tells when the versions come near Google's limit.
 *
 * @throws Failure when there is no room for one more
 */
export function checkRoom(project: Project, versions: Version[]): void {
  const howToDelete = [
    `Open the script: ${project.scriptAddress}`,
    'Click *Project History* (the clock on the left) and delete old versions; the one in use cannot be deleted.',
  ];
  if (versions.length >= LIMIT) {
    throw new Failure(`The script has ${versions.length} versions, and Google allows ${LIMIT}.`, [
      ...howToDelete,
      'Run the same command again.',
    ]);
  }
  if (versions.length >= NEAR) {
    project.say(
      `Note: the script has ${versions.length} versions, and Google allows ${LIMIT}. Make room soon:\n${howToDelete.map((step) => `  · ${step}`).join('\n')}`,
    );
  }
}

/**
 * The number of the version that holds these files: the one an interrupted run made, or a new one.
 *
 * @throws ClaspFailed when Google refuses
 */
export async function ensureVersion(
  project: Project,
  { fingerprint }: Pushed,
  description: string,
  versions: Version[],
): Promise<number> {
  const highest = versions.at(-1)?.versionNumber ?? 0;
  const { underway } = project.notes;
  if (underway?.step === 'deployment' && underway.fingerprint === fingerprint) {
    return underway.version;
  }
  const madeUnnoticed =
    underway?.step === 'version' &&
    underway.fingerprint === fingerprint &&
    highest > underway.above;
  const version = madeUnnoticed
    ? highest
    : await create(project, fingerprint, description, highest);
  project.note({ underway: { step: 'deployment', fingerprint, version } });
  return version;
}

async function create(
  project: Project,
  fingerprint: string,
  description: string,
  above: number,
): Promise<number> {
  project.note({ underway: { step: 'version', fingerprint, above } });
  const args = ['--', description];
  const { versionNumber } = await project.clasp.json<Version>('create-version', args);
  return versionNumber;
}
