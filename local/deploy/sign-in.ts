/** Step: somebody is signed in to Google through clasp. */
import { Failure } from './failure';
import type { Project } from './project';

/**
 * Lets the person sign in when nobody is. The sign-in is clasp's own and is kept in the person's home, not here.
 *
 * @throws Failure where no one can be asked
 * @throws ClaspFailed when it did not come to a sign-in
 */
export async function ensureSignedIn(project: Project): Promise<void> {
  const { loggedIn, email } = await project.clasp.json<{ loggedIn: boolean; email?: string }>(
    'show-authorized-user',
  );
  if (!loggedIn) {
    if (project.surroundings.env.CI) {
      throw new Failure('Nobody is signed in to Google, and there is nobody here to ask.', [
        'Run `npx clasp login` where there is a browser.',
        'Bring the file that it writes, ~/.clasprc.json, here as a secret; `clasp_config_auth` tells clasp where it is.',
      ]);
    }
    const said = await project.clasp.login((address) => project.say(invitation(address)));
    project.say(said);
    return;
  }
  if (email) project.say(`Signed in to Google as ${email}.`);
}

function invitation(address: string): string {
  return `Sign in to Google with the account that is to own the sheet. Your browser opens Google’s page. If it does not, open this address:

${address}

Waiting until you have ticked every box there and clicked *Continue* or *Allow*.
To stop, press Ctrl+C: nothing has been made yet, and \`npm run deploy\` begins again.
No browser on this computer? Stop, run \`npx clasp login --no-localhost\`, then \`npm run deploy\` again.
`;
}
