/** Keeps Node alive when a promise of a script is rejected and nobody hears: in Apps Script that is silent. */
import vm from 'node:vm';
import { onceAProcess } from './once-a-process';

interface Known {
  prototypes: WeakSet<object>;
  listener: (reason: unknown, promise: Promise<unknown>) => void;
}

/** The process itself, also where a test runner gives modules a copy of it. */
const node = vm.runInThisContext('process') as NodeJS.Process;

/** Takes the promises of one script context out of Node's care. */
export function silenceRejections(promisePrototype: object): void {
  known().add(promisePrototype);
}

function known(): WeakSet<object> {
  const { prototypes, listener } = onceAProcess('local-apps-script.promises', listening);
  // A test runner takes away the listeners of the file before …
  if (!node.listeners('unhandledRejection').includes(listener)) {
    node.on('unhandledRejection', listener);
  }
  return prototypes;
}

function listening(): Known {
  const prototypes = new WeakSet<object>();
  const listener = (reason: unknown, promise: Promise<unknown>) => {
    if (prototypes.has(Object.getPrototypeOf(promise))) {
      // Whoever else listens learns by this that it is taken care of.
      if (node.listenerCount('unhandledRejection') > 1) {
        node.nextTick(() => node.emit('rejectionHandled', promise));
      }
      return;
    }
    // Our listening must not change what Node does with everybody else's: it throws.
    if (node.listenerCount('unhandledRejection') === 1) throw reason;
  };
  // … and then puts it back beside the one that came with the next: it stays one.
  node.on('newListener', (event, added) => {
    if (event === 'unhandledRejection' && added === listener) node.removeListener(event, added);
  });
  return { prototypes, listener };
}
