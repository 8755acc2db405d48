/** What is said at the end: the addresses, whether the web app is open to anyone, and what is left to click. */
import type { Project } from './project';
import { lookLoggedOut, type Seen } from './web-app-check';

/** A deployment needs a moment until its address works. */
const LOOKS = 4;
const BETWEEN_LOOKS_MS = 3_000;

interface Outcome {
  /** It is the first time: the owner has yet to open the sheet and to approve the script. */
  first: boolean;
  /** The program has another deployment than before, and with it another address. */
  moved: boolean;
}

/**
 * Prints where everything is, and looks at the web app.
 *
 * @returns the exit code: 0, or 1 when WhatsApp would find no open door
 */
export async function report(project: Project, outcome: Outcome): Promise<number> {
  const { first, moved } = outcome;
  project.say(addresses(project));
  if (first) project.say(clicksLeft(project));
  else if (moved) project.say(NEW_ADDRESS);
  const seen = await lookUntilThere(project);
  project.say(verdict(project, seen, outcome));
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
  2. Click *Referrals → Connect…*
  3. Approve what Google asks (*Continue*, your account, *Allow*), and click *Connect…* again.
`;
}

const NEW_ADDRESS = `The web app’s address is a new one. WhatsApp still calls the old one, so tell it:
  1. Open the sheet and reload it.
  2. *Referrals → Connect…*, and register the new address there, or enter it at your provider.
  The old deployment can go: *Deploy → Manage deployments → Archive* in the script editor.
`;

async function lookUntilThere(project: Project): Promise<Seen> {
  let seen = await lookLoggedOut(project.webAppAddress);
  for (let look = 1; look < LOOKS && seen.state === 'missing'; look++) {
    await project.surroundings.pause(BETWEEN_LOOKS_MS);
    seen = await lookLoggedOut(project.webAppAddress);
  }
  return seen;
}

function verdict(project: Project, seen: Seen, { first, moved }: Outcome): string {
  switch (seen.state) {
    case 'open':
      return 'Checked logged out: the web app is open to anyone, as WhatsApp needs it.';
    case 'closed':
      return closed(project, { first, moved });
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

/** Deploying again does not open it: a new version keeps the access of the deployment. */
function closed(project: Project, { first, moved }: Pick<Outcome, 'first' | 'moved'>): string {
  const address = first
    ? 'Its address is another one; nobody has been told the first one yet.'
    : 'Its address is another one, and has to be entered at WhatsApp: *Referrals → Connect…*';
  const byHand = moved && !first;
  const otherWay = byHand
    ? `Still closed? Make the deployment by hand: *Deploy → New deployment → Web app*, *Execute as: Me*, *Who has access: Anyone*.
  Then run \`npm run deploy -- --deployment <the address that it shows>\`.`
    : `Still closed? \`npm run deploy -- --new-deployment\` makes a new deployment, open to anyone.
  ${address}`;
  return `Checked logged out: the web app is NOT open to anyone. Google asks for a sign-in, so no message can come in.
Deploying again does not change that: a new version keeps the access of the one before. Open it by hand:
  1. Open the script: ${project.scriptAddress}
  2. *Deploy → Manage deployments*, the pencil (*Edit*)
  3. *Who has access*: choose *Anyone* (not “Anyone with Google account”), then *Deploy*
  4. Run \`npm run deploy\` again to check.
  ${otherWay}
  Is *Anyone* not offered? Then your organisation's administrator forbids it: use a personal Google account.`;
}
