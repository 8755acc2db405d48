/** Checks of the connection: the account, the token, the template. */
import { CATALOGUE } from '../../../program/catalogue';
import { readSettings } from '../../../program/settings';
import type { State } from '../../wire';
import {
  accessFinding,
  hindranceFinding,
  qualityFinding,
  templateFinding,
} from '../shared/account-findings';
import type { Finding } from '../shared/findings';
import { choiceOf } from '../shared/providers';
import { codeOf, server } from '../shared/server';
import type { Check, Outcome, Shared } from './check';

export function accountChecks(): Check[] {
  return [
    { title: 'The connection', run: account },
    { title: 'The access token', run: token },
    { title: 'Nothing keeps messages back', run: payment },
    { title: 'The notice template', run: template },
  ];
}

async function account(shared: Shared): Promise<Outcome> {
  const state = await shared.state();
  const choice = choiceOf(state.settings.Provider ?? '');
  if (!connected(state)) return notConnected();
  try {
    const known = await server.account();
    const { name, number, quality } = known;
    const same =
      !number || number === readSettings(state.settings, CATALOGUE).settings.businessNumber;
    const found = `${choice.title} knows the ${choice.id === 'telegram' ? 'bot' : 'number'}${name ? ` as “${name}”` : ''}${quality ? `, quality ${quality.toLowerCase()}` : ''}.`;
    const grade = qualityFinding(known);
    if (same && grade) return { ...grade, found: `${found} ${grade.found}` };
    if (same) return { result: 'pass', found };
    return {
      result: 'warn',
      found: `${found} But it is another number than “WhatsApp number” in Settings.`,
      toDo: 'Links lead to the number in Settings: correct it, or connect the other one.',
      opens: 'connect',
    };
  } catch (error) {
    if (codeOf(error) !== 'refused') throw error;
    return {
      result: 'fail',
      found: `${choice.title} refuses: ${(error as Error).message}.`,
      toDo: 'Enter the values again. What is waiting is then sent on its own.',
      opens: 'connect',
    };
  }
}

async function token(shared: Shared): Promise<Outcome> {
  const state = await shared.state();
  if (!connected(state)) return notConnected();
  try {
    return opening(accessFinding(await server.access(), state.now));
  } catch (error) {
    return { result: 'warn', found: `When it expires is not known: ${(error as Error).message}.` };
  }
}

async function payment(shared: Shared): Promise<Outcome> {
  if (!connected(await shared.state())) return notConnected();
  try {
    return hindranceFinding(await server.hindrances());
  } catch (error) {
    return { result: 'warn', found: `This could not be checked: ${(error as Error).message}.` };
  }
}

const NONE: Outcome = {
  result: 'pass',
  found:
    'None is set: notices to inviters who have not written for 24 hours wait until they write. Step 8 of Connect… hands one in.',
};

async function template(shared: Shared): Promise<Outcome> {
  const state = await shared.state();
  const { noticeTemplate } = readSettings(state.settings, CATALOGUE).settings;
  if (!connected(state)) return noticeTemplate ? notConnected() : NONE;
  try {
    const standing = await server.templates();
    if (!standing) return { result: 'skip', found: 'This provider needs none.' };
    const findings = standing.map(templateFinding);
    const worst = findings.find(({ result }) => result === 'fail') ?? findings[0];
    return worst ? opening(worst) : NONE;
  } catch (error) {
    return { result: 'warn', found: `This could not be checked: ${(error as Error).message}.` };
  }
}

function opening(finding: Finding): Outcome {
  return finding.result === 'fail' ? { ...finding, opens: 'connect' } : finding;
}

function connected({ settings, secrets }: State): boolean {
  const { fields } = choiceOf(settings.Provider ?? '');
  return fields.every(
    ({ kind, name, optional }) =>
      kind === 'noted' ||
      optional ||
      (kind === 'secret' ? secrets.includes(name) : !!settings[name]),
  );
}

function notConnected(): Outcome {
  return {
    result: 'fail',
    found: 'Nothing is connected yet.',
    toDo: 'Connect WhatsApp or Telegram.',
    opens: 'connect',
  };
}
