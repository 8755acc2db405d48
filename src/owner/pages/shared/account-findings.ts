/** What the provider tells of the account, in sentences that say what to do. *Connect* and *Check set-up* share them. */
import type { Access, Account, Hindrance, TemplateStanding } from '../../wire';
import type { Finding } from './findings';
import { rejectionWords } from './rejections';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Less than so long before the access ends it is time to do something. */
const SOON_DAYS = 14;

const NEW_TOKEN =
  'Make a token of a system user (business.facebook.com → Settings → Users → System users → Generate new token), with expiration Never and both permissions, whatsapp_business_messaging and whatsapp_business_management, and enter it in step 3 of Connect….';

/** How welcome the number's messages are; null where the provider does not tell, or all is well. */
export function qualityFinding({ quality }: Account): Finding | null {
  const grade = quality.toUpperCase();
  if (grade !== 'YELLOW' && grade !== 'RED') return null;
  return {
    result: grade === 'RED' ? 'fail' : 'warn',
    found: `WhatsApp rates the number’s quality ${grade === 'RED' ? 'low (red)' : 'medium (yellow)'}: people block it or report it.`,
    toDo: 'Send less to people who did not ask: set “Help for” to newcomers, and write notices that nobody would take for advertising. The rating looks at the last seven days.',
  };
}

/** What the access token is good for, and how long. */
export function accessFinding(access: Access | null, now: number): Finding {
  if (!access) return { result: 'skip', found: 'This provider’s access does not expire.' };
  const { ends, lacks } = access;
  if (lacks.length) {
    const found = `It lacks ${lacks.length === 1 ? 'a permission' : 'permissions'}: ${lacks.join(' and ')}.`;
    return { result: 'fail', found, toDo: NEW_TOKEN };
  }
  if (!ends) return { result: 'pass', found: 'It does not expire, and may do all that is needed.' };
  const days = Math.floor((ends - now) / DAY_MS);
  if (days >= SOON_DAYS) return { result: 'pass', found: `It expires in ${days} days.` };
  const when = days < 1 ? 'less than a day' : `${days} days`;
  const found = ends <= now ? 'It has expired.' : `It expires in ${when}.`;
  return { result: 'fail', found, toDo: NEW_TOKEN };
}

/** Whether anything keeps messages from going: a missing way to pay, most of all. */
export function hindranceFinding(hindrances: Hindrance[] | null): Finding {
  if (!hindrances) {
    return {
      result: 'skip',
      found: 'This provider does not say. Its own page shows whether there is a way to pay.',
    };
  }
  const [first] = hindrances;
  if (!first) {
    return {
      result: 'pass',
      found: 'WhatsApp reports nothing that keeps messages back, and no trouble with payment.',
    };
  }
  const details = hindrances.map(({ what, toDo }) => [what, toDo].filter(Boolean).join(' '));
  if (hindrances.some(({ unpaid }) => unpaid)) {
    return {
      result: 'fail',
      found: 'There is no way to pay, or it does not work.',
      toDo: 'Add a payment method in Meta’s Billing Hub (business.facebook.com/billing_hub), or with the partner who bills you. Without one, messages beyond the free ones are not delivered, though WhatsApp takes them.',
      details,
    };
  }
  return { result: 'warn', found: first.what, toDo: first.toDo, details };
}

/** How a template stands, and what that means for what it is for. */
export function templateFinding({
  name,
  language,
  status,
  reason,
  used,
  kind,
}: TemplateStanding): Finding {
  const what = `“${name}” (${language})`;
  const waits = kind === 'notice' ? 'Notices' : 'News of rewards';
  const meanwhile = `Until then ${waits.toLowerCase()} to people who have not written for 24 hours wait until they write.`;
  switch (status) {
    case 'approved':
      return { result: 'pass', found: `${what} is approved${used ? ' and in use' : ''}.` };
    case 'rejected':
      return {
        result: 'fail',
        found: `${what} was rejected${reason ? `: ${rejectionWords(reason)}` : ''}.`,
        toDo: `Reword it, and hand it in again: step 8 of Connect…. ${meanwhile}`,
      };
    case 'paused':
      return {
        result: 'fail',
        found: `WhatsApp has paused ${what}: too many people have blocked or reported it.`,
        toDo: `WhatsApp lifts the pause after some hours; the third time, it disables the template. Meanwhile ${waits.toLowerCase()} wait. A text that nobody would take for advertising does better: step 8 of Connect….`,
      };
    case 'disabled':
      return {
        result: 'fail',
        found: `WhatsApp has disabled ${what} for good.`,
        toDo: `Hand in another one: step 8 of Connect…. ${meanwhile}`,
      };
    case '':
      return {
        result: 'fail',
        found: `There is no template ${what}.`,
        toDo: 'Correct its name and its language in Settings, or hand one in: step 8 of Connect….',
      };
    default:
      return {
        result: 'warn',
        found: `${what} is waiting for approval (${status.replace(/_/g, ' ')}).`,
        toDo: `That takes minutes, sometimes a day. It will be used from then on. ${meanwhile}`,
      };
  }
}
