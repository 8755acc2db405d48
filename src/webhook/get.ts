/** What a GET of the web app may ask for: Meta's handshake, and the owner's probe. */
import { WEBHOOK_KEY } from '../script/properties';
import type { Services } from '../script/services';
import { probe } from './probe';
import { sameSecret } from './secret';

type Parameter = Record<string, string>;

/**
 * Meta's handshake.
 *
 * @returns the challenge to answer, or null when the token is not ours
 */
export function answerHandshake(parameter: Parameter, services: Services): string | null {
  const wanted = parameter['hub.mode'] === 'subscribe';
  if (!wanted || !isKey(parameter['hub.verify_token'], services)) return null;
  return parameter['hub.challenge'] ?? '';
}

/** What the web app sees, for the owner's pages; null when it was not asked, or with a wrong key. */
export function answerProbe(parameter: Parameter, services: Services): string | null {
  return parameter.probe && isKey(parameter.key, services) ? probe(services) : null;
}

function isKey(given: string | undefined, { properties }: Services): boolean {
  return sameSecret(given ?? '', properties.getProperty(WEBHOOK_KEY) ?? '');
}
