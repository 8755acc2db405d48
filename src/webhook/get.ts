/** What a GET of the web app may ask for: Meta's handshake, and the owner's probe. */
import { KEYS } from '../script/properties';
import type { Services } from '../script/services';
import { keysCached, keysIn } from './key';
import { remember } from './marks';
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

/** Only the present key will do. A stranger who tries others costs one call of the cache. */
function isKey(given: string | undefined, services: Services): boolean {
  if (!given) return false;
  const now = services.now();
  const known = keysCached({ [KEYS]: cachedKeys(services) }, now);
  if (known) return sameSecret(given, known.key);
  const keys = keysIn(services.properties.getProperties(), now);
  remember({ [KEYS]: JSON.stringify(keys) }, services);
  return sameSecret(given, keys.key);
}

function cachedKeys({ cache }: Services): string | null {
  try {
    return cache.get(KEYS);
  } catch {
    return null;
  }
}
