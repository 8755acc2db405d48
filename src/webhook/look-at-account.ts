/**
 * The trigger's daily look at the provider's account: a template that was paused, a number whose quality fell. While a
 * template waits for its approval it looks every hour, so that it is used soon. Where there are no templates it costs
 * nothing.
 */
import { masked } from '../program/masked';
import { connectedProvider, SET_UPS } from '../script/asking';
import { tellOwner } from '../script/problems';
import type { Script } from '../script/program';
import { ACCOUNT_SEEN, PROGRESS, parsed } from '../script/properties';
import { pendingTemplates, templatesNow } from '../script/templates';
import type { TemplateStanding } from '../whatsapp/set-up';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How welcome the number is, the best first. */
const QUALITY = ['GREEN', 'YELLOW', 'RED'];

/** What was seen, and when, in milliseconds. */
interface Seen {
  at: number;
  quality: string;
  /** How each template stood, by its name: the same is told once. */
  templates: Record<string, string>;
}

/** Looks, when it is time. */
export function lookAtAccount(script: Script): void {
  const { services, store } = script;
  const templates = SET_UPS[script.program.settings.provider]?.templates;
  if (!templates || !parsed<{ connected?: number }>(store[PROGRESS])?.connected) return;
  const before = parsed<Seen>(store[ACCOUNT_SEEN]) ?? { at: 0, quality: '', templates: {} };
  const now = services.now();
  const waits = pendingTemplates(store).some((name) => before.templates[name] !== 'rejected');
  if (now - before.at < (waits ? HOUR_MS : DAY_MS)) return;
  // Noted first: what fails, or takes too long, is not begun again every minute.
  const seen = { ...before, at: now };
  note(seen, script);
  try {
    seen.templates = seenTemplates(before, script);
    seen.quality = seenQuality(before, script);
    note(seen, script);
  } catch (error) {
    console.error(masked(String(error)));
  }
}

function seenTemplates(before: Seen, script: Script): Seen['templates'] {
  const standing = templatesNow(script.services) ?? [];
  for (const one of standing) {
    if (before.templates[one.name] !== one.status) tellOfTemplate(one, script);
  }
  return Object.fromEntries(standing.map(({ name, status }) => [name, status]));
}

const WORDS: Record<string, string> = {
  rejected: 'was rejected by WhatsApp',
  paused: 'was paused by WhatsApp',
  disabled: 'was disabled by WhatsApp',
  '': 'is not there any more',
};

function tellOfTemplate({ kind, name, status }: TemplateStanding, script: Script): void {
  const words = WORDS[status];
  if (words === undefined) return;
  const what = `The ${kind} template “${name}” ${words}: what it is for waits until people write`;
  tellOwner({ what, toDo: 'Step 8 of Referrals → Connect… says why, and what to do.' }, script);
}

function seenQuality(before: Seen, script: Script): string {
  const { setUp, ask, values } = connectedProvider(script.services);
  const { quality } = setUp.account(ask, values);
  const fell = QUALITY.indexOf(quality) > Math.max(QUALITY.indexOf(before.quality), 0);
  if (fell) {
    const what = `WhatsApp rates your number’s quality ${quality.toLowerCase()}: people block it or report it`;
    const toDo =
      'Send less to people who did not ask, for example by “Help for” in Settings. At red, WhatsApp lets you write to fewer people.';
    tellOwner({ what, toDo }, script);
  }
  return quality;
}

function note(seen: Seen, { services, store }: Script): void {
  store[ACCOUNT_SEEN] = JSON.stringify(seen);
  services.properties.setProperty(ACCOUNT_SEEN, store[ACCOUNT_SEEN]);
}
