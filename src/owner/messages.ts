/** Messages that the owner has sent by hand: a test to their own phone, and a client's own link. */
import { linkCards } from '../program/answers';
import { linkOf } from '../program/link';
import type { Body, Client } from '../program/model';
import { windowIsOpen } from '../program/notices';
import { addressOf } from '../program/people';
import { readPhone } from '../program/phone';
import { settingsFor } from '../program/receiver';
import { isTelegram } from '../program/settings';
import { connectedProvider, fetchSafely, withoutSecrets } from '../script/asking';
import { openProgram, type Program } from '../script/program';
import type { Services } from '../script/services';
import { addClients, clientByKey, shownBy } from './links';
import { noteProgress } from './progress';
import { state } from './state';
import type { LinkSent, State } from './wire';

const TEST = 'This is a test: your referral program can reach this phone.';

/**
 * A test to the owner's own phone, which is put into the base.
 *
 * @throws Error with the provider's reason
 */
export function sendTest(services: Services, typed: string): State {
  if (isTelegram(programNow(services).settings)) {
    throw new Error('A bot cannot write to a number. Write to your bot, and it will answer.');
  }
  const phone = readPhone(String(typed));
  if (!phone) throw new Error('This is not a phone number with its country code.');
  addClients(services, [{ key: phone, name: '' }]);
  noteProgress(services, { phone });
  const client = clientByKey(services, phone);
  const program = programNow(services);
  const open = windowIsOpen(client.lastMessage, services.now(), program.provider.limits.window);
  const { sample } = connectedProvider(services).setUp;
  const body: Body =
    open || !sample ? { kind: 'text', text: TEST } : { kind: 'template', ...sample, values: [] };
  try {
    send(client, [body], program, services);
  } catch (error) {
    if (open) throw error;
    throw new Error(
      `${(error as Error).message}. Write any message from this phone to your number first, then press the button again: within 24 hours the test needs no template.`,
    );
  }
  noteProgress(services, { tested: services.now() });
  return state(services);
}

/** Sends a client their own link, as if they had written *Link*. @throws Error with the provider's reason */
export function sendLink(services: Services, key: string): LinkSent {
  const client = clientByKey(services, key);
  if (client.stopped !== null) return 'stopped';
  const program = programNow(services);
  if (!windowIsOpen(client.lastMessage, services.now(), program.provider.limits.window))
    return 'window';
  const { provider } = program;
  const settings = settingsFor(client, program.settings, shownBy(services));
  const cards = linkCards(client, linkOf(client, settings), provider.limits, settings);
  send(client, cards, program, services);
  return 'sent';
}

function programNow(services: Services): Program {
  return openProgram(services.properties.getProperties(), services);
}

function send(client: Client, bodies: Body[], { provider }: Program, services: Services): void {
  const to = addressOf(client);
  const requests = bodies.map((body, index) =>
    provider.write({ to, body, ref: `${services.now().toString(36)}.a${index}` }),
  );
  for (const answer of fetchSafely(requests, services)) {
    const verdict = provider.judge(answer);
    if (!verdict.accepted) {
      throw new Error(withoutSecrets(verdict.reason.text, services.properties.getProperties()));
    }
  }
}
