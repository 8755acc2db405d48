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
    project.say('Sign in to Google with the account that is to own the sheet.');
    await project.clasp.login();
    return;
  }
  if (email) project.say(`Signed in to Google as ${email}.`);
}
