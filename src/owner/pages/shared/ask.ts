/** Talks to the provider through the script, which fills in the secrets, and sends single messages. */
import type { Body, Client } from '../../../program/model';
import { addressOf } from '../../../program/people';
import type { State, Values } from '../../wire';
import { settingsOf } from './client';
import { type Ask, choiceOf, type ProviderChoice } from './providers';
import { server } from './server';

/**
 * A door to one provider.
 *
 * @param secrets secrets that were entered and are not stored yet
 */
export function askOf(choice: ProviderChoice, secrets: Values = {}): Ask {
  return async (request) => {
    const [answer = { status: 0, body: '' }] = await server.ask([request], secrets);
    const json = parsed(answer.body);
    if (answer.status >= 200 && answer.status < 300) return json;
    throw new Error(choice.reason(answer, json));
  };
}

/** Sends messages to a client. @throws with the reason when one is not accepted */
export async function send(state: State, client: Client, bodies: Body[]): Promise<void> {
  const settings = settingsOf(state);
  const provider = choiceOf(settings.provider).provider(settings);
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
