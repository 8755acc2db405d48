/** What stops a deployment: told as what happened and what to do next, in the owner's words. */

/** A failure that the person at the keyboard can do something about. */
export class Failure extends Error {
  /**
   * @param what what happened, and to what
   * @param next what to do, one step each
   */
  constructor(
    what: string,
    readonly next: string[],
  ) {
    super(what);
  }
}

/** clasp ended with an error; `said` is its own text. */
export class ClaspFailed extends Error {
  constructor(
    readonly command: string,
    readonly said: string,
  ) {
    super(`clasp ${command}: ${said}`);
  }
}

const AGAIN = 'Run the same command again: it goes on from where it stopped.';

/** clasp passes Google's own sentences on; these are the ones with a known way out. First match wins. */
const KNOWN: { says: RegExp; what: string; next: string[] }[] = [
  {
    says: /No credentials found/i,
    what: 'Nobody is signed in to Google on this computer.',
    next: ['Run `npx clasp login` and sign in in the browser that opens.', AGAIN],
  },
  {
    says: /invalid_grant|invalid_rapt|invalid authentication credentials|Login Required/i,
    what: 'The sign-in to Google has expired or was revoked.',
    next: ['Run `npx clasp login` and sign in in the browser that opens.', AGAIN],
  },
  {
    says: /insufficient authentication scopes/i,
    what: 'The sign-in to Google was given too few permissions.',
    next: ['Run `npx clasp login` and tick every box on the page where Google asks.', AGAIN],
  },
  {
    says: /access_denied/i,
    what: 'The sign-in to Google was cancelled in the browser.',
    next: ['Run the same command again and press *Allow* on Google’s page.'],
  },
  {
    says: /has not enabled the Apps Script API/i,
    what: 'The Apps Script API is switched off in your Google account, so nothing can be uploaded.',
    next: [
      'Open https://script.google.com/home/usersettings and switch *Google Apps Script API* on.',
      'Wait a minute: Google needs a moment to notice.',
      AGAIN,
    ],
  },
  {
    says: /quota|RESOURCE_EXHAUSTED|rate ?limit/i,
    what: 'Google’s quota for your account is used up for now.',
    next: ['Wait a few minutes; if it says the same again, wait until tomorrow.', AGAIN],
  },
  {
    says: /Invalid manifest|must include a manifest/i,
    what: 'Google refused the manifest, appsscript.json.',
    next: [
      'Correct appsscript.json at the top of the project: Google’s own words below name the fault.',
      'If you never touched it, take the released version of the project again.',
      AGAIN,
    ],
  },
  {
    says: /Syntax ?error/i,
    what: 'Google could not read the uploaded code.',
    next: [
      'If you changed the code, correct it: Google’s own words below name the place.',
      'If you did not, take the released version of the project again.',
      AGAIN,
    ],
  },
  {
    says: /does not have permission|PERMISSION_DENIED|insufficient permission/i,
    what: 'The Google account that is signed in has no right to change this script or sheet.',
    next: [
      'Run `npx clasp show-authorized-user` to see which account is signed in.',
      'Either run `npx clasp login` with the account that owns the sheet, or let its owner share the sheet with you as *Editor*.',
      AGAIN,
    ],
  },
  {
    says: /Requested entity was not found|invalid argument|Invalid script ID/i,
    what: 'Google knows nothing by this id, or it has been deleted.',
    next: [
      'Compare the id you gave (or the one in .clasp.json and .deploy.json) with the address in your browser: the long part after /d/ or /projects/.',
      'If the sheet was deleted, take it out of the trash in Google Drive.',
      AGAIN,
    ],
  },
  {
    says: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPIPE|socket hang up|network|certificate|premature close|no answer within/i,
    what: 'Google could not be reached.',
    next: ['Check the internet connection (and a proxy or firewall, at work).', AGAIN],
  },
];

/** Turns what clasp said into what happened and what to do next. Unknown words are passed on as they are. */
export function explain({ command, said }: ClaspFailed): Failure {
  const quoted = `(clasp ${command} said: ${said.trim() || 'nothing'})`;
  const known = KNOWN.find(({ says }) => says.test(said));
  if (known) return new Failure(`${known.what}\n${quoted}`, known.next);
  return new Failure(`clasp could not do its step.\n${quoted}`, [
    'See whether the words above name the cause.',
    AGAIN,
  ]);
}
