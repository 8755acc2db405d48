/**
 * The webhook, from its authentication to its answer. What the cache settles (a wrong key, a report, what was handled
 * before) costs one call. Once an update is kept, nothing that goes wrong can lose it.
 */
import { masked } from '../program/masked';
import type { Received } from '../program/model';
import { noteProperties } from '../script/notes';
import { tellOwner } from '../script/problems';
import { openScript, type Program, reopenProgram, type Script } from '../script/program';
import { KEYS, SETTINGS_STALE, type Store, WATCHING } from '../script/properties';
import type { Services } from '../script/services';
import { noteUnpaid } from '../script/unpaid';
import { peek } from '../whatsapp/peek';
import { NotReadable, type WebhookRequest } from '../whatsapp/provider';
import { strangerIn } from '../whatsapp/recognise';
import { type Answer, accept } from './accept';
import { arrivalsOf } from './arrivals';
import { Flood } from './flood';
import { entriesIn } from './journal';
import { isRightKey, keysCached, keysIn } from './key';
import { type Cached, isHandled, recall, remember } from './marks';
import { distinct, noteReceipts } from './receipts';
import { talkingMarks } from './talking';

/** One webhook; `again` when it has the wrong key, or when an update could be neither handled nor kept. */
export function receive(request: WebhookRequest, services: Services): Answer {
  const given = request.parameter.key ?? '';
  if (!given) return 'again';
  try {
    const glimpse = peek(request);
    const cached = recall(glimpse, services);
    const known = keysCached(cached, services.now());
    if (known && !isRightKey(given, known, services.now())) return 'again';
    if (known && isSettled(glimpse, cached)) return 'done';
    return receiveWith(request, given, cached, services);
  } catch (error) {
    console.error(masked(String(error)));
    return 'again';
  }
}

/** Everything in it is finished, and nobody watches what comes. */
function isSettled(glimpse: Received[], cached: Cached): boolean {
  if (!glimpse.length || cached[WATCHING]) return false;
  return glimpse.every(
    (one) => one.kind !== 'trouble' && one.kind !== 'echo' && isHandled(one, cached),
  );
}

function receiveWith(
  request: WebhookRequest,
  given: string,
  cached: Cached,
  services: Services,
): Answer {
  const now = services.now();
  const store = services.properties.getProperties();
  const keys = keysIn(store, now);
  const news = keysCached(cached, now) ? {} : { [KEYS]: JSON.stringify(keys) };
  if (!isRightKey(given, keys, now)) {
    remember(news, services);
    return 'again';
  }
  const script = openScript(services, store);
  return receiveFor(request, cached, news, script);
}

function receiveFor(
  request: WebhookRequest,
  cached: Cached,
  news: Record<string, string>,
  script: Script,
): Answer {
  const { services, store } = script;
  const arrived = read(request, script);
  noteReceipts(arrived, store, services);
  for (const one of arrived) {
    if (one.kind !== 'trouble') continue;
    tellOwner(one.problem, script);
    if (one.problem.unpaid) noteUnpaid(one.problem, script);
  }
  const all = distinct(arrived);
  const noted = arrivalsOf(all, script);
  const kept = new Set(
    entriesIn(store).flatMap((entry) => entry.kept.map((one) => one.update.key)),
  );
  const unknown = all.filter((update) => !kept.has(update.key) && !isHandled(update, cached));
  const flood = new Flood(cached, script.program.settings, script.program.clock.now);
  const fresh = unknown.filter((update) => flood.admits(update));
  const marks = { ...news, ...flood.marks(), ...talkingMarks(arrived, cached, services.now()) };
  if (!fresh.length) {
    noteProperties(noted, script);
    remember(marks, services);
    return 'done';
  }
  if (cached[SETTINGS_STALE]) script.program = renewed(store, services);
  return accept(fresh, { cached: { ...cached, ...marks }, marks, noted }, script);
}

/** Takes the request apart; one that is not the connected provider's is told to the owner and left alone. */
function read(request: WebhookRequest, script: Script): Received[] {
  const { provider, settings } = script.program;
  try {
    return provider.read(request);
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    const what = strangerIn(request, settings.provider);
    const toDo = 'Connect that provider, or take the webhook’s address away there.';
    tellOwner({ what, toDo }, script);
    return [];
  }
}

/** The program with the settings as they are now; an edit could not take them over itself. */
function renewed(store: Store, services: Services): Program {
  const program = reopenProgram(store, services);
  services.cache.remove(SETTINGS_STALE);
  return program;
}
