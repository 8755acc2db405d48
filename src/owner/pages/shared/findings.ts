/** What was found about the web app and the sheet, in sentences that say what to do. *Connect* and *Check set-up* share them. */
import type { Sight, WebAppLook } from '../../wire';

/** What came of looking at something. */
export interface Finding {
  result: 'pass' | 'fail' | 'warn' | 'skip';
  /** What was found, in one line. */
  found: string;
  /** What it means and what to do; nothing when all is well. */
  toDo?: string;
  /** More that was learnt, a line each. */
  details?: string[];
}

const DEPLOYMENTS = 'Extensions → Apps Script → Deploy → Manage deployments';

/** The address stays the same. */
const NEW_VERSION = `${DEPLOYMENTS} → Edit → Version: New version → Deploy; or “npm run deploy”.`;

/** Where the script is deployed as it should be, and Google keeps strangers out all the same. */
const OPEN_IT = `${DEPLOYMENTS} → Edit: “Execute as: Me”, “Who has access: Anyone”, then Deploy. If it stays closed: deploying again does not change who has access. Make a new deployment, by “npm run deploy -- --new-deployment” or by Deploy → New deployment → Web app with the same two settings, and give its address at Connect… → “Use another address”.`;

const OTHER_ADDRESS = `Take the address from ${DEPLOYMENTS} in this very sheet, and give it at Connect… → “Use another address”.`;

/** Whether strangers, and so WhatsApp, reach this script. */
export function addressFinding(look: WebAppLook): Finding {
  const details = [`answered logged out: ${look.status ? `HTTP ${look.status}` : 'nothing'}`];
  if (look.addressProblem) {
    return {
      result: 'fail',
      found: look.address
        ? 'The web app’s address is one that WhatsApp cannot use.'
        : 'The web app’s address is not known.',
      toDo: look.address
        ? look.addressProblem
        : `If the web app has not been made yet: Referrals → Go live… shows how. Otherwise: ${OTHER_ADDRESS}`,
      details: look.address ? [`address: ${look.address}`] : [],
    };
  }
  if (look.script === 'ours' && look.behind) {
    return {
      result: 'warn',
      found: `Anybody can reach it, but it still runs ${look.version ? `version ${look.version}` : 'an older version'}: the sheet has been updated, the web app has not.`,
      toDo: NEW_VERSION,
      details,
    };
  }
  if (look.script === 'ours') {
    return { result: 'pass', found: 'Anybody can reach this script at its address.', details };
  }
  if (look.script === 'other') {
    return {
      result: 'fail',
      found:
        'Another script answers at the address: an old one, or the one of a copy of this sheet.',
      toDo: OTHER_ADDRESS,
      details,
    };
  }
  if (look.login) {
    return {
      result: 'fail',
      found: 'The web app asks for a Google login, so WhatsApp cannot reach it.',
      toDo: OPEN_IT,
      details,
    };
  }
  if (look.handshake) {
    return {
      result: 'warn',
      found: 'An older version of the program answers at the address.',
      toDo: NEW_VERSION,
      details,
    };
  }
  return {
    result: 'fail',
    found: look.status
      ? 'The web app does not answer as it should.'
      : 'Nothing answers at the address.',
    toDo: `Choose any item of the menu Referrals, allow what Google may ask, and try again in a minute. If it stays so: ${OPEN_IT}`,
    details,
  };
}

/** Whether the handshake is answered, which a provider begins with. */
export function handshakeFinding({ handshake, wrongKeyRefused, script }: WebAppLook): Finding {
  const details = [
    `handshake with the key: ${handshake ? 'right' : 'wrong'}`,
    `handshake with a wrong key: ${wrongKeyRefused ? 'refused' : 'accepted'}`,
  ];
  if (handshake && wrongKeyRefused) {
    return { result: 'pass', found: 'It answers to its key, and to no other.', details };
  }
  if (script === 'none') {
    return { result: 'skip', found: 'Not asked: the address comes first.', details };
  }
  return {
    result: 'fail',
    found: handshake ? 'It answers to any key.' : 'It does not answer to its key.',
    toDo: `${DEPLOYMENTS} → Edit → Version: New version → Deploy, and check again.`,
    details,
  };
}

/** How to give the script the right to open the sheet by its id, in each way of installing it. */
const WIDER =
  'give the script the wider right “See, edit, create and delete all your Google Sheets spreadsheets”. Installed with npm: run “npm run deploy -- --wide-scope”, and do what it says. Pasted by hand: paste appsscript.wide.json over appsscript.json, choose any item of the menu Referrals, allow what Google asks, and only then deploy a new version. Then check again.';

/**
 * Whether messages can be handled.
 *
 * @param webApp what the web app sees; null when it could not be asked
 * @param trigger what the one-minute trigger sees; null when it has not told within two minutes
 */
export function sheetFinding(webApp: Sight | null, trigger: Sight | null): Finding {
  const details = [`web app: ${shown(webApp)}`, `one-minute trigger: ${shown(trigger)}`];
  if (webApp?.cell && trigger?.cell) {
    return {
      result: 'pass',
      found: 'The web app and the one-minute trigger see the sheet.',
      details,
    };
  }
  if (webApp?.cell) {
    return trigger
      ? {
          result: 'warn',
          found: 'The web app sees the sheet, the one-minute trigger does not.',
          toDo: `Messages are handled right away, but what has to wait is not sent. To fix this, ${WIDER}`,
          details,
        }
      : {
          result: 'warn',
          found:
            'The web app sees the sheet. The one-minute trigger has not run within two minutes.',
          toDo: 'Messages are handled right away, but what has to wait is not sent until the trigger runs. Look at “The one-minute trigger” in Check set-up.',
          details,
        };
  }
  if (trigger?.cell) {
    return webApp
      ? {
          result: 'warn',
          found: 'Answers come up to two minutes late: only the one-minute trigger sees the sheet.',
          toDo: `Nothing is lost. If you want answers right away, ${WIDER}`,
          details,
        }
      : {
          result: 'skip',
          found: 'The one-minute trigger sees the sheet. The web app could not be asked.',
          details,
        };
  }
  if (!webApp && !trigger) {
    return {
      result: 'fail',
      found: 'Neither the web app nor the one-minute trigger could be asked.',
      toDo: 'Fix the address first, then check again.',
      details,
    };
  }
  return {
    result: 'fail',
    found: trigger
      ? 'Messages cannot be handled: neither the web app nor the one-minute trigger sees the sheet.'
      : 'Messages cannot be handled: the web app does not see the sheet, and the one-minute trigger has not run.',
    toDo: `Meanwhile, what comes in is kept for three days. To fix this, ${WIDER}`,
    details,
  };
}

function shown(sight: Sight | null): string {
  if (!sight) return 'has not told';
  const way = { active: 'is given the sheet', id: 'opens it by its id', none: 'does not see it' };
  return `${way[sight.sheet]}${sight.cell ? ', reads a cell' : ''}${sight.why ? ` (${sight.why})` : ''}`;
}
