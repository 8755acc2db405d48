/** Keeps Node alive when a promise of a script is rejected and nobody hears: in Apps Script that is silent. */
import vm from 'node:vm';

const KNOWN = Symbol.for('local-apps-script.promises');

/** The process itself, also where a test runner gives modules a copy of it. */
const node = vm.runInThisContext('process') as NodeJS.Process & { [KNOWN]?: WeakSet<object> };

/** Takes the promises of one script context out of Node's care. */
export function silenceRejections(promisePrototype: object): void {
  known().add(promisePrototype);
}

function known(): WeakSet<object> {
  const existing = node[KNOWN];
  if (existing) return existing;
  const prototypes = new WeakSet<object>();
  node[KNOWN] = prototypes;
  node.on('unhandledRejection', (reason, promise) => {
    if (prototypes.has(Object.getPrototypeOf(promise))) return;
    // Our listening must not change what Node does with everybody else's: it throws.
    if (node.listenerCount('unhandledRejection') === 1) throw reason;
  });
  return prototypes;
}
