/** Talks to the provider through the script, which fills in the secrets, and sends single messages. */

import { CATALOGUE } from '../../../program/catalogue';
import type { Body, Client } from '../../../program/model';
import { addressOf } from '../../../program/people';
import { readSettings } from '../../../program/settings';
import type { Provider } from '../../../whatsapp/provider';
import type { State, Values } from '../../wire';
import { settingsOf } from './client';
import { choiceOf } from './providers';
import type { Ask, ProviderChoice } from './providers/choice';
import { server } from './server';

/**
 * A door to one provider.
 *
 * @param secrets secrets that were entered and are not stored yet
 */
export function askOf(choice: ProviderChoice, secrets: Values = {}): Ask {
  const { judge } = choice.provider(readSettings({}, CATALOGUE).settings, {}, '');
  return async (request) => {
    const [answer = { status: 0, body: '' }] = await server.ask([request], secrets);
    if (answer.status >= 200 && answer.status < 300) return parsed(answer.body);
    const verdict = judge(answer);
    throw new Error(verdict.accepted ? `HTTP ${answer.status}` : verdict.reason.text);
  };
}

/** The provider that is connected, as the program uses it. */
export function providerOf(state: State): Provider {
  const settings = settingsOf(state);
  const webhook = `${state.address}?key=${state.key}`;
  return choiceOf(settings.provider).provider(settings, state.noted, webhook);
}

/** Sends messages to a client. @throws with the reason when one is not accepted */
export async function send(state: State, client: Client, bodies: Body[]): Promise<void> {
  const provider = providerOf(state);
  const to = addressOf(client);
  const requests = bodies.map((body, index) => {
    const ref = `${Date.now().toString(36)}.a${index}`;
    return provider.write({ to, body, ref });
  });
  for (const answer of await server.ask(requests, {})) {
    const verdict = provider.judge(answer);
    if (!verdict.accepted) throw new Error(verdict.reason.text);
  }
}

function parsed(text: string) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
