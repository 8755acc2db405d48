/** The web app's two doors: Meta's handshake, and the webhook from its authentication to its answer. */
import type { Message, Receipt, Trouble, Update } from '../program/model';
import { tokenOf } from '../program/token';
import { NotReadable, type WebhookRequest } from '../whatsapp/provider';
import { strangerIn } from '../whatsapp/recognise';
import { takeUp } from './drain';
import { finish } from './finish';
import { Flood, floodKey } from './flood';
import { Busy, type Circumstances, handle } from './handle';
import {
  type Entry,
  entriesIn,
  entriesOf,
  entryOfRef,
  keep,
  newPending,
  type Pending,
  settle,
} from './pending';
import { masked, tellOwner } from './problems';
import { openProgram, type Program, reopenProgram } from './program';
import { SETTINGS_STALE, type Store, WEBHOOK_KEY } from './properties';
import { sameSecret } from './secret';
import { FETCH_OPTIONS } from './send';
import type { Services } from './services';

/** The cache forgets after six hours; the provider's later retries are stopped by their age. */
const HANDLED_SECONDS = 21_600;
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
  const kept = new Set(
    entriesIn(store).flatMap(({ pending }) => pending.map(({ update }) => update.key)),
  );
  const updates = distinct(arrived).filter(({ key }) => !kept.has(key));
  if (!updates.length) return 'done';
  const cached = recall(updates, services);
  const unknown = updates.filter((update) => !cached[handledKey(update)]);
  if (!unknown.length) return 'done';
  const flood = new Flood(cached, program.settings, program.clock.now);
  const fresh = unknown.filter((update) => flood.admits(update));
  if (!fresh.length) {
    remember(flood.marks(), services);
    return 'done';
  }

  const entries = entriesOf(fresh.map((update) => newPending(update, program.clock.now)));
  const safe = tryToKeep(entries, services);
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
    const toDo =
      'Enter the webhook’s address at the provider that is connected, and only there, or connect the other one.';
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

/** Handles what the entries hold, and puts back what is not finished. */
export function handleEntries(
  entries: Entry[],
  circumstances: Circumstances,
  alsoRemember: Record<string, string> = {},
): void {
  const { services } = circumstances;
  const pending = entries.flatMap((entry) => entry.pending);
  showTyping(pending, circumstances);
  const outcomes = handle(
    pending.map(({ update }) => update),
    circumstances,
  );
  const again = finish(outcomes, pending, circumstances);
  const open = new Set(again.map(({ update }) => update.key));
  const marks = { ...alsoRemember };
  for (const { update, helped } of outcomes) {
    if (!open.has(update.key)) marks[handledKey(update)] = '1';
    if (helped && update.kind === 'message') {
      marks[helpKey(update)] = String(circumstances.program.clock.now);
    }
  }
  remember(marks, services);
  for (const entry of entries) {
    entry.pending = entry.pending.flatMap(
      ({ update }) => again.find((one) => one.update.key === update.key) ?? [],
    );
    settle(entry, services);
  }
}

/** A receipt for a message of an update that is still kept: when it was cut off after the sending, it did go. */
function noteReceipts(
  arrived: (Update | Receipt | Trouble)[],
  store: Store,
  services: Services,
): void {
  for (const receipt of arrived) {
    if (receipt.kind !== 'receipt') continue;
    const entry = entryOfRef(store, receipt.ref);
    const pending = entry?.pending.find(
      ({ update, accepted }) =>
        receipt.ref.startsWith(`${tokenOf(update.key)}.`) && !accepted.includes(receipt.ref),
    );
    if (!entry || !pending) continue;
    pending.accepted.push(receipt.ref);
    keep([entry], services);
    store[entry.key] = JSON.stringify(entry.pending);
  }
}

function distinct(arrived: (Update | Receipt | Trouble)[]): Update[] {
  const updates = new Map<string, Update>();
  for (const one of arrived) {
    if (one.kind !== 'receipt' && one.kind !== 'trouble' && !updates.has(one.key))
      updates.set(one.key, one);
  }
  return [...updates.values()];
}

function tryToKeep(entries: Entry[], services: Services): boolean {
  try {
    keep(entries, services);
    return true;
  } catch {
    return false;
  }
}

/** “typing…” before the work begins, where the owner wants it. */
function showTyping(pending: Pending[], { program, services, resumed }: Circumstances): void {
  const [only] = pending;
  if (!program.settings.typing || resumed || pending.length !== 1) return;
  if (only?.update.kind !== 'message' || !only.update.answerable) return;
  const request = program.provider.seen(only.update.key, true);
  try {
    if (request) services.fetchAll([{ ...request, ...FETCH_OPTIONS }]);
  } catch {
    return;
  }
}

/** What the cache knows of these updates; nothing when it does not answer. */
export function recall(updates: Update[], services: Services): Record<string, unknown> {
  const keys = new Set([SETTINGS_STALE]);
  for (const update of updates) {
    keys.add(handledKey(update));
    if (update.kind === 'message') keys.add(helpKey(update)).add(floodKey(update));
  }
  try {
    return services.cache.getAll([...keys]);
  } catch {
    return {};
  }
}

/** The cache may forget at any time, so it may as well not have heard. */
function remember(marks: Record<string, string>, services: Services): void {
  try {
    if (Object.keys(marks).length) services.cache.putAll(marks, HANDLED_SECONDS);
  } catch {
    return;
  }
}

export function handledKey(update: Update): string {
  return `handled.${tokenOf(update.key)}`;
}

function helpKey(message: Message): string {
  return `help.${message.from.waId ?? message.from.userId}`;
}
