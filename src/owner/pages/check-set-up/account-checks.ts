/** Checks of the connection: the account, the token, the template. */
import { CATALOGUE } from '../../../program/catalogue';
import { readSettings } from '../../../program/settings';
import type { State } from '../../wire';
import { choiceOf } from '../shared/providers';
import { codeOf, server } from '../shared/server';
import type { Check, Outcome } from './check';

const DAY_MS = 24 * 60 * 60 * 1000;

export function accountChecks(): Check[] {
  return [
    { title: 'The WhatsApp account', run: account },
    { title: 'The access token', run: token },
    { title: 'The notice template', run: template },
  ];
}

async function account(): Promise<Outcome> {
  const state = await server.state();
  const choice = choiceOf(state.settings.Provider ?? '');
  if (!connected(state)) return notConnected();
  try {
    const { name, number, quality } = await server.account();
    const same =
      !number || number === readSettings(state.settings, CATALOGUE).settings.businessNumber;
    const found = `${choice.title} knows the ${choice.id === 'telegram' ? 'bot' : 'number'}${name ? ` as “${name}”` : ''}${quality ? `, quality ${quality.toLowerCase()}` : ''}.`;
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
      toDo: 'Enter the values anew. What waits then goes by itself.',
      opens: 'connect',
    };
  }
}

async function token(): Promise<Outcome> {
  const state = await server.state();
  if (!connected(state)) return notConnected();
  try {
    const ends = await server.expiry();
    if (ends === null) {
      return { result: 'skip', found: 'This provider’s access does not end by itself.' };
    }
    if (!ends) return { result: 'pass', found: 'It does not expire.' };
    const days = Math.floor((ends - state.now) / DAY_MS);
    if (days >= 14) return { result: 'pass', found: `It expires in ${days} days.` };
    return {
      result: 'fail',
      found:
        days < 0
          ? 'It has expired.'
          : `It expires in ${days < 1 ? 'less than a day' : `${days} days`}.`,
      toDo: 'Make a token of a system user, which does not expire, and enter it.',
      opens: 'connect',
    };
  } catch (error) {
    return { result: 'warn', found: `Its end is not known: ${(error as Error).message}.` };
  }
}

async function template(): Promise<Outcome> {
  const state = await server.state();
  const { noticeTemplate } = readSettings(state.settings, CATALOGUE).settings;
  if (!noticeTemplate) {
    return {
      result: 'pass',
      found:
        'None is set: notices to inviters who have not written for 24 hours wait until they write.',
    };
  }
  const { name, language } = noticeTemplate;
  const what = `“${name}” (${language})`;
  if (!connected(state)) return notConnected();
  try {
    const status = await server.templateStatus();
    if (status === null) {
      return {
        result: 'skip',
        found: `Whether ${what} is approved stands on the provider’s page.`,
      };
    }
    if (status === 'APPROVED') return { result: 'pass', found: `${what} is approved.` };
    return {
      result: 'fail',
      found: status ? `${what} is ${status.toLowerCase()}.` : `There is no template ${what}.`,
      toDo: 'Wait for its approval, or correct “Notice template” and its language in Settings.',
    };
  } catch (error) {
    return {
      result: 'warn',
      found: `${what} could not be asked for: ${(error as Error).message}.`,
    };
  }
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
    found: 'WhatsApp is not connected yet.',
    toDo: 'Connect WhatsApp.',
    opens: 'connect',
  };
}
