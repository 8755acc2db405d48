/** The web app's two doors: Meta's handshake, and the webhook from its authentication to its answer. */

import { masked } from '../program/masked';
import { Busy } from '../script/lock';
import { tellOwner } from '../script/problems';
import { openProgram, type Program, reopenProgram } from '../script/program';
import { SETTINGS_STALE, type Store, WEBHOOK_KEY } from '../script/properties';
import type { Services } from '../script/services';
import { NotReadable, type WebhookRequest } from '../whatsapp/provider';
import { strangerIn } from '../whatsapp/recognise';
import { arrivalsOf, noteProperties } from './arrivals';
import { takeUp } from './drain';
import { handleEntries } from './entries';
import { Flood } from './flood';
import type { Circumstances } from './handle';
import { handledKey, helpKey, recall, remember } from './marks';
import { type Entry, entriesIn, entriesOf, keep, newPending } from './pending';
import { probe } from './probe';
import { distinct, noteReceipts } from './receipts';
import { sameSecret } from './secret';

/** Nobody gets the help twice within so long. */
const HELP_MS = 60 * 60 * 1000;

/** What the sender of a webhook is to be told: all is well, or send it again. */
export type Answer = 'done' | 'again';

/**
 * Meta's handshake.
 *
 * @returns the challenge to answer, or null when the token is not ours
 */
export function answerHandshake(
  parameter: Record<string, string>,
  services: Services,
): string | null {
  const key = services.properties.getProperty(WEBHOOK_KEY) ?? '';
  const right = sameSecret(parameter['hub.verify_token'] ?? '', key);
  if (parameter['hub.mode'] !== 'subscribe' || !right) return null;
  return parameter['hub.challenge'] ?? '';
}

/** What the web app sees, for the owner's pages; null when it was not asked, or with a wrong key. */
export function answerProbe(parameter: Record<string, string>, services: Services): string | null {
  if (!parameter.probe) return null;
  const key = services.properties.getProperty(WEBHOOK_KEY) ?? '';
  return sameSecret(parameter.key ?? '', key) ? probe(services) : null;
}

/**
 * One webhook. Once an update is kept in the pending store nothing that goes wrong can lose it.
 *
 * @returns `again` when an update could be neither handled nor kept
 */
export function receive(request: WebhookRequest, services: Services): Answer {
  let store: Store;
  try {
    store = services.properties.getProperties();
  } catch {
    return 'again';
  }
  if (!sameSecret(request.parameter.key ?? '', store[WEBHOOK_KEY] ?? '')) return 'done';
  try {
    return receiveFor(openProgram(store, services), request, services, store);
  } catch (error) {
    console.error(masked(String(error)));
    return 'again';
  }
}

function receiveFor(
  program: Program,
  request: WebhookRequest,
  services: Services,
  store: Store,
): Answer {
  const arrived = read(request, program, store, services);
  noteReceipts(arrived, store, services);
  for (const one of arrived) {
    if (one.kind === 'trouble') tellOwner(one.problem, { services, store });
  }
  const noted = arrivalsOf(distinct(arrived), { services, store });
  const kept = new Set(
    entriesIn(store).flatMap(({ pending }) => pending.map(({ update }) => update.key)),
  );
  const updates = distinct(arrived).filter(({ key }) => !kept.has(key));
  if (!updates.length) return nothingNew(noted, services, store);
  const cached = recall(updates, services);
  const unknown = updates.filter((update) => !cached[handledKey(update)]);
  if (!unknown.length) return nothingNew(noted, services, store);
  const flood = new Flood(cached, program.settings, program.clock.now);
  const fresh = unknown.filter((update) => flood.admits(update));
  if (!fresh.length) {
    remember(flood.marks(), services);
    return 'done';
  }

  const entries = entriesOf(fresh.map((update) => newPending(update, program.clock.now)));
  const safe = tryToKeep(entries, services, noted);
  const circumstances: Circumstances = {
    program: cached[SETTINGS_STALE] ? renewed(store, services) : program,
    services,
    store,
    resumed: false,
    muted: (message) => flood.mutes(message),
    helpedLately: (message) => program.clock.now - Number(cached[helpKey(message)] ?? 0) < HELP_MS,
  };
  try {
    handleEntries(entries, circumstances, flood.marks());
  } catch (error) {
    if (!(error instanceof Busy)) console.error(masked(String(error)));
    return safe ? 'done' : 'again';
  }
  takeUp(circumstances);
  return 'done';
}

/** Takes the request apart; one that is not the connected provider's is told to the owner and left alone. */
function read(request: WebhookRequest, program: Program, store: Store, services: Services) {
  try {
    return program.provider.read(request);
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    const what = strangerIn(request, program.settings.provider);
    const toDo = 'Connect that provider, or take the webhook’s address away there.';
    tellOwner({ what, toDo }, { services, store });
    return [];
  }
}

/** The program with the settings as they are now; an edit could not take them over itself. */
function renewed(store: Store, services: Services): Program {
  const program = reopenProgram(store, services);
  services.cache.remove(SETTINGS_STALE);
  return program;
}

function nothingNew(noted: Store, services: Services, store: Store): Answer {
  noteProperties(noted, { services, store });
  return 'done';
}

function tryToKeep(entries: Entry[], services: Services, noted: Store): boolean {
  try {
    keep(entries, services, noted);
    return true;
  } catch {
    return false;
  }
}
