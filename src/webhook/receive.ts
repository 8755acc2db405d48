/** The webhook, from its authentication to its answer. Once an update is kept, nothing that goes wrong can lose it. */
import { readIntent } from '../program/intent';
import { masked } from '../program/masked';
import type { Update } from '../program/model';
import { noteProperties } from '../script/notes';
import { tellOwner } from '../script/problems';
import { openProgram, type Program, reopenProgram, type Script } from '../script/program';
import { SETTINGS_STALE, type Store } from '../script/properties';
import type { Services } from '../script/services';
import { NotReadable, type WebhookRequest } from '../whatsapp/provider';
import { strangerIn } from '../whatsapp/recognise';
import { type Answer, accept } from './accept';
import { arrivalsOf } from './arrivals';
import { Flood } from './flood';
import { entriesIn } from './journal';
import { isRightKey } from './key';
import { handledKey, recall, remember } from './marks';
import { distinct, noteReceipts } from './receipts';

/** One webhook; `again` when it has the wrong key, or when an update could be neither handled nor kept. */
export function receive(request: WebhookRequest, services: Services): Answer {
  try {
    const store = services.properties.getProperties();
    if (!isRightKey(request.parameter.key ?? '', store, services.now())) return 'again';
    const script = { program: openProgram(store, services), services, store };
    return receiveFor(script, request);
  } catch (error) {
    console.error(masked(String(error)));
    return 'again';
  }
}

function receiveFor(script: Script, request: WebhookRequest): Answer {
  const { services, store } = script;
  const arrived = read(request, script);
  noteReceipts(arrived, store, services);
  for (const one of arrived) if (one.kind === 'trouble') tellOwner(one.problem, script);
  const all = distinct(arrived);
  const noted = arrivalsOf(all, script);
  const kept = new Set(
    entriesIn(store).flatMap((entry) => entry.kept.map((one) => one.update.key)),
  );
  const updates = all.filter(({ key }) => !kept.has(key));
  const cached = updates.length
    ? recall(updates, intentsOf(updates, script.program), services)
    : {};
  const unknown = updates.filter((update) => !cached[handledKey(update)]);
  const flood = new Flood(cached, script.program.settings, script.program.clock.now);
  const fresh = unknown.filter((update) => flood.admits(update));
  const marks = flood.marks();
  if (!fresh.length) {
    noteProperties(noted, script);
    remember(marks, services);
    return 'done';
  }
  if (cached[SETTINGS_STALE]) script.program = renewed(store, services);
  return accept(fresh, { cached: { ...cached, ...marks }, marks, noted }, script);
}

/** Takes the request apart; one that is not the connected provider's is told to the owner and left alone. */
function read(request: WebhookRequest, script: Script) {
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

function intentsOf(updates: Update[], { settings }: Program) {
  return updates.map((update) => (update.kind === 'message' ? readIntent(update, settings) : null));
}

/** The program with the settings as they are now; an edit could not take them over itself. */
function renewed(store: Store, services: Services): Program {
  const program = reopenProgram(store, services);
  services.cache.remove(SETTINGS_STALE);
  return program;
}
