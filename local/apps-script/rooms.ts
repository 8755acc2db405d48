/** The contexts that executions run in: a new one for each, or, where the script allows it, one that another has left as it was. */
import { watchBuiltIns } from './built-ins';
import { declareGlobals } from './globals';
import { createRealm, drainPromises, type Realm } from './realm';
import type { Run } from './run';

/** A context with Google's globals, for one execution at a time. */
export interface Room {
  realm: Realm;
  /** The global object: Google's, and what the script adds. */
  globals: Record<string, unknown>;
  /** What loading gave: the global object, or what stands for it where somebody measures. */
  script: Record<string, unknown>;
  /** Google's names. */
  given: ReadonlySet<string>;
  /** All names, once the script was loaded. */
  loaded: ReadonlySet<string>;
  run: Run;
  /** How often it was left. */
  used: number;
  renewGlobals: () => void;
  changedBuiltIn: () => string | undefined;
}

/** To look at every one of JavaScript's own objects takes as long as an execution. */
const LOOKED_AT_EVERY = 50;

/** Rooms in which nobody is, apart by what their contexts allow. */
const empty = { withCodeInTexts: [] as Room[], without: [] as Room[] };

/** A room for an execution, with nothing of the script in it. */
export function takeRoom(run: Run): Room {
  const room = (run.world.options.reusesContexts && emptyRooms(run).pop()) || makeRoom(run);
  room.run = run;
  return room;
}

function emptyRooms({ world }: Run): Room[] {
  return world.quirks.textBecomesCode ? empty.withCodeInTexts : empty.without;
}

function makeRoom(run: Run): Room {
  const realm = createRealm(
    () => room.run.now(),
    () => room.run.random(),
    run.world.quirks.textBecomesCode,
  );
  const changedBuiltIn = run.world.options.reusesContexts
    ? watchBuiltIns(realm.context)
    : () => undefined;
  const globals = realm.context as Record<string, unknown>;
  const renewGlobals = declareGlobals(globals, () => room.run);
  const given = new Set(Object.keys(globals));
  const room: Room = {
    ...{ realm, globals, script: globals, given, loaded: given, run, used: 0 },
    ...{ renewGlobals, changedBuiltIn },
  };
  return room;
}

/**
 * The execution has ended: the next one may have its room.
 *
 * @throws when the script has left something behind that the next execution would find
 */
export function leaveRoom(room: Room): void {
  const { run, globals, given } = room;
  if (!run.world.options.reusesContexts) return;
  drainPromises(room.realm, undefined);
  const names = Object.keys(globals);
  const left = names.find((name) => !room.loaded.has(name)) ?? changed(room);
  if (left) {
    throw new Error(
      `The script in ${run.world.options.folder} leaves ${left} changed, which the next execution would find. At Google it would not: run it without \`reusesContexts\`, or keep that inside of a function.`,
    );
  }
  for (const name of names) if (!given.has(name)) delete globals[name];
  room.renewGlobals();
  room.used += 1;
  emptyRooms(run).push(room);
}

function changed(room: Room): string | undefined {
  return room.used % LOOKED_AT_EVERY === 0 ? room.changedBuiltIn() : undefined;
}
