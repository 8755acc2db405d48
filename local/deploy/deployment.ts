/** Step: the deployment, whose address WhatsApp knows. There is one, and every version goes to the same one. */
import { ClaspFailed, Failure } from './failure';
import type { Project } from './project';

interface Deployment {
  deploymentId: string;
  /** The head deployment has none. */
  versionNumber?: number;
  description?: string;
}

/** What a deployment serves. */
interface Served {
  version: number;
  description: string;
}

/**
 * The deployment that is to serve the next version; none when one has to be made.
 *
 * @param wanted the deployment that the owner chose, or `new`
 * @throws Failure when there are several to choose from
 */
export async function findDeployment(
  project: Project,
  wanted?: string,
): Promise<string | undefined> {
  if (wanted === 'new') return findNew(project);
  if (wanted) return wanted;
  if (project.notes.deploymentId) return project.notes.deploymentId;
  const deployments = await listDeployments(project);
  if (deployments.length > 1) throw several(deployments);
  return deployments[0]?.deploymentId;
}

/**
 * Lets a deployment serve a version, or makes one that does.
 *
 * @param deploymentId as `findDeployment` gave it
 * @throws Failure when it is gone
 */
export async function serve(
  project: Project,
  served: Served,
  deploymentId: string | undefined,
): Promise<void> {
  if (deploymentId) return point(project, deploymentId, served);
  const made = await project.clasp.json<Deployment>('create-deployment', options(served));
  project.note({ deploymentId: made.deploymentId, besides: undefined });
}

/** The deployments that serve a version. The head deployment is not one of them: it is for editors only. */
export async function listDeployments(project: Project): Promise<Deployment[]> {
  const deployments = await project.clasp.json<Deployment[]>('list-deployments');
  return deployments.filter(({ versionNumber }) => versionNumber !== undefined);
}

/** The one that an interrupted run made, if any; else those that are there are noted, so that the new one is known. */
async function findNew(project: Project): Promise<string | undefined> {
  const ids = (await listDeployments(project)).map(({ deploymentId }) => deploymentId);
  const { besides } = project.notes;
  if (besides) return ids.find((id) => !besides.includes(id));
  project.note({ besides: ids });
  return undefined;
}

function several(deployments: Deployment[]): Failure {
  const list = deployments.map((one) => `  ${one.deploymentId}  ${one.description ?? ''}`);
  return new Failure(`The script has deployments already:\n${list.join('\n')}`, [
    'Run `npm run deploy -- --deployment <id>` with the one whose address WhatsApp knows.',
    'Archive the others in the script editor: *Deploy → Manage deployments*.',
  ]);
}

async function point(project: Project, deploymentId: string, served: Served): Promise<void> {
  try {
    await project.clasp.json<Deployment>('update-deployment', [deploymentId, ...options(served)]);
  } catch (error) {
    if (error instanceof ClaspFailed && /not found/i.test(error.said)) throw gone(deploymentId);
    throw error;
  }
  project.note({ deploymentId, besides: undefined });
}

/** Always with a description: without one, clasp blanks it. */
function options({ version, description }: Served): string[] {
  return [`--versionNumber=${version}`, `--description=${description}`];
}

function gone(deploymentId: string): Failure {
  return new Failure(
    `The deployment ${deploymentId} is no longer at Google, and with it the address that WhatsApp calls.`,
    [
      'If it was archived by mistake, nothing brings its address back: a new one is needed.',
      'Run `npm run deploy -- --new-deployment`, then *Referrals → Connect…* in the sheet, so that WhatsApp learns the new address.',
    ],
  );
}
