/** The web app's address: the one that a deployment left in the bundle, and which addresses can be one at all. */

/**
 * The script and its web app's address, filled in after the build: local/hand-over.ts writes into the text between the
 * brackets, also into the files of an older version when a deployment goes back to it.
 */
const DEPLOYED = 'deployed(script=;address=)';

const WEB_APP = /^https:\/\/script\.google\.com\/macros\/s\/[\w-]+\/exec$/;

/** A company's address, in both of the forms that Google gives: `/a/macros/<domain>/s/…` and `/a/<domain>/macros/s/…`. */
const COMPANY =
  /^https:\/\/script\.google\.com\/a\/(?:macros\/([^/]+)|([^/]+)\/macros)\/s\/([\w-]+)\//;

const WHERE_IT_IS =
  'Open Extensions → Apps Script, click Deploy → Manage deployments, and copy the address under “Web app”. It ends in /exec.';

/**
 * The web app's address, if this script was deployed by `npm run deploy`.
 *
 * @param scriptId the running script's own id: a copy of the sheet has another, and does not inherit the address
 */
export function deployedAddress(scriptId: string): string | null {
  const [, script, address] = /script=(.*);address=(.*)\)/.exec(DEPLOYED) ?? [];
  return address && script === scriptId ? address : null;
}

/**
 * Why WhatsApp could not deliver messages to this address, and what to do; null when it looks right.
 * Only `https://script.google.com/macros/s/<id>/exec` does, with nothing before or after.
 */
export function addressProblem(address: string): string | null {
  if (WEB_APP.test(address)) return null;
  const company = COMPANY.exec(address);
  if (company) return companyProblem(company[1] ?? company[2] ?? '', company[3] ?? '');
  const known = PROBLEMS.find(({ looks }) => looks.test(address));
  return known ? known.problem : `This is not the address of a web app. ${WHERE_IT_IS}`;
}

function companyProblem(domain: string, id: string): string {
  const open = `https://script.google.com/macros/s/${id}/exec`;
  return `Strangers cannot open it: this is the address for people who are signed in at ${domain}. Try ${open} instead. If that asks for a sign-in too, ${domain} does not let web apps be open to everyone: use a personal Google account.`;
}

/** What people paste by mistake. The first that fits is told. */
const PROBLEMS: { looks: RegExp; problem: string }[] = [
  { looks: /^\s*$/, problem: `The address is missing. ${WHERE_IT_IS}` },
  {
    looks: /^\s|\s$/,
    problem: 'There is a space before or after the address: copy the address alone.',
  },
  {
    looks: /^(http:\/\/)?script\.google\.com\//,
    problem: 'The address has to begin with https://',
  },
  {
    looks: /^https:\/\/script\.google(?:usercontent)?\.com\/macros\/echo/,
    problem: `This address works only once: it is where Google shows one answer. ${WHERE_IT_IS}`,
  },
  {
    looks: /^https:\/\/script\.google\.com\/.*\/dev\b/,
    problem: `This is the test address, which ends in /dev: only you can open it. ${WHERE_IT_IS}`,
  },
  {
    looks: /^https:\/\/script\.google\.com\/macros\/u\/\d+\//,
    problem:
      'Strangers cannot open it: this address belongs to one of the Google accounts in your browser. Take out the part /u/ with its number.',
  },
  {
    looks: /^https:\/\/script\.google\.com\/macros\/s\/[\w-]+\/exec[?#]/,
    problem: 'Leave out everything after /exec: the key is added for you.',
  },
  {
    looks: /^https:\/\/script\.google\.com\/macros\/s\/[\w-]+\/exec\//,
    problem:
      'Strangers cannot open it: with anything after /exec, Google asks for a sign-in. End the address with /exec.',
  },
  {
    looks: /^https:\/\/script\.google\.com\/macros\/s\/[\w-]+\/?$/,
    problem: 'The end of the address is missing: it ends in /exec.',
  },
  {
    looks: /^https:\/\/script\.google\.com\/(?:u\/\d+\/)?(?:home|d)\//,
    problem: `This is the address of the script editor. ${WHERE_IT_IS}`,
  },
  {
    looks: /^https:\/\/docs\.google\.com\//,
    problem: `This is the address of the sheet. ${WHERE_IT_IS}`,
  },
  {
    looks: /^https?:\/\/(?!script\.google\.com\/)/,
    problem: `Only a web app at script.google.com can take the messages. ${WHERE_IT_IS}`,
  },
];
