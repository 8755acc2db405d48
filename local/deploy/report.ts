/** What is said at the end: the addresses, whether the web app is open to anyone, and what is left to click. */
import type { Project } from './project';
import { lookLoggedOut, type Seen } from './web-app-check';

/** A deployment needs a moment until its address works. */
const LOOKS = 4;
const BETWEEN_LOOKS_MS = 3_000;

/**
 * Prints where everything is, and looks at the web app.
 *
 * @param first whether the owner has yet to approve the script
 * @returns the exit code: 0, or 1 when WhatsApp would find no open door
 */
export async function report(project: Project, first: boolean): Promise<number> {
  project.say(addresses(project));
  if (first) project.say(clicksLeft(project));
  const seen = await lookUntilThere(project);
  project.say(verdict(project, seen, first));
  const approvalAwaited = first && seen.state === 'error';
  return seen.state === 'open' || approvalAwaited ? 0 : 1;
}

function addresses(project: Project): string {
  const sheet = project.sheetAddress ?? `in the script: ${project.scriptAddress}`;
  return `\n  Sheet    ${sheet}\n  Web app  ${project.webAppAddress}\n`;
}

function clicksLeft(project: Project): string {
  return `Three clicks are left:
  1. Open the sheet${project.sheetAddress ? `: ${project.sheetAddress}` : ''}
     (the menu *Referrals* appears after a few seconds)
  2. Click *Referrals → Connect WhatsApp…*
  3. Approve what Google asks (*Continue*, your account, *Allow*), and click *Connect WhatsApp…* again.
`;
}

async function lookUntilThere(project: Project): Promise<Seen> {
  let seen = await lookLoggedOut(project.webAppAddress);
  for (let look = 1; look < LOOKS && seen.state === 'missing'; look++) {
    await project.surroundings.pause(BETWEEN_LOOKS_MS);
    seen = await lookLoggedOut(project.webAppAddress);
  }
  return seen;
}

function verdict(project: Project, seen: Seen, first: boolean): string {
  switch (seen.state) {
    case 'open':
      return 'Checked logged out: the web app is open to anyone, as WhatsApp needs it.';
    case 'closed':
      return `Checked logged out: the web app is NOT open to anyone. Google asks for a sign-in, so no message can come in.
  1. Open the script: ${project.scriptAddress}
  2. *Deploy → Manage deployments*, the pencil (*Edit*)
  3. *Who has access*: choose *Anyone* (not “Anyone with Google account”), then *Deploy*
  4. Run \`npm run deploy\` again to check.
  Is *Anyone* not offered? Then your organisation's administrator forbids it: use a personal Google account.`;
    case 'missing':
      return `Checked logged out: Google does not know the web app's address yet.
  Run \`npm run deploy\` again in a few minutes: it only checks when nothing has changed.`;
    case 'error':
      return first
        ? `Checked logged out: Google shows an error page (“${seen.page}”).
  That is to be expected until you have approved the script (click 3). Then run \`npm run deploy\` again to check.`
        : `Checked logged out: Google shows an error page (“${seen.page}”).
  Open the sheet, *Referrals → Check set-up*, and approve if Google asks.
  If that does not help, \`npm run rollback\` brings the version before back.`;
    case 'unreachable':
      return `The web app could not be looked at: ${seen.why}.
  Check the internet connection and run \`npm run deploy\` again: it only checks when nothing has changed.`;
  }
}
