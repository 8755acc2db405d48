/** What the pages change of the owner's texts: another language, or a text reworded; under the rules of the settings. */
import { CATALOGUE } from '../program/catalogue';
import { readSettings } from '../program/settings';
import { clientsSheet } from '../script/base';
import type { Services } from '../script/services';
import { changeSettings } from '../script/settings';
import { headingsNamed } from '../sheet/settings';
import type { Values } from '../whatsapp/set-up';
import { state } from './state';
import type { TextChange, TextsWritten } from './wire';

const INVITATION = 'Invitation';
const EARLIER = 'Earlier invitations';

/** What clients read and write; a page changes no other settings by this way. */
const MAY_CHANGE = /^(text\.\w+|words\w+|invitation|dateFormat|templateLanguage)$/;

/**
 * Changes texts, words and the invitation. An invitation that was in use is kept among the earlier ones, so that the
 * links out there keep working.
 *
 * @param changes by the setting's name; a cell that holds something else by now is left as it is
 * @throws Error when a value cannot be used: then nothing is changed
 */
export function writeTexts(services: Services, changes: Record<string, TextChange>): TextsWritten {
  for (const [name, { to }] of Object.entries(changes)) check(services, name, String(to));
  const changed: string[] = [];
  const kept: string[] = [];
  changeSettings(services, (now) => {
    const values: Values = {};
    for (const [name, { from, to }] of Object.entries(changes)) {
      const asKnown = now[name] !== undefined && now[name] === String(from);
      const safe = name !== INVITATION || now[EARLIER] !== undefined;
      if (asKnown && safe) values[name] = String(to);
      (asKnown && safe ? changed : kept).push(name);
    }
    const invitation = values[INVITATION];
    return invitation === undefined ? values : { ...values, [EARLIER]: earlier(now, invitation) };
  });
  return { changed, kept, state: state(services) };
}

/** @throws Error with what is wrong */
function check(services: Services, name: string, value: string): void {
  const entry = CATALOGUE.settings.find((one) => one.name === name);
  if (!entry || !MAY_CHANGE.test(entry.key)) throw new Error(`“${name}” is no text.`);
  const given = { [name]: value };
  const headings = headingsNamed(given, CATALOGUE, () => clientsSheet(services));
  const problem = readSettings(given, CATALOGUE, headings).problems[name];
  if (problem) throw new Error(`${name}: ${problem}`);
}

/** The wordings in links that are out there, once another invitation is in use; one per line. */
function earlier(now: Values, invitation: string): string {
  const inUse = readSettings(now, CATALOGUE).settings.invitation;
  const all = [inUse.replace(/\s+/g, ' '), ...(now[EARLIER] ?? '').split('\n')];
  const wordings = all.map((wording) => wording.trim()).filter(Boolean);
  return [...new Set(wordings)].filter((wording) => wording !== invitation.trim()).join('\n');
}
