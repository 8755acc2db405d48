/** Step: the deployment, whose address WhatsApp knows. There is one, and every version goes to the same one. */
import { ClaspFailed, Failure } from './failure';
import type { Project } from './project';

export interface Deployment {
  deploymentId: string;
  /** The head deployment has none. */
  versionNumber?: number;
  description?: string;
}

/**
 * Lets the deployment serve a version; makes it when the script has none.
 *
 * @param wanted the deployment that the owner chose, or `new`
 * @throws Failure when it is gone, or when there are several to choose from
 */
export async function serve(
  project: Project,
  version: number,
  description: string,
  wanted?: string,
): Promise<void> {
  const known = project.notes.deploymentId;
  if (known && !wanted) return point(project, known, version, description);
  const deployments = await listDeployments(project);
  const chosen = choose(deployments, wanted);
  if (chosen) return point(project, chosen, version, description);
  const { deploymentId } = await project.clasp.json<Deployment>('create-deployment', [
    `--versionNumber=${version}`,
    `--description=${description}`,
  ]);
  project.note({ deploymentId });
}

/** The deployments that serve a version. The head deployment is not one of them: it is for editors only. */
export async function listDeployments(project: Project): Promise<Deployment[]> {
  const deployments = await project.clasp.json<Deployment[]>('list-deployments');
  return deployments.filter(({ versionNumber }) => versionNumber !== undefined);
}

function choose(deployments: Deployment[], wanted: string | undefined): string | undefined {
  if (wanted && wanted !== 'new') return wanted;
  if (deployments.length === 0) return undefined;
  if (deployments.length === 1 && !wanted) return deployments[0]?.deploymentId;
  const list = deployments.map((one) => `  ${one.deploymentId}  ${one.description ?? ''}`);
  throw new Failure(`The script has deployments already:\n${list.join('\n')}`, [
    'Run `npm run deploy -- --deployment <id>` with the one whose address WhatsApp knows.',
    'Archive the others in the script editor: *Deploy → Manage deployments*.',
  ]);
}

/** Always with a description: without one, clasp blanks it. */
async function point(
  project: Project,
  deploymentId: string,
  version: number,
  description: string,
): Promise<void> {
  try {
    await project.clasp.json<Deployment>('update-deployment', [
      deploymentId,
      `--versionNumber=${version}`,
      `--description=${description}`,
    ]);
  } catch (error) {
    if (error instanceof ClaspFailed && /not found/i.test(error.said)) throw gone(deploymentId);
    throw error;
  }
  project.note({ deploymentId });
}

function gone(deploymentId: string): Failure {
  return new Failure(
    `The deployment ${deploymentId} is no longer at Google, and with it the address that WhatsApp calls.`,
    [
      'If it was archived by mistake, nothing brings its address back: a new one is needed.',
      'Run `npm run deploy -- --deployment new`, then *Referrals → Connect WhatsApp…* in the sheet, so that WhatsApp learns the new address.',
    ],
  );
}
